import { readFile, readdir, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { systemClock } from '#platform/clock/index.ts';
import { openEvents } from '#platform/events/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { defineJob, openQueue } from '#platform/queue/index.ts';
import { contents, fill, LATER_STEPS, openInstallation, operator, STEPS, worker } from './backup.fixture.ts';
import { createBackup } from './backup.service.ts';

describe('a backup', () => {
  it('brings everything back as it was: rows, files, sequences, rules', async () => {
    await using from = await openInstallation();
    await using to = await openInstallation();
    await fill(from);
    const file = join(from.folder, 'all.openfloor');
    expect(await from.backup(file)).toMatchObject({ file, bytes: (await stat(file)).size, tables: 5, rows: 10, meetings: 3, files: 3 });
    expect(await to.restore(file)).toMatchObject({ rows: 10, meetings: 3, files: 3, jobs: 0 });
    expect(await contents(to)).toEqual(await contents(from));
    expect((await buffer((await to.blobs.open('media/m1/video.mp4')).stream)).equals(Buffer.alloc(3_000_000, 'v'))).toBe(true);
    // Sequences go on, foreign keys and triggers hold again.
    await sql`insert into meetings (slug) values ('next')`.execute(to.database.db);
    expect((await sql`select id from meetings where slug = 'next'`.execute(to.database.db)).rows).toEqual([{ id: 4 }]);
    expect((await sql`select count(*) as n from log`.execute(to.database.db)).rows).toEqual([{ n: 4 }]);
    await expect(sql`insert into channels (meeting, name) values (99, 'x')`.execute(to.database.db)).rejects.toThrow('foreign key');
  });

  it('is made whole or not at all, and never over another file', async () => {
    await using from = await openInstallation();
    await fill(from);
    const file = join(from.folder, 'b');
    await writeFile(file, 'mine');
    await expect(from.backup(file)).rejects.toMatchObject({ code: 'name_taken' });
    await expect(from.backup(join(from.folder, 'no', 'b'))).rejects.toMatchObject({ code: 'file_missing' });
    await from.database.close();
    await expect(from.backup(join(from.folder, 'c'))).rejects.toThrow('pool');
    expect((await readdir(from.folder)).sort()).toEqual(['b', 'blobs']);
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  it('is the database at one instant while people go on writing', async () => {
    await using from = await openInstallation();
    await using to = await openInstallation();
    await sql`insert into meetings (slug) select 'm' || g from generate_series(1, 3000) g`.execute(from.database.db);
    let going = true;
    const writing = (async () => {
      for (let n = 0; going; n += 1) {
        // Each transaction keeps the number of meetings and of lines in the log equal.
        await sql`insert into meetings (slug) values (${`w${n}`})`.execute(from.database.db);
        await from.blobs.put(`media/w${n}`, `${n}`);
        if (n % 2 === 0) await from.blobs.remove(`media/w${n - 1}`);
      }
    })();
    const file = join(from.folder, 'busy');
    await from.backup(file).finally(() => (going = false));
    await writing;
    await to.restore(file);
    const { rows } = await sql<{ meetings: number; lines: number }>`select (select count(*) from meetings) as meetings, (select count(*) from log) as lines`.execute(to.database.db);
    expect(rows[0]?.meetings).toBeGreaterThanOrEqual(3000);
    expect(rows[0]?.lines).toBe(rows[0]?.meetings);
  });

  it('takes a later instant when a file was removed before it could be copied', async () => {
    await using from = await openInstallation();
    await using to = await openInstallation();
    await fill(from);
    // A store that loses its last file, with the row that knew it, between the list and the copy.
    let lists = 0;
    const losing = {
      ...from.blobs,
      async* list(prefix: string) {
        yield* from.blobs.list(prefix);
        lists += 1;
        if (lists === 3) yield { key: 'media/removed', size: 5 };
        if (lists === 3) await sql`delete from other."Odd ""name"""`.execute(from.database.db);
      },
    };
    const file = join(from.folder, 'later');
    await createBackup({ database: from.database, blobs: losing, clock: systemClock, log: silentLog }).backup(operator, { file });
    await to.restore(file);
    expect(await contents(to)).toEqual(await contents(from));
  });

  it('carries the work that was under way', async () => {
    const job = defineJob({ name: 'test.kept.v1', payload: z.object({ n: z.number() }), attempts: 1, leaseSeconds: 60 });
    await using from = await openInstallation();
    await using to = await openInstallation();
    const open = async (i: typeof from) => {
      const events = await openEvents({ database: i.database, log: silentLog });
      const queue = await openQueue({ database: i.database, events, log: silentLog, jobs: [job] });
      return { queue, close: async () => { await queue.close(); await events.close(); } };
    };
    const first = await open(from);
    await from.database.transaction((tx) => first.queue.add(tx, job, { n: 1 }, { dedupeKey: 'k', priority: 3 }));
    await from.database.transaction((tx) => first.queue.add(tx, job, { n: 2 }));
    await sql`update queue.job set state = 'active', started_on = now() where singleton_key = 'k'`.execute(from.database.db);
    await from.database.transaction((tx) => first.queue.add(tx, job, { n: 3 }, { dedupeKey: 'k' }));
    await from.backup(join(from.folder, 'jobs'));
    await first.close();
    expect(await to.restore(join(from.folder, 'jobs'))).toMatchObject({ jobs: 3 });
    const second = await open(to);
    const states = await second.queue.states({});
    expect(states.map(({ state, payload, dedupeKey }) => [state, payload, dedupeKey])).toEqual(expect.arrayContaining([['waiting', { n: 3 }, 'k'], ['waiting', { n: 2 }, undefined]]));
    expect(states).toHaveLength(2);
    await second.close();
  });
});

describe('a restore', () => {
  it('brings an older backup to the present schema, also over an empty newer one', async () => {
    await using from = await openInstallation(STEPS);
    await fill(from);
    const file = join(from.folder, 'old');
    await from.backup(file);
    await using to = await openInstallation(LATER_STEPS);
    await sql`drop schema other cascade`.execute(to.database.db);
    await to.restore(file, LATER_STEPS);
    expect((await sql`select distinct colour from meetings`.execute(to.database.db)).rows).toEqual([{ colour: 'blue' }]);
  });

  it('refuses a backup of a newer version', async () => {
    await using from = await openInstallation(LATER_STEPS);
    const file = join(from.folder, 'new');
    await from.backup(file);
    await using to = await openInstallation(STEPS);
    await expect(to.restore(file)).rejects.toMatchObject({ code: 'backup_invalid', message: expect.stringContaining('newer Openfloor') as string });
  });

  it('goes into an empty installation only, save for files of the same backup', async () => {
    await using from = await openInstallation();
    await fill(from);
    const file = join(from.folder, 'b');
    await from.backup(file);
    await using to = await openInstallation();
    await to.blobs.put('media/other', 'x');
    await expect(to.restore(file)).rejects.toMatchObject({ code: 'not_empty', message: expect.stringContaining('media/other') as string });
    await to.blobs.remove('media/other');
    await sql`insert into empty_one values (1)`.execute(to.database.db);
    await expect(to.restore(file)).rejects.toMatchObject({ code: 'not_empty', message: expect.stringContaining('empty_one') as string });
    await sql`delete from empty_one`.execute(to.database.db);
    await to.blobs.put('media/m1/video.mp4', 'cut off by a ki');
    await to.restore(file);
    expect(await contents(to)).toEqual(await contents(from));
  });

  it('refuses a backup that is cut off anywhere, or altered in any of its parts, and changes nothing', async () => {
    await using from = await openInstallation();
    await fill(from);
    const file = join(from.folder, 'b');
    const { bytes } = await from.backup(file);
    const whole = await readFile(file);
    await using to = await openInstallation();
    const before = await contents(to);
    const bad = join(from.folder, 'bad');
    for (const length of [0, 100, 512, 1_000_000, bytes - 3000, bytes - 1600]) {
      await writeFile(bad, whole);
      await truncate(bad, length);
      await expect(to.restore(bad)).rejects.toMatchObject({ code: 'backup_invalid' });
    }
    const spots = ['vvvv', 'media/m1/video.mp4', 'copy.gz', '"format"', '"rows":3', 'database/1/jobs.json'].map((text) => whole.indexOf(text) + 1);
    for (const at of [...spots, bytes - 2048 + 10, bytes - 1024 - 500]) {
      const altered = Buffer.from(whole);
      altered[at] = (altered[at] ?? 0) ^ 1;
      await writeFile(bad, altered);
      await expect(to.restore(bad), `byte ${at}`).rejects.toMatchObject({ code: 'backup_invalid' });
    }
    await writeFile(bad, 'a letter to my grandmother '.repeat(100));
    await expect(to.restore(bad)).rejects.toMatchObject({ code: 'backup_invalid' });
    expect(await contents(to)).toEqual(before);
  });

  it('takes everything back when it fails in the middle', async () => {
    await using from = await openInstallation();
    await fill(from);
    const file = join(from.folder, 'b');
    await from.backup(file);
    await using to = await openInstallation();
    const before = await contents(to);
    await sql`alter table other."Odd ""name""" add constraint never check (false)`.execute(to.database.db);
    await expect(to.restore(file)).rejects.toThrow('never');
    expect(await contents(to)).toEqual(before);
    await sql`alter table other."Odd ""name""" drop constraint never`.execute(to.database.db);
    await to.restore(file);
    expect(await contents(to)).toEqual(await contents(from));
  });

  it('needs the permission, as a backup does', async () => {
    await using from = await openInstallation();
    const request = { file: join(from.folder, 'b') };
    await expect(createBackup({ database: from.database, blobs: from.blobs, clock: systemClock, log: silentLog }).backup(worker, request)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
