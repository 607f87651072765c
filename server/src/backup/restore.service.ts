import type { Actor } from '#access/index.ts';
import type { BlobStore } from '#platform/blobs/index.ts';
import { migrate, type Database, type Migration } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { formatBytes } from '#platform/i18n/index.ts';
import type { Log } from '#platform/log/index.ts';
import { summaryOf } from './backup.service.ts';
import type { RestoreSummary } from './backup.ports.ts';
import { loadArchive, prepareSchema, requireEmptyDatabase } from './load-archive.ts';
import { FILE_PREFIX, keyOf, type Manifest } from './manifest.domain.ts';

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
  let jobs: number;
  try {
    jobs = await loadArchive(deps, file, manifest);
  } catch (error) {
    for (const { name } of manifest.entries) {
      const key = keyOf(name);
      if (key !== undefined && !there.has(key)) await blobs.remove(key);
    }
    throw error;
  }
  // What later versions have added to the schema since the backup was made.
  await migrate(database, migrations);
  const { rows, meetings, files } = summaryOf(manifest);
  log.info({ actor: actor.name, file, rows, files }, 'A backup was restored');
  return { madeAt: manifest.madeAt, rows, meetings, files, jobs };
}

function knownLevel({ database }: Manifest, migrations: RestoreDeps['migrations'], file: string): RestoreDeps['migrations'] {
  const unknown = database.migrations.filter((name) => !(name in migrations));
  if (unknown.length > 0) throw new AppError('backup_invalid', { file, problem: `it was made by a newer Openfloor (it has the steps ${unknown.join(', ')})` });
  return Object.fromEntries(Object.entries(migrations).filter(([name]) => database.migrations.includes(name)));
}

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
  if (freeBytes < needed) throw new AppError('disk_full', { needed: formatBytes(needed), free: formatBytes(freeBytes) });
}
