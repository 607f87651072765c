import { z } from 'zod';
import { openDatabase } from '#platform/db/index.ts';
import { openEvents } from '#platform/events/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { defineJob } from './define-job.ts';
import { openQueue } from './queue.ts';
import { createRegistry } from './registry.ts';

/** The job that the tests of killed workers run. */
export const longJob = defineJob({ name: 'test.long.v1', payload: z.object({}), attempts: 1, leaseSeconds: 600, lane: 'media' });

/** A worker in a process of its own that says `running` and never ends; for `node dying-worker.fixture.ts URL`. */
async function workForEver(url: string): Promise<void> {
  const database = openDatabase({ url, log: silentLog });
  const events = await openEvents({ database, log: silentLog });
  const queue = await openQueue({ database, events, log: silentLog, jobs: [longJob] });
  const registry = createRegistry().handle(longJob, async () => {
    process.stdout.write('running\n');
    await new Promise(() => setInterval(() => undefined, 1000));
  });
  await queue.startWorker({ registry });
}

const [, script, url] = process.argv;
if (script === import.meta.filename && url !== undefined) await workForEver(url);
