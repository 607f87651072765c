import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { longJob } from './dying-worker.fixture.ts';
import { heartbeat, reclaim } from './membership.repo.ts';
import { openQueueFixture, type QueueFixture } from './queue.fixture.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function workElsewhere(q: QueueFixture): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'dying-worker.fixture.ts'), q.database.url], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

describe('the jobs of a worker that is gone', () => {
  it('are taken up at once by the next one after kill -9, and cost no attempt', async () => {
    await using q = await openQueueFixture([longJob]);
    await q.add(longJob, {}, { dedupeKey: 'r1' });
    const child = await workElsewhere(q);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const killed = performance.now();
    const attempts: number[] = [];
    const worker = await q.work((r) => r.handle(longJob, async (_, { attempt }) => void attempts.push(attempt)));
    while (attempts.length === 0) await sleep(10);
    expect(performance.now() - killed).toBeLessThan(5000);
    await worker.idle();
    expect(attempts).toEqual([1]);
    expect(await q.queue.states({ dedupePrefix: 'r1' })).toMatchObject([{ state: 'done' }]);
  });

  it('are taken up by a worker that runs already, within seconds', async () => {
    await using q = await openQueueFixture([longJob]);
    await q.add(longJob, {});
    const child = await workElsewhere(q);
    let began = 0;
    await q.work((r) => r.handle(longJob, async () => void (began += 1)));
    await sleep(500);
    expect(began).toBe(0);
    child.kill('SIGKILL');
    const killed = performance.now();
    while (began === 0) await sleep(20);
    expect(performance.now() - killed).toBeLessThan(15_000);
  });

  it('stay with a worker of this machine that lives, however long it was not heard', async () => {
    await using q = await openQueueFixture([longJob]);
    await q.add(longJob, {});
    await workElsewhere(q);
    await sql`update queue_worker set heartbeat_at = now() - interval '1 hour'`.execute(q.database.db);
    expect(await reclaim(q.database, true)).toBe(0);
    expect(await q.queue.states({})).toMatchObject([{ state: 'running' }]);
  });

  it('of another machine are taken after 15 s of silence, unless our own line was down', async () => {
    await using q = await openQueueFixture([longJob]);
    await q.add(longJob, {});
    await workElsewhere(q);
    const silentFor = (seconds: number) => sql`update queue_worker set process = '1-1-ffffffff', heartbeat_at = now() - ${seconds} * interval '1 second'`.execute(q.database.db);
    await silentFor(1);
    expect(await reclaim(q.database, true)).toBe(0);
    await silentFor(60);
    expect(await reclaim(q.database, false)).toBe(0);
    await silentFor(60);
    expect(await reclaim(q.database, true)).toBe(1);
    expect(await q.queue.states({})).toMatchObject([{ state: 'waiting', attempt: 0 }]);
  });

  it('are not settled by a run that has lost them', async () => {
    await using q = await openQueueFixture([longJob]);
    let release: () => void = () => undefined;
    let began = 0;
    await q.add(longJob, {});
    await q.work((r) => r.handle(longJob, () => {
      began += 1;
      return began === 1 ? new Promise<void>((resolve) => (release = resolve)) : Promise.resolve();
    }));
    while (began === 0) await sleep(10);
    // As another worker would that could not hear this one.
    await sql`delete from queue_worker`.execute(q.database.db);
    await reclaim(q.database, true);
    release();
    await sleep(300);
    expect((await q.queue.states({}))[0]?.state).not.toBe('done');
    while ((await q.queue.states({}))[0]?.state !== 'done') await sleep(50);
    expect(began).toBe(2);
  });

  it('end when their process dies every time', async () => {
    await using q = await openQueueFixture([longJob]);
    await q.add(longJob, {});
    for (let crash = 0; crash < 31; crash += 1) {
      await sql`update queue.job set state = 'active', started_on = now() - interval '1 minute'`.execute(q.database.db);
      await reclaim(q.database, true);
    }
    expect(await q.queue.states({})).toMatchObject([{ state: 'failed', error: { code: 'internal_error' } }]);
  });
});

describe('a worker', () => {
  it('tells whether it had been declared gone', async () => {
    await using q = await openQueueFixture([longJob]);
    const id = crypto.randomUUID();
    expect(await heartbeat(q.database, id)).toBe(false);
    expect(await heartbeat(q.database, id)).toBe(true);
    await sql`delete from queue_worker`.execute(q.database.db);
    expect(await heartbeat(q.database, id)).toBe(false);
  });

  it('finishes what it runs while the database is cut off, and takes the next job afterwards', async () => {
    await using q = await openQueueFixture([longJob]);
    let ran = 0;
    const worker = await q.work((r) => r.handle(longJob, async () => {
      await sleep(300);
      ran += 1;
    }));
    await q.add(longJob, {});
    await sleep(150);
    for (let i = 0; i < 4; i += 1) {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(q.database.db).catch(() => undefined);
      await sleep(100);
    }
    await worker.idle();
    await q.add(longJob, {});
    await worker.idle();
    expect(ran).toBe(2);
    expect((await q.queue.states({})).map(({ state }) => state)).toEqual(['done', 'done']);
  });
});
