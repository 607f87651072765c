import { sql } from 'kysely';
import type { Database } from './db.ports.ts';

/**
 * Names the state of the whole database: another one as soon as any transaction that writes has begun or ended. It costs
 * the database next to nothing to tell, and nothing can be changed without it, so it can be what a cache goes by.
 */
export async function dataVersion({ db }: Pick<Database, 'db'>): Promise<string> {
  const { rows: [row] } = await sql<{ readonly version: string }>`select pg_current_snapshot()::text as version`.execute(db);
  return row?.version ?? '';
}
