import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Tx } from '#platform/db/index.ts';
import { baseOf } from '#platform/i18n/index.ts';
import { countsOf } from './newest.ts';

/** Grows when the tables change, or what all forms of a word share: the index is made of what the catalogue and the words have, so it is made anew. */
const LAYOUT = 3;
/** Any fixed number; whoever writes into the index takes turns on it. */
const WRITE_LOCK = 0x0f_5e_a1;

const TABLES = (schema: string): readonly string[] => [
  `create schema ${schema}`,
  `create table ${schema}.layout (version integer not null, built boolean not null, generation text not null)`,
  // What the languages hold: how much a word tells depends on it.
  `create table ${schema}.languages (language text collate "C" primary key, texts bigint not null, words bigint not null)`,
  // In how many texts of a language a key stands.
  `create table ${schema}.keys (language text collate "C", key text collate "C", texts integer not null, primary key (language, key)) with (fillfactor = 85)`,
  // Words as they are written, for what goes on and what was meant.
  `create table ${schema}.forms (language text collate "C", form text collate "C", shown text not null, texts integer not null, primary key (language, form)) with (fillfactor = 85)`,
  `create index on ${schema}.forms (language, reverse(form) collate "C")`,
  `create table ${schema}.meetings (number integer generated always as identity primary key, meeting_id uuid not null unique)`,
  `create table ${schema}.facts (id integer generated always as identity primary key, meeting integer not null, facts json not null)`,
  `create index on ${schema}.facts (meeting)`,
  // The number of a moment holds that of its meeting.
  `create table ${schema}.moments (moment bigint primary key, facts integer not null, start_ms integer not null, end_ms integer not null, texts json not null)`,
  `create table ${schema}.texts (
    language text collate "C" not null, newest integer not null, moment bigint not null, facts integer not null,
    nth smallint not null, length smallint not null, words tsvector not null, marks bigint[] not null
  ) partition by list (language)`,
];

/** Makes the index's tables where there are none, or others than these. Whether they hold everything is told by `isBuilt`. */
export async function ensureLayout(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await lockIndex(tx);
    const { rows: [found] } = await sql<{ there: boolean }>`select to_regclass('search.layout') is not null as there`.execute(tx);
    if (found?.there === true) {
      const { rows: [kept] } = await sql<{ version: number }>`select version from search.layout`.execute(tx);
      if (kept?.version === LAYOUT) return;
    }
    await sql`drop schema if exists search cascade`.execute(tx);
    await createTables(tx, 'search');
  });
}

/** Makes empty tables in a schema that isn't there. */
export async function createTables(tx: Tx, schema: string): Promise<void> {
  for (const statement of TABLES(schema)) await sql.raw(statement).execute(tx);
  await sql.raw(`insert into ${schema}.layout values (${LAYOUT}, false, '${randomUUID()}')`).execute(tx);
}

/** Keeps other writers of the index waiting until the transaction ends. */
export const lockIndex = (tx: Tx) => sql`select pg_advisory_xact_lock(${WRITE_LOCK})`.execute(tx);

/** Whether every meeting has been put into the index since its tables were made. */
export async function isBuilt({ db }: Pick<Database, 'db'>): Promise<boolean> {
  const { rows: [row] } = await sql<{ built: boolean }>`select built from search.layout`.execute(db);
  return row?.built ?? false;
}

/** The name of a language's table; of what has no proper tag the one of `und`. */
export const languageOf = (tag: string): string => {
  const base = baseOf(tag);
  return /^[a-z]{2,8}$/.test(base) ? base : 'und';
};

export const partitionOf = (language: string, year: number | null): string => `texts_${language}_${year ?? 'undated'}`;

/** Makes the table of a language and a year where it isn't there; with `indexed` false its indexes come later, by `indexPartition`. */
export async function ensurePartition(tx: Tx, schema: string, language: string, year: number | null, indexed = true): Promise<void> {
  const name = `${schema}.${partitionOf(language, year)}`;
  const { rows: [found] } = await sql<{ there: boolean }>`select to_regclass(${name}) is not null as there`.execute(tx);
  if (found?.there === true) return;
  const [from, to] = countsOf(year);
  await sql.raw(`create table if not exists ${schema}.texts_${language} partition of ${schema}.texts for values in ('${language}') partition by range (newest)`).execute(tx);
  await sql.raw(`create table ${name} partition of ${schema}.texts_${language} for values from (${from}) to (${to})`).execute(tx);
  if (indexed) await indexPartition(tx, name);
}

/** Makes the indexes of a partition: by words and marks together, and by moment. */
export async function indexPartition(tx: Tx, name: string): Promise<void> {
  await sql.raw(`create index on ${name} using gin (words, marks) with (gin_pending_list_limit = 512)`).execute(tx);
  await sql.raw(`create index on ${name} (moment)`).execute(tx);
}

/** Notes that every meeting is in the index. */
export const markBuilt = async ({ db }: Pick<Database, 'db'>): Promise<void> => { await sql`update search.layout set built = true`.execute(db); };
