import type { PoolClient } from 'pg';
import { z } from 'zod';
import type { Database } from '#platform/db/index.ts';
import type { Log } from '#platform/log/index.ts';
import { startBoss } from './boss.ts';
import type { AnyJob } from './queue.ports.ts';

type Querying = Pick<PoolClient, 'query'>;

/** Work that is still to be done, in a form that does not depend on the tables of pg-boss. */
export const PortableJob = z.strictObject({
  name: z.string(),
  payload: z.unknown(),
  key: z.string().nullable(),
  priority: z.int(),
  dueAt: z.iso.datetime(),
});
export type PortableJob = z.output<typeof PortableJob>;

/** Everything that waits or runs, as this connection (and its snapshot) sees it. */
export async function readPendingJobs(client: Querying): Promise<readonly PortableJob[]> {
  const { rows: found } = await client.query<{ there: boolean }>("select to_regclass('queue.job') is not null as there");
  if (found[0]?.there !== true) return [];
  const { rows } = await client.query<{ name: string; payload: unknown; key: string | null; priority: number; due: Date }>(
    "select name, data as payload, singleton_key as key, priority, start_after as due from queue.job where state < 'completed' order by created_on, id");
  return rows.map(({ due, ...job }) => ({ ...job, dueAt: due.toISOString() }));
}

/** Puts jobs into the queue of an empty database, in the open transaction of `client`. Each begins afresh. */
export async function writePendingJobs(database: Database, client: Querying, jobs: readonly PortableJob[], log: Log): Promise<void> {
  if (jobs.length === 0) return;
  const names = [...new Set(jobs.map(({ name }) => name))];
  // The queue goes by names; payloads are judged when the worker of that name takes them.
  const boss = await startBoss(database, names.map((name): Pick<AnyJob, 'name'> => ({ name })), log);
  try {
    const db = { executeSql: async (text: string, values?: unknown[]) => client.query<Record<string, unknown>>(text, values) };
    // One that ran and one that waited for the same thing become one.
    const single = new Map(jobs.map((job, index) => [job.key === null ? `#${index}` : `${job.name} ${job.key}`, job]));
    for (const name of names) {
      const mine = [...single.values()].filter((job) => job.name === name);
      await boss.insert(name, mine.map(({ payload, key, priority, dueAt }) => ({
        data: payload as object, priority, startAfter: dueAt, ...(key === null ? {} : { singletonKey: key }),
      })), { db });
    }
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
}
