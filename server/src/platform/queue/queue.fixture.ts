import type { Database } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { openEvents } from '#platform/events/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { openQueue } from './queue.ts';
import type { AddOptions, AnyJob, JobDefinition, Lane, Queue, Registry, Worker } from './queue.ports.ts';
import { createRegistry } from './registry.ts';

export type QueueFixture = AsyncDisposable & {
  readonly database: Database;
  readonly queue: Queue;
  add<P>(job: JobDefinition<P>, payload: P, options?: AddOptions): Promise<string | undefined>;
  work(fill: (registry: Registry) => unknown, concurrency?: Partial<Record<Lane, number>>): Promise<Worker>;
};

/** A queue on a real database of its own, and workers that stop with it. */
export async function openQueueFixture(jobs: readonly { readonly name: string }[]): Promise<QueueFixture> {
  const database = await openTestDatabase();
  const events = await openEvents({ database, log: silentLog });
  const queue = await openQueue({ database, events, log: silentLog, jobs: jobs as readonly AnyJob[] });
  const workers: Worker[] = [];
  return {
    database,
    queue,
    add: (job, payload, options) => database.transaction((tx) => queue.add(tx, job, payload, options)),
    work: async (fill, concurrency) => {
      const registry = createRegistry();
      fill(registry);
      const worker = await queue.startWorker({ registry, ...(concurrency === undefined ? {} : { concurrency }) });
      workers.push(worker);
      return worker;
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      await queue.close();
      await events.close();
      await database.close();
    },
  };
}
