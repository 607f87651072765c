import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localOperator } from '#access/index.ts';
import { openLocalBlobStore } from '#platform/blobs/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import { openDatabase, startEmbeddedPostgres } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { acquireInstance } from '#platform/instance/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { createBackup, restoreBackup } from './index.ts';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openfloor-restore-'));
  file = join(folder, 'backup');
  await using database = await openTestDatabase();
  await sql`insert into bodies (id, slug) values ('00000000-0000-4000-8000-000000000001', 'security-council')`.execute(database.db);
  const blobs = await openLocalBlobStore({ folder: join(folder, 'source') });
  for (let n = 0; n < 400; n += 1) await blobs.put(`media/${n}/video.mp4`, 'x'.repeat(1000));
  await createBackup({ database, blobs, clock: systemClock, log: silentLog }).backup(localOperator(), { file });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const restoreInto = (dataFolder: string) => restoreBackup({ config: { dataFolder, databaseUrl: undefined }, log: silentLog }, localOperator(), { file });

async function look(dataFolder: string): Promise<{ bodies: unknown; files: number }> {
  const postgres = await startEmbeddedPostgres({ folder: join(dataFolder, 'postgres'), log: silentLog });
  const database = openDatabase({ url: postgres.url, log: silentLog });
  const blobs = await openLocalBlobStore({ folder: dataFolder });
  let files = 0;
  for await (const _ of blobs.list('')) files += 1;
  const { rows } = await sql`select slug from bodies`.execute(database.db);
  await database.close();
  await postgres.stop();
  return { bodies: rows, files };
}

describe('restoreBackup', () => {
  it('fills a new data folder of the real schema, once', async () => {
    const dataFolder = join(folder, 'new');
    expect(await restoreInto(dataFolder)).toMatchObject({ files: 400 });
    expect(await look(dataFolder)).toEqual({ bodies: [{ slug: 'security-council' }], files: 400 });
    await expect(restoreInto(dataFolder)).rejects.toMatchObject({ code: 'not_empty' });
    expect(await look(dataFolder)).toMatchObject({ files: 400 });
  });

  it('keeps away from a data folder that is in use', async () => {
    const dataFolder = join(folder, 'used');
    await using owner = await acquireInstance(dataFolder, { role: 'serve' });
    await expect(restoreInto(dataFolder)).rejects.toMatchObject({ code: 'already_running' });
    await owner.release();
  });

  it('is simply begun anew after kill -9 in the middle', async () => {
    const dataFolder = join(folder, 'killed');
    const script = `import { restoreBackup } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
      import { localOperator } from ${JSON.stringify(join(import.meta.dirname, '../access/index.ts'))};
      import { silentLog } from ${JSON.stringify(join(import.meta.dirname, '../platform/log/index.ts'))};
      await restoreBackup({ config: { dataFolder: ${JSON.stringify(dataFolder)}, databaseUrl: undefined }, log: silentLog }, localOperator(), { file: ${JSON.stringify(file)} });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: import.meta.dirname, stdio: 'inherit' });
    const blobs = await openLocalBlobStore({ folder: dataFolder });
    while ((await blobs.size('media/1/video.mp4')) === undefined) expect(child.exitCode).toBeNull();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await restoreInto(dataFolder)).toMatchObject({ files: 400 });
    expect(await look(dataFolder)).toEqual({ bodies: [{ slug: 'security-council' }], files: 400 });
  });

  it('makes a file that tar can read, and the tables in it as well', () => {
    const names = execFileSync('tar', ['-tf', file], { encoding: 'utf8' }).trim().split('\n');
    expect(names.at(-2)).toBe('manifest.json');
    const rows = execFileSync('sh', ['-c', `tar -xOf ${file} database/1/public.bodies.000000.copy.gz | gunzip`], { encoding: 'utf8' });
    expect(rows).toContain('security-council');
  });
});
