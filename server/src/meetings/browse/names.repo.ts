import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { folded, likeBeginning, likeWord, storable, wordsOf } from '../words.repo.ts';
import { named } from '../meeting-reader.repo.ts';
import type { FoundNames, NamedThing } from './browse.ports.ts';

interface Row {
  readonly slug: string;
  readonly names: LocalizedText;
  readonly uri: string | null;
}

// A letter or two say something at the beginning of a word only, where words are written apart and begin with themselves.
const LITTLE = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{1,2}$/u;
const PUBLIC = sql`m.state in ('published', 'scheduled')`;

/** The kinds of things with a page: where they are kept, and what makes one public. */
export const PUBLIC_THINGS = {
  speakers: { from: sql`speakers t`, names: sql`t.names`, uri: sql`null::text`, shown: sql`exists (select from interventions i join meetings m on m.id = i.meeting_id where i.speaker_id = t.id and ${PUBLIC})` },
  series: { from: sql`series t`, names: sql`t.titles`, uri: sql`null::text`, shown: sql`exists (select from meetings m where m.series_id = t.id and ${PUBLIC})` },
  topics: { from: sql`topics t`, names: sql`t.labels`, uri: sql`t.uri`, shown: sql`(exists (select from meeting_topics mt join meetings m on m.id = mt.meeting_id where mt.topic_id = t.id and ${PUBLIC})
    or exists (select from moment_topics mt join meetings m on m.id = mt.meeting_id where mt.topic_id = t.id and mt.state <> 'refused' and ${PUBLIC}))` },
  bodies: { from: sql`bodies t`, names: sql`t.names`, uri: sql`null::text`, shown: sql`true` },
} as const satisfies Record<keyof FoundNames, Record<'from' | 'names' | 'uri' | 'shown', RawBuilder<unknown>>>;

async function read(db: Db, kind: keyof FoundNames, condition: RawBuilder<unknown>, limit: number, order: RawBuilder<unknown> = sql`t.slug`): Promise<readonly NamedThing[]> {
  const { from, names, uri, shown } = PUBLIC_THINGS[kind];
  const { rows } = await sql<Row>`select t.slug, ${names} as names, ${uri} as uri from ${from} where ${condition} and ${shown} order by ${order} limit ${limit}`.execute(db);
  return rows.map((row) => ({ slug: row.slug, name: named(row.names, row.slug), uri: row.uri }));
}

/** The public thing of one kind with this address. */
export async function readNamed(db: Db, kind: keyof FoundNames, slug: string): Promise<NamedThing | null> {
  const [found] = await read(db, kind, sql`t.slug = ${storable(slug)}`, 1);
  return found ?? null;
}

// All names as one text in which each word has a space before it, and the beginning and the end of each name are kept.
const WORDS = sql`translate(t.search_text, '-–—/(«“„[:''’', '            ')`;
const NAMES = sql`replace(t.search_text, '"', ' " ')`;

/** What is called by all the words, of each kind: first what is called exactly so, then what begins so, then what has words that do. */
export async function findNames(db: Db, q: string, limit: number): Promise<FoundNames> {
  const words = wordsOf(q);
  if (words.length === 0) return { speakers: [], bodies: [], series: [], topics: [] };
  const begins = (word: string) => sql`replace(${WORDS}, '"', ' ') like ${likeBeginning(word)}`;
  const all = sql.join(words.map((word) => (LITTLE.test(word) ? begins(word) : sql`t.search_text like ${likeWord(word)}`)), sql` and `);
  const whole = words.join(' ');
  const order = sql`case when ${NAMES} like ${sql`'% " ' || ${folded(whole)} || ' " %'`} then 0 when ${NAMES} like ${sql`'% " ' || ${folded(whole)} || '%'`} then 1
    when ${sql.join(words.map(begins), sql` and `)} then 2 else 3 end, char_length(t.slug), t.slug`;
  const [speakers, bodies, series, topics] = await Promise.all((['speakers', 'bodies', 'series', 'topics'] as const).map((kind) => read(db, kind, all, limit, order)));
  return { speakers: speakers ?? [], bodies: bodies ?? [], series: series ?? [], topics: topics ?? [] };
}
