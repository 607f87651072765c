import { AppError } from '#platform/errors/index.ts';
import { looksLikeId } from './slug.domain.ts';

/** A place in a list that is ordered by a time and then by id, or by a score before both, as text that only we need to read. */
export const writeCursor = (at: Date, id: string, score?: number): string =>
  Buffer.from([at.toISOString(), id, ...(score === undefined ? [] : [score])].join(' ')).toString('base64url');

/** Reads what `writeCursor` wrote, for a list of the same kind of order; throws `bad_request` for anything else. */
export function readCursor(cursor: string, { scored = false } = {}): { readonly at: string; readonly id: string; readonly score: number } {
  const [at = '', id = '', score = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (!looksLikeId(id) || scored !== /^\d{1,6}$/.test(score) || Number.isNaN(Date.parse(at)) || new Date(at).toISOString() !== at) {
    throw new AppError('bad_request', { problem: 'the place to go on from is not one that a list has given' });
  }
  return { at, id, score: Number(score) };
}
