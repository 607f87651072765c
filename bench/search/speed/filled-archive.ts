import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate, openDatabase, startEmbeddedPostgres, type Database, type Migration } from '../../../server/src/platform/db/index.ts';
import { silentLog } from '../../../server/src/platform/log/index.ts';
import { openSearchIndex, type MeetingMoments, type SearchIndex } from '../../../server/src/search/index.ts';
import { MIGRATIONS } from '../../../server/migrations/index.ts';
import { cpuOfTree } from '../../measure/processes.ts';
import { archive, bodyOf, idOf, meetingsFor } from './archive.ts';
import { LANGUAGES, type Language } from './pools.ts';

/** What filling an archive took. */
export interface Filling {
  readonly texts: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly diskBytes: number;
  /** To put one more meeting of three hours into it. */
  readonly putMs: number;
}

const MEETING_TURNS = 6;
const TABLES_OF_SEARCH = "select sum(pg_total_relation_size(c.oid)) as bytes from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'search' and c.relkind = 'r'";

/**
 * Fills a data folder with meetings and their moments, by the same way as `openfloor reindex`; `more` is asked about the database before
 * it is closed.
 */
export async function fillArchive<T>(data: string, pools: Readonly<Record<Language, readonly string[]>>, rows: number, more: (database: Database) => Promise<T>): Promise<Filling & { readonly more: T }> {
  await mkdir(data, { recursive: true });
  const migrations: Readonly<Record<string, Migration>> = MIGRATIONS;
  const postgres = await startEmbeddedPostgres({ folder: join(data, 'postgres'), log: silentLog });
  try {
    await using database = openDatabase({ url: postgres.url, log: silentLog });
    await migrate(database, migrations);
    await writeCatalogue(database, meetingsFor(rows));
    const index = await openSearchIndex(database);
    const cpu = () => cpuOfTree(postgres.pid) + process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6;
    const [began, used] = [performance.now(), cpu()];
    async function* meetings(): AsyncGenerator<MeetingMoments> { yield* archive(pools, rows); }
    const { texts } = await index.rebuild(meetings(), async () => undefined);
    const [seconds, cpuSeconds] = [(performance.now() - began) / 1000, cpu() - used];
    const putMs = await putOne(database, index, pools);
    const { rows: [size] } = await database.pool.query<{ bytes: string }>(TABLES_OF_SEARCH);
    return { texts, seconds, cpuSeconds, diskBytes: Number(size?.bytes), putMs, more: await more(database) };
  } finally {
    await postgres.stop();
  }
}

async function putOne(database: Database, index: SearchIndex, pools: Readonly<Record<Language, readonly string[]>>): Promise<number> {
  const [first] = archive(pools, LANGUAGES.length * 60);
  if (!first) throw new Error('There is no meeting to put.');
  // Six times half an hour.
  const moments = Array.from({ length: MEETING_TURNS }, () => first.moments).flat();
  const began = performance.now();
  await database.transaction((tx) => index.put(tx, { ...first, meetingId: idOf(0), moments }));
  return performance.now() - began;
}

/** The rows of the catalogue that answers of search show. */
async function writeCatalogue({ pool }: Database, meetings: number): Promise<void> {
  const numbers = Array.from({ length: meetings }, (_, n) => n);
  const bodies = [...new Set(numbers.map(bodyOf))];
  await pool.query('insert into bodies (slug, names) select slug, jsonb_build_object(\'en\', slug) from unnest($1::text[]) as slug', [bodies]);
  await pool.query(`insert into meetings (id, slug, state, titles, body_id, starts_at, published_at, created_at, updated_at)
    select m.id, 'meeting-' || m.n, 'published', jsonb_build_object('en', 'Meeting ' || m.n), b.id, now(), now(), now(), now()
    from unnest($1::uuid[], $2::integer[], $3::text[]) as m (id, n, body) join bodies b on b.slug = m.body`, [numbers.map(idOf), numbers, numbers.map(bodyOf)]);
  await pool.query(`insert into channels (meeting_id, key, role, language, position)
    select m.id, l.language, case when l.n = 1 then 'floor' else 'interpretation' end, l.language, l.n from meetings m, unnest($1::text[]) with ordinality as l (language, n)`, [LANGUAGES]);
  await pool.query('analyze meetings, channels, bodies');
}
