import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { silentLog } from '#platform/log/index.ts';
import { isRunning, thisProcess } from '#platform/process/index.ts';
import type { EmbeddedPostgres } from './db.ports.ts';
import { startEmbeddedPostgres } from './embedded.ts';

const PREFIX = 'openfloor-test-postgres.';
const CACHE = join(import.meta.dirname, '../../../../node_modules/.cache/openfloor-test-postgres-18');
// Nothing of a test outlives it, so nothing has to reach the disk.
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', log_min_messages: 'fatal' };

const copy = (from: string, to: string): Promise<unknown> => promisify(execFile)('cp', ['-a', from, to]);

/** A PostgreSQL for tests in a folder of its own, copied from one that was set up once; `stop` removes it. */
export async function startTestServer(): Promise<EmbeddedPostgres> {
  await sweep();
  await ensureCache();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${thisProcess}.`));
  for (const name of ['cluster', 'password']) await copy(join(CACHE, name), join(folder, name));
  const server = await startEmbeddedPostgres({ folder, log: silentLog, settings: FAST });
  return {
    url: server.url,
    get pid() {
      return server.pid;
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Removes what killed test runs left. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const mark = name.startsWith(PREFIX) ? name.slice(PREFIX.length).split('.', 1)[0] ?? '' : thisProcess;
    if (!isRunning(mark)) await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}

async function ensureCache(): Promise<void> {
  if ((await readdir(CACHE).catch(() => [])).length > 0) return;
  const draft = `${CACHE}.${thisProcess}`;
  await mkdir(draft, { recursive: true });
  const server = await startEmbeddedPostgres({ folder: draft, log: silentLog });
  await server.stop();
  // Another test run may have been faster: its cache is as good.
  await rename(draft, CACHE).catch(() => rm(draft, { recursive: true, force: true }));
}
