import type { Database } from '#platform/db/index.ts';
import type { AskedWord, WordPlaces } from '../rank/ranking.domain.ts';
import { quoted } from './literals.ts';
import { placesReader } from './word-places.ts';

/** Which texts of a language are looked at. */
export interface CandidatesQuery {
  readonly language: string;
  /** A tsquery as text; empty: all that the marks let through. */
  readonly wanted: string;
  /** What the index is asked for, where that isn't all of it; empty: nothing, texts are read one after the other. */
  readonly indexed?: string;
  /** So many of what the index finds are read at most. Left out where texts are sorted by day. */
  readonly read?: number;
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
  /** What the words they have tell; not comparable with how texts are judged. */
  readonly scores: readonly number[];
  /** The first by score, with where `words` stand in them. */
  readonly first: readonly { readonly moment: number; readonly nth: number; readonly length: number; readonly places: readonly WordPlaces[] }[];
}

interface Row {
  readonly packed: Buffer | null;
  readonly first: Buffer | null;
}

/** Words that the first look goes by; those that tell least are left to the second. */
const SLOTS = 6;
const BYTES = 20;

/** Finds texts in one language's table. The statement is always the same text, so a connection plans it once. */
export async function findCandidates(database: Pick<Database, 'planned'>, query: CandidatesQuery): Promise<Candidates> {
  const { language, wanted, indexed = wanted, read, marks, newest, limit, judged, byDay } = query;
  const told = query.words.toSorted((a, b) => b.weight - a.weight).slice(0, SLOTS);
  const slots = Array.from({ length: SLOTS }, (_, n) => told[n]);
  const shape = { indexed: indexed !== '', filtered: wanted !== indexed, marked: marks.length > 0, bounded: read !== undefined, byDay };
  const values = [
    ...newest, limit, judged, ...slots.map((word) => (word ? quoted(word.key, word.prefix) : '')), ...slots.map((word) => word?.weight ?? 0),
    ...(shape.indexed ? [indexed] : []), ...(shape.filtered ? [wanted] : []), ...(shape.marked ? [`{${marks.join(',')}}`] : []), ...(read === undefined ? [] : [read]),
  ];
  const [row] = await database.planned<Row>(`search-${language}-${Object.values(shape).join('-')}`, statementOf(language, shape), values);
  return unpack(row, query.words);
}

// {D, C, B, A}: what is said counts whole, who says it by a third.
const WEIGHTS = '\'{1,0.35,1,1}\'';

interface Shape {
  readonly indexed: boolean;
  readonly filtered: boolean;
  readonly marked: boolean;
  readonly bounded: boolean;
  readonly byDay: CandidatesQuery['byDay'];
}

function statementOf(language: string, { indexed, filtered, marked, bounded, byDay }: Shape): string {
  let next = 5 + 2 * SLOTS;
  const take = (wish: boolean): string => (wish ? `$${next++}` : '');
  const [asked, wanted, marks, read] = [take(indexed), take(filtered), take(marked), take(bounded)];
  // Within `select` the planner can't see what is asked: else it plans anew for each question, which takes longer than most answers.
  const conditions = [
    'newest between $1 and $2',
    ...(indexed ? [`words @@ (select ${asked}::tsquery)`] : []),
    ...(marked ? [`marks @> (select ${marks}::bigint[])`] : []),
  ];
  // As a function, which no index answers.
  const filter = filtered ? [`ts_match_vq(words, ${wanted}::tsquery)`] : [];
  const columns = 'moment, facts, newest, nth, length, words';
  const from = `select ${columns} from search.texts_${language} where `;
  const found = bounded ? `select ${columns} from (${from}${conditions.join(' and ')} limit ${read}) looked${filtered ? ` where ${filter.join('')}` : ''}` : from + [...conditions, ...filter].join(' and ');
  const slots = Array.from({ length: SLOTS }, (_, n) => `$${5 + SLOTS + n}::real * ts_rank(${WEIGHTS}, words, $${5 + n}::tsquery)`);
  // Held back, or the planner walks an index of days for a rare word.
  return `with found as materialized (
      ${found}
      ${byDay === undefined ? '' : `order by newest ${byDay === 'newest' ? 'asc' : 'desc'}, moment`} limit $3
    ),
    scored as materialized (select *, (${slots.join(' + ')})::real as score from found),
    best as materialized (select moment, nth, length, words from scored order by score desc limit $4)
    select (select string_agg(int8send(moment) || int4send(facts) || int4send(newest) || float4send(score), '') from scored) as packed,
      (select string_agg(int8send(moment) || int2send(nth) || int2send(length) || tsvectorsend(words), '') from best) as first`;
}

const momentAt = (bytes: Buffer, at: number): number => bytes.readUInt32BE(at) * 0x1_0000_0000 + bytes.readUInt32BE(at + 4);

function unpack(row: Row | undefined, words: readonly AskedWord[]): Candidates {
  const bytes = row?.packed;
  const count = bytes ? Math.floor(bytes.length / BYTES) : 0;
  const [moments, facts, newest, scores]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let n = 0; bytes && n < count; n += 1) {
    const at = n * BYTES;
    moments.push(momentAt(bytes, at));
    facts.push(bytes.readInt32BE(at + 8));
    newest.push(bytes.readInt32BE(at + 12));
    scores.push(bytes.readFloatBE(at + 16));
  }
  return { moments, facts, newest, scores, first: row?.first ? unpackFirst(row.first, words) : [] };
}

function unpackFirst(bytes: Buffer, words: readonly AskedWord[]): Candidates['first'] {
  const read = placesReader(words);
  const first: Candidates['first'][number][] = [];
  for (let at = 0; at < bytes.length;) {
    const { places, end } = read(bytes, at + 12);
    first.push({ moment: momentAt(bytes, at), nth: bytes.readInt16BE(at + 8), length: bytes.readInt16BE(at + 10), places });
    at = end;
  }
  return first;
}
