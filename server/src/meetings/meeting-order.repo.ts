import { sql, type RawBuilder } from 'kysely';
import { readCursor, writeCursor } from './cursor.repo.ts';
import { likeBeginning, likeWord, wordsOf } from './words.repo.ts';
import type { MeetingFilter } from './meetings.ports.ts';

/** The order of a list of meetings (as `m`), and how one goes on in it. */
export interface Ordering {
  readonly by: RawBuilder<unknown>;
  /** How well a meeting fits the words that were asked for; the same for all in the other orders. */
  readonly score: RawBuilder<number>;
  /** What comes after a `next`; undefined in an order that has none. */
  readonly after: ((cursor: string) => RawBuilder<boolean>) | undefined;
  /** The `next` of a page that ends with this meeting. */
  readonly next: (last: { readonly sort_at: Date; readonly id: string; readonly score: number }) => string | null;
}

const NO_SCORE = sql<number>`0`;

/** The order that a filter asks for; without words, the best match is the newest. */
export function orderingOf({ order = 'newest', q = '' }: Pick<MeetingFilter, 'order' | 'q'>): Ordering {
  const next: Ordering['next'] = ({ sort_at: at, id }) => writeCursor(at, id);
  if (order === 'soonest') return { by: sql`m.starts_at asc nulls last, m.id`, score: NO_SCORE, after: undefined, next: () => null };
  if (order === 'oldest') {
    const after = (cursor: string) => { const { at, id } = readCursor(cursor); return sql<boolean>`(m.sort_at, m.id) > (${at}::timestamptz, ${id}::uuid)`; };
    return { by: sql`m.sort_at asc, m.id asc`, score: NO_SCORE, after, next };
  }
  const words = wordsOf(q);
  if (order === 'newest' || words.length === 0) {
    const after = (cursor: string) => { const { at, id } = readCursor(cursor); return sql<boolean>`(m.sort_at, m.id) < (${at}::timestamptz, ${id}::uuid)`; };
    return { by: sql`m.sort_at desc, m.id desc`, score: NO_SCORE, after, next };
  }
  const score = scoreOf(words);
  return {
    by: sql`${score} desc, m.sort_at desc, m.id desc`, score,
    after: (cursor) => {
      const place = readCursor(cursor, { scored: true });
      return sql<boolean>`(${score}, m.sort_at, m.id) < (${place.score}::integer, ${place.at}::timestamptz, ${place.id}::uuid)`;
    },
    next: (last) => writeCursor(last.sort_at, last.id, last.score),
  };
}

// All titles as one text in which each word has a space before it, whatever stands there.
const TITLES = sql`translate(openfloor_fold(jsonb_path_query_array(m.titles, '$.*')::text), '"-–—/(«“„[:', '           ')`;

/**
 * Counts for each word the best place where it stands: the symbol, the beginning of a word of the title, anywhere in it, who
 * speaks, what it belongs to; the description and the papers least. All words together in a title count once more.
 */
function scoreOf(words: readonly string[]): RawBuilder<number> {
  const together = likeWord(words.join(' '));
  return sql<number>`(${sql.join(words.map(placeOf), sql` + `)}${words.length < 2 ? sql`` : sql` + case when ${TITLES} like ${together} then 6 else 0 end`})`;
}

function placeOf(word: string): RawBuilder<number> {
  const like = likeWord(word);
  return sql<number>`case
    when openfloor_fold(m.symbol) like ${like} then 10
    when ${TITLES} like ${likeBeginning(word)} then 8
    when ${TITLES} like ${like} then 6
    when m.id in (select i.meeting_id from interventions i join speakers p on p.id = i.speaker_id where p.search_text like ${like}) then 5
    when m.series_id in (select id from series where search_text like ${like})
      or m.id in (select mt.meeting_id from meeting_topics mt join topics t on t.id = mt.topic_id where t.search_text like ${like}) then 4
    when m.body_id in (select id from bodies where search_text like ${like}) then 3
    else 1 end`;
}
