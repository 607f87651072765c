import { createHash } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Actor } from '#access/index.ts';
import type { BlobStore } from '#platform/blobs/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { AppError, isAppError } from '#platform/errors/index.ts';
import { formatBytes } from '#platform/i18n/index.ts';
import type { Log } from '#platform/log/index.ts';
import { openArchiveWriter, type ArchiveWriter } from './archive-writer.ts';
import type { BackupSummary } from './backup.ports.ts';
import { BACKUP_FORMAT, FILE_PREFIX, MANIFEST_HASH_NAME, MANIFEST_NAME, type Manifest } from './manifest.domain.ts';
import { once, writeSnapshot } from './snapshot.ts';

interface BackupDeps {
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly clock: Clock;
  readonly log: Log;
}

/** Keeps everything an installation has in one file. */
export interface Backup {
  /**
   * Writes a backup while everything goes on: the database as it was at one instant, and every file
   * that was there then. The file appears under its name when it is whole and on the disk. Throws
   * `forbidden`, `name_taken`, `file_missing` (its folder), `disk_full`; then no file is left.
   */
  backup(actor: Actor, request: { readonly file: string }): Promise<BackupSummary>;
}

export function createBackup({ database, blobs, clock, log }: BackupDeps): Backup {
  return {
    backup: async (actor, { file }) => {
      actor.require('system:backup');
      const madeAt = clock.now().toISOString();
      await using archive = await openArchiveWriter(file);
      const copied = new Map<string, number>();
      await checkRoom(blobs, file);
      // Most of the files before the database, so that the instant and the last of its files lie close together.
      await copyFiles(blobs, archive, copied, await listFiles(blobs));
      const snapshot = await consistentSnapshot(database, blobs, archive, copied, log);

      const manifest: Manifest = {
        format: BACKUP_FORMAT,
        madeAt,
        database: snapshot,
        files: { count: copied.size, bytes: [...copied.values()].reduce((sum, size) => sum + size, 0) },
        entries: [...archive.entries],
      };
      await addManifest(archive, manifest);
      const bytes = await archive.finish();
      log.info({ actor: actor.name, file, bytes }, 'A backup was made');
      return { file, bytes, ...summaryOf(manifest) };
    },
  };
}

/** The numbers people check a backup by. */
export function summaryOf({ database, files }: Manifest): Pick<BackupSummary, 'tables' | 'rows' | 'meetings' | 'files'> {
  return {
    tables: database.tables.length,
    rows: database.tables.reduce((sum, { rows }) => sum + rows, 0),
    meetings: database.tables.find(({ name }) => name === 'meetings')?.rows ?? 0,
    files: files.count,
  };
}

type Sizes = ReadonlyMap<string, number>;

async function listFiles(blobs: BlobStore): Promise<Sizes> {
  const sizes = new Map<string, number>();
  for await (const { key, size } of blobs.list('')) sizes.set(key, size);
  return sizes;
}

/** Said before the work, not found out at its end. The database comes on top, small beside the media. */
async function checkRoom(blobs: BlobStore, file: string): Promise<void> {
  const needed = [...(await listFiles(blobs)).values()].reduce((sum, size) => sum + size, 0);
  const { bavail, bsize } = await statfs(dirname(file));
  const free = bavail * bsize;
  if (free < needed) throw new AppError('disk_full', { needed: formatBytes(needed), free: formatBytes(free), path: dirname(file) });
}

/**
 * The database at an instant, and all files that were there at that instant. When one of them was
 * removed before it could be copied, that instant is given up and a later one taken, which knows of
 * the removal.
 */
async function consistentSnapshot(database: Database, blobs: BlobStore, archive: ArchiveWriter, copied: Map<string, number>, log: Log): Promise<Manifest['database']> {
  for (let folder = 1; ; folder += 1) {
    let wanted: Sizes = new Map();
    const snapshot = await writeSnapshot(database, archive, folder, async () => {
      wanted = await listFiles(blobs);
    });
    if (await copyFiles(blobs, archive, copied, wanted)) return snapshot;
    log.debug({ folder }, 'Files were removed during the backup; the database is written once more');
  }
}

/** Copies what is new since the last time. Returns whether all of it was still there. */
async function copyFiles(blobs: BlobStore, archive: ArchiveWriter, copied: Map<string, number>, wanted: Sizes): Promise<boolean> {
  let complete = true;
  for (const [key, listed] of wanted) {
    if (copied.get(key) === listed) continue;
    try {
      const { stream, size } = await blobs.open(key);
      await archive.add(FILE_PREFIX + key, size, stream);
      copied.set(key, size);
    } catch (error) {
      if (!isAppError(error) || error.code !== 'not_found') throw error;
      complete = false;
    }
  }
  return complete;
}

async function addManifest(archive: ArchiveWriter, manifest: Manifest): Promise<void> {
  const text = Buffer.from(JSON.stringify(manifest));
  await archive.add(MANIFEST_NAME, text.length, once(text));
  const hash = Buffer.from(`${createHash('sha256').update(text).digest('hex')}\n`);
  await archive.add(MANIFEST_HASH_NAME, hash.length, once(hash));
}
