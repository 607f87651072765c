import { sql } from 'kysely';
import type { Database, Tx } from '#platform/db/index.ts';
import type { MeetingMoments } from '../../moment.domain.ts';
import { createTables, ensurePartition, indexPartition, languageOf, lockIndex, partitionOf } from '../layout.repo.ts';
import { newestOf, yearOf } from '../newest.ts';
import type { NumberedMeeting } from './copy-rows.ts';
import { LoadThreads, type Written } from './threads.ts';

/** What a rebuilt index holds. */
export interface Rebuilt extends Written {
  readonly meetings: number;
}

const NEW = 'search_new';
const TEXTS_AT_ONCE = 3000;
const PARTS = [
  `create unlogged table ${NEW}.languages_part (language text collate "C", texts bigint, words bigint)`,
  `create unlogged table ${NEW}.keys_part (language text collate "C", key text collate "C", texts integer)`,
  `create unlogged table ${NEW}.forms_part (language text collate "C", form text collate "C", shown text, texts integer)`,
];
/** What is made of the parts: each list in a transaction of its own. */
const JOINED = [
  [
    `insert into ${NEW}.languages select language, sum(texts), sum(words) from ${NEW}.languages_part group by language`,
    `insert into ${NEW}.keys select language, key, sum(texts) from ${NEW}.keys_part group by language, key order by language, key`,
    `drop table ${NEW}.languages_part, ${NEW}.keys_part`,
    `analyze ${NEW}.keys`,
  ],
  [
    // Each as it is written most often.
    `insert into ${NEW}.forms select distinct on (language, form) language, form, shown, sum(texts) over (partition by language, form)
      from (select language, form, shown, sum(texts) as texts from ${NEW}.forms_part group by language, form, shown) f order by language, form, f.texts desc, shown collate "C" desc`,
    `drop table ${NEW}.forms_part`,
    `analyze ${NEW}.forms`,
  ],
  [
    `select setval(pg_get_serial_sequence('${NEW}.meetings', 'number'), coalesce((select max(number) from ${NEW}.meetings), 1)), setval(pg_get_serial_sequence('${NEW}.facts', 'id'), coalesce((select max(id) from ${NEW}.facts), 1))`,
    `analyze ${NEW}.facts`, `analyze ${NEW}.moments`, `analyze ${NEW}.meetings`,
  ],
];

/**
 * Makes the index anew beside the one there is, then puts it in its place; questions are answered all the while. Whatever breaks
 * off leaves the old one. What changes meanwhile has to be put again, afterwards.
 * @param swapped runs in the transaction in which the new index takes its place
 */
export async function rebuildIndex(database: Database, meetings: AsyncIterable<MeetingMoments>, swapped: (tx: Tx) => Promise<void>, threads?: number): Promise<Rebuilt> {
  await database.transaction(async (tx) => {
    await sql.raw(`drop schema if exists ${NEW} cascade`).execute(tx);
    await createTables(tx, NEW);
    for (const statement of PARTS) await sql.raw(statement).execute(tx);
  });
  const partitions = new Set<string>();
  let count = 0;
  let written: Written;
  {
    await using writers = new LoadThreads({ url: database.url, schema: NEW }, threads);
    let facts = 1;
    let batch: NumberedMeeting[] = [];
    let texts = 0;
    for await (const meeting of meetings) {
      await makePartitions(database, meeting, partitions);
      count += 1;
      batch.push({ number: count, firstFacts: facts, meeting });
      facts += meeting.moments.length;
      texts += meeting.moments.reduce((sum, moment) => sum + moment.texts.length, 0);
      if (texts < TEXTS_AT_ONCE) continue;
      await writers.write(batch);
      [batch, texts] = [[], 0];
    }
    if (batch.length > 0) await writers.write(batch);
    written = await writers.finish();
  }
  await finish(database, [...partitions]);
  await database.transaction(async (tx) => {
    await lockIndex(tx);
    await sql.raw('drop schema if exists search cascade').execute(tx);
    await sql.raw(`alter schema ${NEW} rename to search`).execute(tx);
    await sql`update search.layout set built = true`.execute(tx);
    await swapped(tx);
  });
  return { meetings: count, ...written };
}

async function makePartitions(database: Database, { day, moments }: MeetingMoments, known: Set<string>): Promise<void> {
  const year = yearOf(newestOf(day));
  for (const language of new Set(moments.flatMap(({ texts }) => texts.map((text) => languageOf(text.language))))) {
    const name = partitionOf(language, year);
    if (known.has(name)) continue;
    await database.transaction((tx) => ensurePartition(tx, NEW, language, year, false));
    known.add(name);
  }
}

/** Two things at a time: each is sorted by one process, and a small machine has two. */
async function finish(database: Database, partitions: readonly string[]): Promise<void> {
  const left = [...JOINED.map((statements) => (tx: Tx) => runAll(tx, statements)), ...partitions.map((name) => (tx: Tx) => indexOne(tx, `${NEW}.${name}`))].values();
  const work = async (): Promise<void> => {
    for (const step of left) {
      await database.transaction(async (tx) => {
        await sql`set local maintenance_work_mem = '128MB'`.execute(tx);
        await sql`set local work_mem = '64MB'`.execute(tx);
        await step(tx);
      });
    }
  };
  await Promise.all([work(), work()]);
}

async function runAll(tx: Tx, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx);
}

async function indexOne(tx: Tx, name: string): Promise<void> {
  await indexPartition(tx, name);
  await sql.raw(`analyze ${name} (moment, newest)`).execute(tx);
}
