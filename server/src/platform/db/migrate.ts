import { sql } from 'kysely';
import { AppError } from '#platform/errors/index.ts';
import type { Database, Migration, Tx } from './db.ports.ts';

// Any fixed number; servers that start together take turns on it.
const MIGRATION_LOCK = 0x0f_10_0b;

type StepsTable = { platform_migration: { name: string } };

/** The names of the steps this database has, in order; empty for a database that has none. */
export async function migrationLevel(database: Pick<Database, 'db'>): Promise<readonly string[]> {
  const { rows } = await sql<{ found: string | null }>`select to_regclass('public.platform_migration')::text as found`.execute(database.db);
  if (rows[0]?.found === null) return [];
  const steps = await database.db.$extendTables<StepsTable>().selectFrom('platform_migration').select('name').orderBy('name').execute();
  return steps.map(({ name }) => name);
}

/**
 * Brings the schema to the newest step, all due steps in one transaction: it ends at the newest
 * step or where it was. Returns the names of the steps taken. Refuses a database that a newer
 * Openfloor has written, because this one could not read it rightly.
 */
export async function migrate(database: Database, migrations: Readonly<Record<string, Migration>>): Promise<readonly string[]> {
  return database.transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx);
    await sql`create table if not exists platform_migration (name text primary key, taken_at timestamptz not null default now())`.execute(tx);
    const taken = new Set(await migrationLevel({ db: tx }));
    const unknown = [...taken].filter((name) => !(name in migrations));
    if (unknown.length > 0) {
      throw new AppError('config_invalid', { problems: `The database was written by a newer Openfloor (it has the steps ${unknown.join(', ')}): start that version or a later one.` });
    }
    const due = Object.keys(migrations).sort().filter((name) => !taken.has(name));
    for (const name of due) await take(tx, name, migrations[name]);
    return due;
  });
}

async function take(tx: Tx, name: string, step: Migration | undefined): Promise<void> {
  await step?.up(tx);
  await tx.$extendTables<StepsTable>().insertInto('platform_migration').values({ name }).execute();
}
