import { z } from 'zod';
import { OaiError } from './oai-error.domain.ts';

/** What a list is asked for, and where its next part begins. */
export interface Harvest {
  readonly metadataPrefix: string;
  readonly set: string | null;
  /** Whole seconds, ISO 8601 in UTC, as all times here; both ends belong to it. */
  readonly from: string | null;
  readonly until: string | null;
  /** A place among the changes; null at the beginning. */
  readonly cursor: string | null;
  /** How many records have been told before. */
  readonly told: number;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const SECOND = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** Reads the arguments of ListRecords and ListIdentifiers; throws `badArgument` for times that are none, of two granularities, or the wrong way round. */
export function readHarvest(given: ReadonlyMap<string, string>): Harvest {
  const [from, until] = [given.get('from'), given.get('until')];
  if (from !== undefined && until !== undefined && DAY.test(from) !== DAY.test(until)) throw new OaiError('badArgument', 'from and until are of different granularity.');
  const harvest: Harvest = {
    metadataPrefix: given.get('metadataPrefix') ?? '', set: given.get('set') ?? null, cursor: null, told: 0,
    from: from === undefined ? null : readTime('from', from, '00:00:00'), until: until === undefined ? null : readTime('until', until, '23:59:59'),
  };
  if (harvest.from !== null && harvest.until !== null && harvest.from > harvest.until) throw new OaiError('badArgument', 'from is later than until.');
  return harvest;
}

function readTime(name: string, text: string, clock: string): string {
  const time = DAY.test(text) ? `${text}T${clock}Z` : text;
  const at = new Date(time);
  // The calendar has no 31 February, though a clock would go on to March.
  if (!SECOND.test(time) || Number.isNaN(at.getTime()) || seconds(at.toISOString()) !== time) throw new OaiError('badArgument', `${name} is no time in UTC: ${text}.`);
  return time;
}

/** A time as this protocol tells it: to the second (ISO 8601, UTC). */
export const seconds = (iso: string): string => `${iso.slice(0, 19)}Z`;

const Time = z.string().regex(SECOND).refine((text) => !Number.isNaN(Date.parse(text))).nullable();
const Token = z.tuple([z.string(), z.string(), z.string().nullable(), Time, Time, z.string(), z.number().int().min(1)]);

/** What goes on with a list. All of it is in the token, so that any server can go on with it, at any time, as often as it is asked. */
export const writeToken = (verb: string, { metadataPrefix, set, from, until, cursor, told }: Harvest & { readonly cursor: string }): string =>
  Buffer.from(JSON.stringify([verb, metadataPrefix, set, from, until, cursor, told])).toString('base64url');

/** Reads what `writeToken` wrote, for the same verb; throws `badResumptionToken`. */
export function readToken(verb: string, token: string): Harvest {
  const bad = new OaiError('badResumptionToken', 'This is not a token of such a list.');
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    throw bad;
  }
  const parsed = Token.safeParse(read);
  if (!parsed.success || parsed.data[0] !== verb) throw bad;
  const [, metadataPrefix, set, from, until, cursor, told] = parsed.data;
  return { metadataPrefix, set, from, until, cursor, told };
}
