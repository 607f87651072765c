import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { likeWord, storable, wordsOf } from '../words.repo.ts';
import { named } from '../meeting-reader.repo.ts';
import type { FoundNames, NamedThing } from './browse.ports.ts';

interface Row {
  readonly slug: string;
  readonly names: LocalizedText;
  readonly uri: string | null;
}

const PUBLIC = sql`m.state in ('published', 'scheduled')`;

/** The kinds of things with a page: where they are kept, and what makes one public. */
export const PUBLIC_THINGS = {
  speakers: { from: sql`speakers t`, names: sql`t.names`, uri: sql`null::text`, shown: sql`exists (select from interventions i join meetings m on m.id = i.meeting_id where i.speaker_id = t.id and ${PUBLIC})` },
  series: { from: sql`series t`, names: sql`t.titles`, uri: sql`null::text`, shown: sql`exists (select from meetings m where m.series_id = t.id and ${PUBLIC})` },
  topics: { from: sql`topics t`, names: sql`t.labels`, uri: sql`t.uri`, shown: sql`(exists (select from meeting_topics mt join meetings m on m.id = mt.meeting_id where mt.topic_id = t.id and ${PUBLIC})
    or exists (select from moment_topics mt join meetings m on m.id = mt.meeting_id where mt.topic_id = t.id and mt.state <> 'refused' and ${PUBLIC}))` },
  bodies: { from: sql`bodies t`, names: sql`t.names`, uri: sql`null::text`, shown: sql`true` },
} as const satisfies Record<keyof FoundNames, Record<'from' | 'names' | 'uri' | 'shown', RawBuilder<unknown>>>;

async function read(db: Db, kind: keyof FoundNames, condition: RawBuilder<unknown>, limit: number): Promise<readonly NamedThing[]> {
  const { from, names, uri, shown } = PUBLIC_THINGS[kind];
  const { rows } = await sql<Row>`select t.slug, ${names} as names, ${uri} as uri from ${from} where ${condition} and ${shown} order by t.slug limit ${limit}`.execute(db);
  return rows.map((row) => ({ slug: row.slug, name: named(row.names, row.slug), uri: row.uri }));
}

/** The public thing of one kind with this address. */
export async function readNamed(db: Db, kind: keyof FoundNames, slug: string): Promise<NamedThing | null> {
  const [found] = await read(db, kind, sql`t.slug = ${storable(slug)}`, 1);
  return found ?? null;
}

/** What is called by all the words, of each kind. */
export async function findNames(db: Db, q: string, limit: number): Promise<FoundNames> {
  const words = wordsOf(q);
  if (words.length === 0) return { speakers: [], bodies: [], series: [], topics: [] };
  const all = sql.join(words.map((word) => sql`t.search_text like ${likeWord(word)}`), sql` and `);
  const [speakers, bodies, series, topics] = await Promise.all((['speakers', 'bodies', 'series', 'topics'] as const).map((kind) => read(db, kind, all, limit)));
  return { speakers: speakers ?? [], bodies: bodies ?? [], series: series ?? [], topics: topics ?? [] };
}
