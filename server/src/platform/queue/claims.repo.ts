import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { PgBoss } from 'pg-boss';
import type { Database, Tx } from '#platform/db/index.ts';
import { inTransaction } from './boss.ts';

/** One run of one job by one worker. `runId` is what allows to settle it. */
export type Claim = {
  readonly runId: string;
  readonly jobId: string;
  readonly job: string;
  readonly dedupeKey: string;
  readonly payload: unknown;
  /** 1 for the first run that counts. */
  readonly attempt: number;
  readonly note: JobNote;
};

/** What we remember about a job between its runs, in its `output`. */
export type JobNote = {
  readonly code?: string;
  readonly message?: string;
  /** Waits for something outside; how often in a row. */
  readonly holds?: number;
  /** Runs that ended because their process died. */
  readonly crashes?: number;
};

class NoJob extends Error {}

/** The names of jobs that are due, the most urgent first. */
export async function dueJobs(database: Database, names: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from queue.job
    where name = any(${names}) and state < 'active' and not blocked and start_after <= now()
    order by priority desc, created_on limit 20`.execute(database.db);
  return [...new Set(rows.map(({ name }) => name))];
}

/** Milliseconds until the next job is due; undefined when none waits. */
export async function nextDueMs(database: Database, names: readonly string[]): Promise<number | undefined> {
  const { rows } = await sql<{ ms: number | null }>`
    select ceil(extract(epoch from min(start_after) - now()) * 1000)::float8 as ms from queue.job
    where name = any(${names}) and state < 'active' and not blocked`.execute(database.db);
  return rows[0]?.ms ?? undefined;
}

/**
 * Takes the next job of this name for a worker. Job and claim change in one transaction that holds
 * the worker's row, so a worker that was declared gone meanwhile takes nothing.
 */
export async function claimNext(database: Database, boss: PgBoss, workerId: string, name: string): Promise<Claim | undefined> {
  try {
    return await database.transaction(async (tx) => {
      const worker = await sql`select from queue_worker where id = ${workerId} for key share`.execute(tx);
      if (worker.rows.length === 0) throw new NoJob();
      const [job] = await boss.fetch<unknown>(name, { includeMetadata: true, db: inTransaction(tx) });
      // Thrown rather than returned: when another worker was faster, the transaction is broken and must be rolled back.
      if (job === undefined) throw new NoJob();
      const runId = randomUUID();
      await sql`
        insert into queue_claim (job_id, job, worker_id, run_id, claimed_at) values (${job.id}, ${name}, ${workerId}, ${runId}, now())
        on conflict (job_id) do update set worker_id = excluded.worker_id, run_id = excluded.run_id, claimed_at = excluded.claimed_at, progress = null`.execute(tx);
      return { runId, jobId: job.id, job: name, dedupeKey: job.singletonKey ?? '', payload: job.data, attempt: job.retryCount + 1, note: job.output ?? {} };
    });
  } catch (error) {
    if (error instanceof NoJob) return undefined;
    throw error;
  }
}

export async function writeProgress(database: Database, runId: string, done: number): Promise<void> {
  await sql`update queue_claim set progress = ${done} where run_id = ${runId}`.execute(database.db);
}

/** What becomes of a job after a run. `again`: after a pause, counted as an attempt or not. */
export type Outcome =
  | { readonly to: 'completed' }
  | { readonly to: 'failed' | 'cancelled'; readonly note: JobNote }
  | { readonly to: 'again'; readonly note: JobNote; readonly pauseMs: number; readonly counted: boolean };

/** Ends a run. Returns false, and changes nothing, when the job was taken from it meanwhile. */
export async function settle(database: Database, claim: Pick<Claim, 'runId' | 'jobId' | 'job'>, outcome: Outcome): Promise<boolean> {
  return database.transaction(async (tx) => {
    const gone = await sql`delete from queue_claim where job_id = ${claim.jobId} and run_id = ${claim.runId} returning job_id`.execute(tx);
    if (gone.rows.length === 0) return false;
    await moveJob(tx, claim.job, claim.jobId, outcome);
    return true;
  });
}

/** Moves a running job on. With `again`, one of the same key that already waits makes it superfluous. */
export async function moveJob(tx: Tx, name: string, jobId: string, outcome: Outcome): Promise<void> {
  const here = sql`name = ${name} and id = ${jobId} and state = 'active'`;
  if (outcome.to === 'completed') {
    await sql`update queue.job set state = 'completed', completed_on = now(), output = null where ${here}`.execute(tx);
    return;
  }
  const note = sql`${JSON.stringify(outcome.note)}::jsonb`;
  if (outcome.to !== 'again') {
    await sql`update queue.job set state = ${outcome.to}, completed_on = now(), output = ${note} where ${here}`.execute(tx);
    return;
  }
  // A claim counts a run when `started_on` says there was one before; without it this run never was.
  await sql`
    update queue.job j set
      state = case when waiting then 'cancelled' else 'retry' end::queue.job_state,
      completed_on = case when waiting then now() end,
      start_after = now() + ${outcome.pauseMs} * interval '1 millisecond',
      started_on = case when ${outcome.counted} then started_on end,
      output = ${note}
    from (select exists (select from queue.job o, queue.job me
      where me.name = ${name} and me.id = ${jobId} and o.name = me.name and o.id <> me.id and o.singleton_key = me.singleton_key and o.state < 'active') as waiting) found
    where j.name = ${name} and j.id = ${jobId} and j.state = 'active'`.execute(tx);
}
