import { randomUUID } from 'node:crypto';
import type { Database } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { Events } from '#platform/events/index.ts';
import type { Log } from '#platform/log/index.ts';
import { inTransaction, startBoss } from './boss.ts';
import type { AnyJob, Queue } from './queue.ports.ts';
import { bringForward, cancelJobs, jobStates, NO_KEY } from './states.repo.ts';
import { QUEUE_ADDED, QUEUE_CANCEL } from './topics.ts';
import { startWorker } from './worker.ts';

type OpenOptions = {
  readonly database: Database;
  readonly events: Events;
  readonly log: Log;
  /** Every kind of job there is; others cannot be added. */
  readonly jobs: readonly AnyJob[];
};

/** Opens the queue of a database; makes or updates its tables. */
export async function openQueue({ database, events, log, jobs }: OpenOptions): Promise<Queue> {
  const boss = await startBoss(database, jobs, log);
  const known = new Set(jobs.map(({ name }) => name));
  return {
    add: async (tx, job, payload, { dedupeKey, priority, delayMs = 0 } = {}) => {
      if (!known.has(job.name)) throw new Error(`The job ${job.name} is not in the list of jobs that the queue was opened with.`);
      const parsed = job.payload.safeParse(payload);
      if (!parsed.success) throw new AppError('validation_failed', { problems: `the payload of ${job.name}: ${parsed.error.message}` });
      const waits = dedupeKey !== undefined && (await bringForward(tx, job.name, dedupeKey, delayMs));
      const id = waits ? null : await boss.send(job.name, parsed.data as object, {
        singletonKey: dedupeKey ?? NO_KEY + randomUUID(),
        priority: priority ?? job.priority,
        ...(delayMs > 0 ? { startAfter: String(delayMs / 1000) } : {}),
        db: inTransaction(tx),
      });
      await events.publish({ topic: QUEUE_ADDED }, { tx });
      return id ?? undefined;
    },
    states: (which) => jobStates(database, which),
    cancel: (which) => database.transaction(async (tx) => {
      const { cancelled, running } = await cancelJobs(tx, which);
      if (running.length > 0) await events.publish({ topic: QUEUE_CANCEL, ids: running }, { tx });
      return cancelled + running.length;
    }),
    startWorker: (options) => startWorker({ database, boss, events, log }, options),
    close: () => boss.stop({ graceful: false, close: false }),
  };
}
