import { PgBoss, type Db as BossDb } from 'pg-boss';
import { connectPatiently, type Database, type Tx } from '#platform/db/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { AnyJob } from './queue.ports.ts';

const PATIENCE_MS = 5000;
const DAY_SECONDS = 24 * 60 * 60;

/** The schema that belongs to pg-boss. */
const QUEUE_SCHEMA = 'queue';

/**
 * Every queue alike. `stately` and a key on each job: one waits and one runs per key, never two side
 * by side. Attempts, leases and lost workers are ours to judge (see `worker.ts`), so pg-boss only
 * steps in after a day; a job that waits for a disk to be free may wait for a year.
 */
const QUEUE_OPTIONS = { policy: 'stately', retryLimit: 1000, expireInSeconds: DAY_SECONDS, retentionSeconds: 365 * DAY_SECONDS, deleteAfterSeconds: 7 * DAY_SECONDS } as const;

/** pg-boss on our pool: no connections of its own, no schedules, cleaning up once a minute. */
export async function startBoss(database: Database, jobs: readonly Pick<AnyJob, 'name'>[], log: Log): Promise<PgBoss> {
  const boss = new PgBoss({
    db: onPool(database),
    schema: QUEUE_SCHEMA,
    schedule: false,
    registerInstance: false,
    monitorVacuum: false,
  });
  boss.on('error', (error) => log.warn({ error }, 'The queue had trouble with the database'));
  boss.on('warning', (warning) => log.debug({ warning }, 'The queue has a remark'));
  await boss.start();
  const there = new Set((await boss.getQueues(jobs.map(({ name }) => name))).map(({ name }) => name));
  for (const { name } of jobs) if (!there.has(name)) await boss.createQueue(name, QUEUE_OPTIONS);
  return boss;
}

function onPool({ pool }: Database): BossDb {
  return {
    executeSql: async (text, values) => {
      const client = await connectPatiently(pool, PATIENCE_MS);
      try {
        const result = await client.query(text, values);
        client.release();
        return result;
      } catch (error) {
        // The connection may be what is broken; a new one costs a millisecond.
        client.release(true);
        throw error;
      }
    },
  };
}

/** Makes pg-boss part of an open transaction: what it writes exists if and when that commits. */
export function inTransaction(tx: Tx): BossDb {
  return {
    executeSql: async (text, values) => {
      const { rows } = await tx.executeQuery({ sql: text, parameters: values ?? [], query: { kind: 'RawNode', sqlFragments: [text], parameters: [] }, queryId: { queryId: 'queue' } });
      return { rows };
    },
  };
}
