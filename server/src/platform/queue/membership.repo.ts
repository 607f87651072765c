import { sql } from 'kysely';
import type { Database } from '#platform/db/index.ts';
import { isLocal, isRunning, thisProcess } from '#platform/process/index.ts';
import { moveJob, type JobNote } from './claims.repo.ts';

/** A worker elsewhere that was not heard of for so long is gone. */
export const SILENCE_SECONDS = 15;
/** A commit whose answer was lost may leave a claim that nobody works on. */
const LOST_ANSWER_SECONDS = 10;
// Enough for an operator's restarts and a bad day; a job that ends its process every time must end some time.
const MOST_CRASHES = 30;

/** Enters a worker, or says again that it is there. Returns false when it had been declared gone (it is entered anew). */
export async function heartbeat(database: Database, workerId: string): Promise<boolean> {
  const { rows } = await sql<{ fresh: boolean }>`
    insert into queue_worker (id, process, heartbeat_at) values (${workerId}, ${thisProcess}, now())
    on conflict (id) do update set heartbeat_at = now() returning (xmax = 0) as fresh`.execute(database.db);
  return rows[0]?.fresh === false;
}

/** Takes a worker out of the list, and whatever it still holds back into the queue. */
export async function leave(database: Database, workerId: string): Promise<void> {
  await sql`delete from queue_worker where id = ${workerId}`.execute(database.db);
  await giveBackUnheld(database);
}

/** How many workers of other machines or containers are there. */
export async function workersElsewhere(database: Database): Promise<number> {
  return (await others(database)).filter(({ process }) => !isLocal(process)).length;
}

type WorkerRow = { readonly id: string; readonly process: string; readonly silent: boolean };

async function others(database: Database): Promise<readonly WorkerRow[]> {
  const { rows } = await sql<WorkerRow>`
    select id, process, heartbeat_at < now() - ${SILENCE_SECONDS} * interval '1 second' as silent from queue_worker`.execute(database.db);
  return rows;
}

/**
 * Takes workers that are gone out of the list and their jobs back. One on this machine is gone when
 * its process is: known at once. Of one elsewhere only its silence is known; `judgeSilence` is false
 * while our own line to the database was down, since everybody is silent then.
 */
export async function reclaim(database: Database, judgeSilence: boolean): Promise<number> {
  const gone = (await others(database)).filter(({ process, silent }) => (isLocal(process) ? !isRunning(process) : silent && judgeSilence));
  if (gone.length > 0) {
    const local = gone.filter(({ process }) => isLocal(process)).map(({ id }) => id);
    // Asked again in the same statement: one that has spoken up since is not gone.
    await sql`delete from queue_worker where id = any(${gone.map(({ id }) => id)}::uuid[])
      and (id = any(${local}::uuid[]) or heartbeat_at < now() - ${SILENCE_SECONDS} * interval '1 second')`.execute(database.db);
  }
  return giveBackUnheld(database);
}

/** Puts back the jobs that are marked as running while no worker of the list runs them. */
async function giveBackUnheld(database: Database): Promise<number> {
  return database.transaction(async (tx) => {
    const { rows: claims } = await sql<{ job: string; jobId: string }>`
      delete from queue_claim c where not exists (select from queue_worker w where w.id = c.worker_id) returning job, job_id as "jobId"`.execute(tx);
    const { rows: strays } = await sql<{ job: string; jobId: string }>`
      select name as job, id as "jobId" from queue.job j
      where state = 'active' and started_on < now() - ${LOST_ANSWER_SECONDS} * interval '1 second'
        and not exists (select from queue_claim c where c.job_id = j.id) for update of j skip locked`.execute(tx);
    for (const { job, jobId } of [...claims, ...strays]) {
      const { rows } = await sql<{ output: JobNote | null }>`select output from queue.job where name = ${job} and id = ${jobId} and state = 'active'`.execute(tx);
      const note = rows[0]?.output ?? {};
      const crashes = (note.crashes ?? 0) + 1;
      await moveJob(tx, job, jobId, crashes > MOST_CRASHES
        ? { to: 'failed', note: { crashes, code: 'internal_error', message: `Its process died ${crashes} times while it ran.` } }
        : { to: 'again', note: { ...note, crashes }, pauseMs: 0, counted: false });
    }
    return claims.length + strays.length;
  });
}

/** Claims of this worker that none of its runs knows: their commit came through, the answer did not. */
export async function giveBackUnknown(database: Database, workerId: string, runIds: readonly string[]): Promise<void> {
  await sql`update queue_claim set worker_id = gen_random_uuid()
    where worker_id = ${workerId} and run_id <> all(${runIds}::uuid[]) and claimed_at < now() - ${LOST_ANSWER_SECONDS} * interval '1 second'`.execute(database.db);
}
