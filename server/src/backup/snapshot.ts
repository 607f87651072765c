import type { PoolClient } from 'pg';
import { connectPatiently, migrationLevel, translate, type Database } from '#platform/db/index.ts';
import { readPendingJobs } from '#platform/queue/index.ts';
import type { ArchiveWriter } from './archive-writer.ts';
import { jobsEntry, tableEntry, type Manifest, type ManifestTable } from './manifest.domain.ts';
import { readTable } from './table-copy.ts';
import { readSequences, readTables } from './tables.repo.ts';

const PATIENCE_MS = 5000;

/** Runs work on a connection of its own inside a transaction: `begin` says which kind. */
export async function onConnection<T>(database: Database, begin: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await connectPatiently(database.pool, PATIENCE_MS);
  try {
    await client.query(begin);
    // As text that means the same to every server.
    await client.query("set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local extra_float_digits = 1; set local timezone = 'UTC'");
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // Closing the connection rolls back, whatever state it is in.
    client.release(true);
    throw translate(error);
  }
}

/**
 * Writes the whole database, as it was at one instant, into `database/{folder}/` of an archive.
 * `onInstant` is called when that instant is fixed.
 */
export async function writeSnapshot(database: Database, archive: ArchiveWriter, folder: number, onInstant: () => Promise<void>): Promise<Manifest['database']> {
  const migrations = await migrationLevel(database);
  return onConnection(database, 'begin isolation level repeatable read read only', async (client) => {
    const shapes = await readTables(client);
    await onInstant();
    const tables: ManifestTable[] = [];
    for (const shape of shapes) {
      let part = 0;
      const rows = await readTable(client, shape, async (bytes) => {
        await archive.add(tableEntry(folder, shape, part), bytes.length, once(bytes));
        part += 1;
      });
      tables.push({ ...shape, columns: [...shape.columns], rows });
    }
    const sequences = [...await readSequences(client)];
    const jobs = await readPendingJobs(client);
    const text = Buffer.from(JSON.stringify(jobs));
    await archive.add(jobsEntry(folder), text.length, once(text));
    return { folder, migrations: [...migrations], tables, sequences, jobs: jobs.length };
  });
}

/** One piece as a source of bytes. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
