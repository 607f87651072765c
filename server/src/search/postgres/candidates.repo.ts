import type { Database } from '#platform/db/index.ts';
import { translate } from '#platform/db/index.ts';
import type { AskedWord } from '../rank/ranking.domain.ts';

/** Which texts of a language are looked at. */
export interface CandidatesQuery {
  readonly language: string;
  /** A tsquery as text; empty: all that the marks let through. */
  readonly wanted: string;
  /** What the index alone can tell of it, where that isn't all; so many of these are read. Left out where texts are sorted by day. */
  readonly unordered?: { readonly wanted: string; readonly read: number };
  readonly words: readonly AskedWord[];
  readonly marks: readonly string[];
  /** Counts of days back, both included. */
  readonly newest: readonly [from: number, to: number];
  readonly limit: number;
  /** How many are told with where their words stand. */
  readonly judged: number;
  /** Sorted by day before they are cut off. */
  readonly byDay?: 'newest' | 'oldest';
}

/** Texts that have what was asked for: numbers side by side, a text each. */
export interface Candidates {
  readonly moments: readonly number[];
  readonly facts: readonly number[];
  readonly newest: readonly number[];
  /** What the words they have tell; not comparable with what `judge` gives. */
  readonly scores: readonly number[];
  /** The first by score. */
  readonly first: readonly { readonly moment: number; readonly nth: number; readonly length: number; readonly vector: string }[];
}

interface Row {
  readonly packed: Buffer | null;
  readonly first: readonly (readonly [moment: number, nth: number, length: number, vector: string])[] | null;
}

/** Words that the first look goes by; those that tell least are left to the second. */
const SLOTS = 6;
const BYTES = 20;

/** Finds texts in one language's table. The statement is always the same text, so a connection plans it once. */
export async function findCandidates({ pool }: Pick<Database, 'pool'>, query: CandidatesQuery): Promise<Candidates> {
  const { language, wanted, unordered, marks, newest, limit, judged, byDay } = query;
  const told = query.words.toSorted((a, b) => b.weight - a.weight).slice(0, SLOTS);
  const slots = Array.from({ length: SLOTS }, (_, n) => told[n]);
  const quote = ({ key, prefix }: AskedWord): string => `'${key.replaceAll('\\', '\\\\').replaceAll('\'', '\'\'')}'${prefix ? ':*' : ''}`;
  const values = [
    ...newest, limit, judged, ...slots.map((word) => (word ? quote(word) : '')), ...slots.map((word) => word?.weight ?? 0),
    ...(wanted === '' ? [] : [wanted]), ...(marks.length === 0 ? [] : [`{${marks.join(',')}}`]), ...(unordered === undefined ? [] : [unordered.wanted, unordered.read]),
  ];
  const shape = { worded: wanted !== '', marked: marks.length > 0, ordered: unordered !== undefined, byDay };
  try {
    const { rows: [row] } = await pool.query<Row>({ name: `search-${language}-${Object.values(shape).join('-')}`, text: statementOf(language, shape), values });
    return unpack(row);
  } catch (error) {
    throw translate(error);
  }
}

// {D, C, B, A}: what is said counts whole, who says it by a third.
const WEIGHTS = '\'{1,0.35,1,1}\'';

interface Shape {
  readonly worded: boolean;
  readonly marked: boolean;
  readonly ordered: boolean;
  readonly byDay: CandidatesQuery['byDay'];
}

function statementOf(language: string, { worded, marked, ordered, byDay }: Shape): string {
  const first = 5 + 2 * SLOTS;
  const marks = first + (worded ? 1 : 0);
  const unordered = marks + (marked ? 1 : 0);
  const conditions = [
    'newest between $1 and $2',
    ...(worded ? [`words @@ $${ordered ? unordered : first}::tsquery`] : []),
    ...(marked ? [`marks @> $${marks}::bigint[]`] : []),
  ];
  const columns = 'moment, facts, newest, nth, length, words';
  const looked = `select ${columns} from search.texts_${language} where ${conditions.join(' and ')}`;
  const slots = Array.from({ length: SLOTS }, (_, n) => `$${5 + SLOTS + n}::real * ts_rank(${WEIGHTS}, words, $${5 + n}::tsquery)`);
  // Held back, or the planner walks an index of days for a rare word.
  return `with found as materialized (
      ${ordered ? `select ${columns} from (${looked} limit $${unordered + 1}) looked where words @@ $${first}::tsquery` : looked}
      ${byDay === undefined ? '' : `order by newest ${byDay === 'newest' ? 'asc' : 'desc'}, moment`} limit $3
    ),
    scored as materialized (select *, (${worded ? slots.join(' + ') : slots.map((slot) => `0 * (${slot})`).join(' + ')})::real as score from found),
    best as materialized (select moment, nth, length, words from scored order by score desc limit $4)
    select (select string_agg(int8send(moment) || int4send(facts) || int4send(newest) || float4send(score), '') from scored) as packed,
      (select json_agg(json_build_array(moment, nth, length, words::text)) from best) as first`;
}

function unpack(row: Row | undefined): Candidates {
  const bytes = row?.packed;
  const count = bytes ? Math.floor(bytes.length / BYTES) : 0;
  const [moments, facts, newest, scores]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let n = 0; bytes && n < count; n += 1) {
    const at = n * BYTES;
    moments.push(bytes.readUInt32BE(at) * 0x1_0000_0000 + bytes.readUInt32BE(at + 4));
    facts.push(bytes.readInt32BE(at + 8));
    newest.push(bytes.readInt32BE(at + 12));
    scores.push(bytes.readFloatBE(at + 16));
  }
  return { moments, facts, newest, scores, first: (row?.first ?? []).map(([moment, nth, length, vector]) => ({ moment, nth, length, vector })) };
}
