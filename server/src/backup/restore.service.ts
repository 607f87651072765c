import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import type { Actor } from '#access/index.ts';
import type { BlobStore } from '#platform/blobs/index.ts';
import { migrate, migrationLevel, type Database, type Migration } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { Log } from '#platform/log/index.ts';
import { PortableJob, readPendingJobs, writePendingJobs } from '#platform/queue/index.ts';
import { asDiskError } from './archive-writer.ts';
import { readArchive, verifyArchive, type ArchiveEntry } from './archive-reader.ts';
import { inWords, summaryOf } from './backup.service.ts';
import type { RestoreSummary } from './backup.ports.ts';
import { FILE_PREFIX, jobsEntry, tableEntry, type Manifest } from './manifest.schema.ts';
import { onConnection } from './snapshot.ts';
import { writeTable, type TableWriter } from './table-copy.ts';
import { firstFilled, loosen, setSequences } from './tables.repo.ts';

interface RestoreDeps {
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly migrations: Readonly<Record<string, Migration>>;
  readonly log: Log;
}

// The text of a table unpacked, and its indexes.
const DATABASE_GROWTH = 10;

/**
 * Brings a verified backup back into an empty installation. All or nothing: rows and jobs are
 * committed together after the files are in place; on any error the files are removed again. A
 * restore that was killed has committed nothing and is simply begun anew.
 * Throws `not_empty`, `disk_full`, `backup_invalid`, `forbidden`.
 */
export async function restore(deps: RestoreDeps, actor: Actor, { file, manifest }: { readonly file: string; readonly manifest: Manifest }): Promise<RestoreSummary> {
  actor.require('system:restore');
  const { database, blobs, migrations, log } = deps;
  const level = knownLevel(manifest, migrations, file);
  await requireEmptyDatabase(database);
  const there = await requireOwnFiles(blobs, manifest);
  await requireRoom(blobs, manifest);
  await prepareSchema(database, level);
  try {
    const jobs = await onConnection(database, 'begin', async (client) => {
      const tighten = await loosen(client);
      const restored = await load(client, blobs, file, manifest);
      await setSequences(client, manifest.database.sequences);
      await tighten();
      await writePendingJobs(database, client, restored, log);
      return restored.length;
    });
    // What later versions have added to the schema since the backup was made.
    await migrate(database, migrations);
    const { rows, meetings, files } = summaryOf(manifest);
    log.info({ actor: actor.name, file, rows, files }, 'A backup was restored');
    return { madeAt: manifest.madeAt, rows, meetings, files, jobs };
  } catch (error) {
    for (const { name } of manifest.entries) {
      const key = keyOf(name);
      if (key !== undefined && !there.has(key)) await blobs.remove(key);
    }
    throw error;
  }
}

/** Reads the whole backup and says whether it can be restored by this version. Changes nothing. */
export const verifyBackup = (file: string): Promise<Manifest> => verifyArchive(file);

function knownLevel({ database }: Manifest, migrations: RestoreDeps['migrations'], file: string): RestoreDeps['migrations'] {
  const unknown = database.migrations.filter((name) => !(name in migrations));
  if (unknown.length > 0) throw new AppError('backup_invalid', { file, problem: `it was made by a newer Openfloor (it has the steps ${unknown.join(', ')})` });
  return Object.fromEntries(Object.entries(migrations).filter(([name]) => database.migrations.includes(name)));
}

async function requireEmptyDatabase(database: Database): Promise<void> {
  await onConnection(database, 'begin read only', async (client) => {
    const filled = await firstFilled(client);
    if (filled !== undefined) throw new AppError('not_empty', { what: `The database to restore into (its table ${filled} has rows)` });
    if ((await readPendingJobs(client)).length > 0) throw new AppError('not_empty', { what: 'The queue of the database to restore into' });
  });
}

const keyOf = (name: string): string | undefined => (name.startsWith(FILE_PREFIX) ? name.slice(FILE_PREFIX.length) : undefined);

/**
 * Files of this very backup may be there: a restore that was killed has left them, or only the
 * database was lost. They are written once more. Any other file is somebody else's. Returns what is there.
 */
async function requireOwnFiles(blobs: BlobStore, { entries }: Manifest): Promise<ReadonlySet<string>> {
  const own = new Set(entries.map(({ name }) => keyOf(name)));
  const there = new Set<string>();
  for await (const { key } of blobs.list('')) {
    if (!own.has(key)) throw new AppError('not_empty', { what: `The media folder to restore into (it holds ${key})` });
    there.add(key);
  }
  return there;
}

async function requireRoom(blobs: BlobStore, { files, entries }: Manifest): Promise<void> {
  const rows = entries.filter(({ name }) => !name.startsWith(FILE_PREFIX)).reduce((sum, { size }) => sum + size, 0);
  const needed = files.bytes + rows * DATABASE_GROWTH;
  const { freeBytes } = await blobs.free();
  if (freeBytes < needed) throw new AppError('disk_full', { needed: inWords(needed), free: inWords(freeBytes) });
}

/** The schema as it was when the backup was made; an empty one of another level makes room for it. */
async function prepareSchema(database: Database, level: RestoreDeps['migrations']): Promise<void> {
  const there = await migrationLevel(database);
  if (there.some((name) => !(name in level))) {
    await onConnection(database, 'begin', async (client) => void await client.query('drop schema public cascade; create schema public'));
  }
  await migrate(database, level);
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
