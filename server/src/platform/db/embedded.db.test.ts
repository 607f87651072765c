import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '#platform/log/index.ts';
import { openDatabase } from './database.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { clusterPids, clusterTag } from './postgres-processes.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openfloor-embedded-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const running = () => clusterPids(clusterTag(join(folder, 'cluster')));

async function until(what: () => Promise<boolean>, limitMs: number): Promise<number> {
  const started = performance.now();
  while (!(await what())) {
    if (performance.now() - started > limitMs) throw new Error(`not within ${limitMs} ms`);
    await sleep(50);
  }
  return performance.now() - started;
}

describe('startEmbeddedPostgres', () => {
  it('sets up, keeps what was committed over stop and start, and leaves no process', async () => {
    const first = await startEmbeddedPostgres({ folder, log: silentLog });
    const before = openDatabase({ url: first.url, log: silentLog });
    await sql`create table kept as select 'Ünïcode' as name`.execute(before.db);
    const { rows } = await sql<{ provider: string; locale: string; fsync: string }>`select datlocprovider::text as provider, datlocale as locale, current_setting('fsync') as fsync from pg_database where datname = current_database()`.execute(before.db);
    expect(rows).toEqual([{ provider: 'b', locale: 'C.UTF-8', fsync: 'on' }]);
    await before.close();
    await first.stop();
    expect(await running()).toEqual([]);

    const second = await startEmbeddedPostgres({ folder, log: silentLog });
    await using after = openDatabase({ url: second.url, log: silentLog });
    expect((await sql`select lower(name) as name from kept`.execute(after.db)).rows).toEqual([{ name: 'ünïcode' }]);
    await after.close();
    await second.stop();
  });

  it('keeps its password from other users and runs as one that is not root', async () => {
    const server = await startEmbeddedPostgres({ folder, log: silentLog });
    expect((await stat(join(folder, 'password'))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o077).toBe(0);
    const status = process.platform === 'linux' ? await readFile(`/proc/${server.pid}/status`, 'utf8') : '';
    expect(status).not.toMatch(/^Uid:\s+0/m);
    await server.stop();
  });

  it('is back at the same address after kill -9 of the postmaster, and the pool with it', async () => {
    const server = await startEmbeddedPostgres({ folder, log: silentLog });
    await using database = openDatabase({ url: server.url, log: silentLog });
    await sql`create table counted as select 1 as n`.execute(database.db);
    const killed = server.pid;
    // A backend that is busy holds the shared memory of the old postmaster and must not keep the new one away.
    const busy = sql`select pg_sleep(60)`.execute(database.db).catch((error: unknown) => error);
    await sleep(100);
    process.kill(killed, 'SIGKILL');
    await until(async () => server.pid !== killed, 20_000);
    expect((await sql`select n from counted`.execute(database.db)).rows).toEqual([{ n: 1 }]);
    expect(await busy).toMatchObject({ code: 'database_away' });
    await database.close();
    await server.stop();
    expect(await running()).toEqual([]);
  });

  it('refuses a second owner of the folder', async () => {
    const server = await startEmbeddedPostgres({ folder, log: silentLog });
    await expect(startEmbeddedPostgres({ folder, log: silentLog })).rejects.toMatchObject({ code: 'already_running', details: { pid: process.pid } });
    await server.stop();
  });

  it('leaves no database when its process is killed, and starts again on the same folder', async () => {
    const script = `import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))};
      import { silentLog } from ${JSON.stringify(join(import.meta.dirname, '../log/index.ts'))};
      const server = await startEmbeddedPostgres({ folder: ${JSON.stringify(folder)}, log: silentLog });
      console.log(server.pid); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'], cwd: import.meta.dirname });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    // Started again at once, while the old one may still be shutting down.
    const server = await startEmbeddedPostgres({ folder, log: silentLog });
    await using database = openDatabase({ url: server.url, log: silentLog });
    expect((await sql`select n from counted`.execute(database.db)).rows).toEqual([{ n: 1 }]);
    await database.close();
    await server.stop();
    expect(await running()).toEqual([]);
  });

  it.runIf(process.platform === 'linux' && userInfo().uid === 0)('runs as root where its account cannot reach the folder', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'openfloor-closed-'));
    const server = await startEmbeddedPostgres({ folder: join(closed, 'database'), log: silentLog });
    expect((await stat(closed)).mode & 0o077).toBe(0);
    await server.stop();
    await rm(closed, { recursive: true });
  });
});
