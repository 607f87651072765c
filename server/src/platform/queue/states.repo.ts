import { sql, type RawBuilder } from 'kysely';
import type { Database, Tx } from '#platform/db/index.ts';
import type { JobNote } from './claims.repo.ts';
import type { JobState, JobStateName } from './queue.ports.ts';

const MOST_ROWS = 500;
// Jobs without a key of their own get one that nobody asks for.
export const NO_KEY = '#';

export type Which = { readonly job?: string | undefined; readonly dedupePrefix?: string | undefined };

type Row = {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
  readonly state: string;
  readonly retry_count: number;
  readonly started: boolean;
  readonly singleton_key: string | null;
  readonly created_on: Date;
  readonly start_after: Date;
  readonly output: JobNote | null;
  readonly progress: number | null;
};

const matches = ({ job, dedupePrefix }: Which): RawBuilder<unknown> => sql`
  (${job ?? null}::text is null or j.name = ${job ?? null})
  and (${dedupePrefix ?? null}::text is null or starts_with(j.singleton_key, ${dedupePrefix ?? null}))`;

/** Jobs as people and programs ask about them, newest first. */
export async function jobStates(database: Database, which: Which): Promise<readonly JobState[]> {
  const { rows } = await sql<Row>`
    select j.id, j.name, j.data, j.state::text as state, j.retry_count, j.started_on is not null as started, j.singleton_key, j.created_on, j.start_after, j.output, c.progress
    from queue.job j left join queue_claim c on c.job_id = j.id
    where ${matches(which)} order by j.created_on desc, j.id limit ${MOST_ROWS}`.execute(database.db);
  return rows.map((row) => ({
    id: row.id,
    job: row.name,
    dedupeKey: row.singleton_key === null || row.singleton_key.startsWith(NO_KEY) ? undefined : row.singleton_key,
    state: stateOf(row),
    attempt: row.started ? row.retry_count + 1 : row.retry_count,
    progress: row.state === 'active' ? row.progress ?? undefined : undefined,
    error: row.output?.code === undefined ? undefined : { code: row.output.code, message: row.output.message ?? '' },
    payload: row.data,
    addedAt: row.created_on,
    dueAt: row.start_after,
  }));
}

const NAMES: Readonly<Record<string, JobStateName>> = { created: 'waiting', retry: 'retrying', active: 'running', completed: 'done', failed: 'failed', cancelled: 'cancelled' };

function stateOf({ state, output }: Row): JobStateName {
  if (state === 'retry' && output?.holds !== undefined) return 'held';
  // Given back because its process stopped or died: as if it had not begun.
  if (state === 'retry' && output?.code === undefined) return 'waiting';
  return NAMES[state] ?? 'failed';
}

/** Lets a job of this key that already waits run at once (or after `delayMs`). Returns whether there is one. */
export async function bringForward(tx: Tx, job: string, key: string, delayMs: number): Promise<boolean> {
  const { rows } = await sql`
    update queue.job set start_after = least(start_after, now() + ${delayMs} * interval '1 millisecond')
    where name = ${job} and singleton_key = ${key} and state < 'active' returning id`.execute(tx);
  return rows.length > 0;
}

/** Takes back what waits. Returns the ids of what runs and has to be told. */
export async function cancelJobs(tx: Tx, which: Which): Promise<{ readonly cancelled: number; readonly running: readonly string[] }> {
  const { rows: cancelled } = await sql`
    update queue.job j set state = 'cancelled', completed_on = now() where j.state < 'active' and ${matches(which)} returning j.id`.execute(tx);
  const { rows: running } = await sql<{ id: string }>`select j.id from queue.job j where j.state = 'active' and ${matches(which)}`.execute(tx);
  return { cancelled: cancelled.length, running: running.map(({ id }) => id) };
}

/** How many jobs of these names run or are due. */
export async function busyCount(database: Database, names: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from queue.job where name = any(${names}) and (state = 'active' or (state < 'active' and not blocked and start_after <= now()))`.execute(database.db);
  return rows[0]?.n ?? 0;
}
