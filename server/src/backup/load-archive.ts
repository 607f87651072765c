import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import type { BlobStore } from '#platform/blobs/index.ts';
import { migrate, migrationLevel, type Database, type Migration } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { Log } from '#platform/log/index.ts';
import { PortableJob, readPendingJobs, writePendingJobs } from '#platform/queue/index.ts';
import { readArchive, type ArchiveEntry } from './archive-reader.ts';
import { asDiskError } from './archive-writer.ts';
import { FILE_PREFIX, jobsEntry, keyOf, tableEntry, type Manifest } from './manifest.domain.ts';
import { onConnection } from './snapshot.ts';
import { writeTable, type TableWriter } from './table-copy.ts';
import { firstFilled, loosen, setSequences } from './tables.repo.ts';

type Target = { readonly database: Database; readonly blobs: BlobStore; readonly log: Log };

/** Throws `not_empty` when any table has rows or any job waits. */
export async function requireEmptyDatabase(database: Database): Promise<void> {
  await onConnection(database, 'begin read only', async (client) => {
    const filled = await firstFilled(client);
    if (filled !== undefined) throw new AppError('not_empty', { what: `The database to restore into (its table ${filled} has rows)` });
    if ((await readPendingJobs(client)).length > 0) throw new AppError('not_empty', { what: 'The queue of the database to restore into' });
  });
}

/** The schema as it was when the backup was made; an empty one of another level makes room for it. */
export async function prepareSchema(database: Database, level: Readonly<Record<string, Migration>>): Promise<void> {
  const there = await migrationLevel(database);
  if (there.some((name) => !(name in level))) {
    await onConnection(database, 'begin', async (client) => void await client.query('drop schema public cascade; create schema public'));
  }
  await migrate(database, level);
}

/**
 * Puts what a verified archive holds where it belongs: files first, then rows and jobs, which are
 * committed together. Returns how many jobs there were.
 */
export async function loadArchive({ database, blobs, log }: Target, file: string, manifest: Manifest): Promise<number> {
  return onConnection(database, 'begin', async (client) => {
    const tighten = await loosen(client);
    const jobs = await load(client, blobs, file, manifest);
    await setSequences(client, manifest.database.sequences);
    await tighten();
    await writePendingJobs(database, client, jobs, log);
    return jobs.length;
  });
}

/** Files to the store, rows to the tables, in the order of the archive. Returns the jobs. */
async function load(client: PoolClient, blobs: BlobStore, file: string, manifest: Manifest): Promise<readonly PortableJob[]> {
  const { folder, tables } = manifest.database;
  const expected = new Map(tables.map((table) => [tableEntry(folder, table, 0).replace(/\d+\.copy\.gz$/, ''), table]));
  const left = new Set(tables.filter(({ rows }) => rows > 0));
  let jobs: readonly PortableJob[] = [];
  let current: { readonly prefix: string; readonly writer: TableWriter } | undefined;

  const finish = async (): Promise<void> => {
    const table = current === undefined ? undefined : expected.get(current.prefix);
    if (current === undefined || table === undefined) return;
    const rows = await current.writer.finish();
    current = undefined;
    left.delete(table);
    if (rows !== table.rows) throw new AppError('backup_invalid', { file, problem: `its table ${table.name} has ${rows} rows instead of ${table.rows}` });
  };
  try {
    for await (const entry of readArchive(file)) {
      const prefix = entry.name.replace(/\d+\.copy\.gz$/, '');
      const table = expected.get(prefix);
      if (current?.prefix !== prefix) await finish();
      if (entry.name.startsWith(FILE_PREFIX)) await putFile(blobs, entry);
      else if (entry.name === jobsEntry(folder)) jobs = z.array(PortableJob).parse(JSON.parse(await textOf(entry.body)));
      else if (table === undefined) await drain(entry.body);
      else {
        current ??= { prefix, writer: writeTable(client, table) };
        await current.writer.write(entry.body);
      }
    }
    await finish();
  } catch (error) {
    await current?.writer.abandon();
    throw error;
  }
  const [missing] = left;
  if (missing !== undefined) throw new AppError('backup_invalid', { file, problem: `the rows of its table ${missing.name} are missing` });
  return jobs;
}

async function putFile(blobs: BlobStore, { name, body }: ArchiveEntry): Promise<void> {
  await using staging = await blobs.stage('restore');
  const path = join(staging.folder, 'file');
  await writeFile(path, body).catch((error: unknown) => { throw asDiskError(error, staging.folder); });
  await blobs.promote(path, keyOf(name) ?? '');
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function drain(body: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of body) void chunk;
}
