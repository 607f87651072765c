import { AppError } from '#platform/errors/index.ts';
import { looksLikeId } from './slug.domain.ts';

/** A place in a list that is ordered by a time and then by id, as text that only we need to read. */
export const writeCursor = (at: Date, id: string): string => Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');

/** Reads what `writeCursor` wrote; throws `bad_request` for anything else. */
export function readCursor(cursor: string): { readonly at: string; readonly id: string } {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (!looksLikeId(id) || Number.isNaN(Date.parse(at)) || new Date(at).toISOString() !== at) {
    throw new AppError('bad_request', { problem: 'the place to go on from is not one that a list has given' });
  }
  return { at, id };
}
