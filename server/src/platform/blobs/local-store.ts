import { mkdir, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { AppError } from '#platform/errors/index.ts';
import type { LocalBlobStore } from './blobs.ports.ts';
import { freeBytesAt, makeFolder, onDisk, pruneEmpty, sync } from './disk.ts';
import { checkKey, checkPrefix } from './keys.ts';
import { listFiles } from './list-files.ts';
import { makeStaging, sweep } from './staging.ts';

// Large reads: thousands of viewers take segments of megabytes from the same few files.
const READ_BYTES = 256 * 1024;

/**
 * A store in a folder of this machine: `blobs/` holds the files under their keys, `staging/` what is
 * being made. Both lie on one filesystem, so that a finished file appears by one rename.
 */
export async function openLocalBlobStore({ folder }: { readonly folder: string }): Promise<LocalBlobStore> {
  await mkdir(folder, { recursive: true });
  const root = await realpath(folder);
  const blobs = join(root, 'blobs');
  const staging = join(root, 'staging');
  for (const path of [blobs, staging]) await mkdir(path, { recursive: true });

  const localPath = (key: string): string => join(blobs, checkKey(key));
  const promote = (stagedPath: string, key: string): Promise<void> => onDisk(blobs, async () => moveIn(stagedPath, localPath(key), staging, blobs));
  return {
    stage: (owner) => onDisk(staging, () => makeStaging(staging, owner)),
    promote,
    put: async (key, bytes) => {
      checkKey(key);
      await using draft = await onDisk(staging, () => makeStaging(staging, 'put'));
      const path = join(draft.folder, 'blob');
      await onDisk(staging, () => writeFile(path, bytes));
      await promote(path, key);
    },
    open: async (key, range) => openFile(localPath(key), key, range),
    size: async (key) => sizeOf(localPath(key)),
    list: (prefix) => listFiles(blobs, checkPrefix(prefix)),
    remove: async (keyOrPrefix) => {
      const path = join(blobs, checkPrefix(keyOrPrefix));
      await rm(path, { recursive: keyOrPrefix.endsWith('/') || keyOrPrefix === '', force: true });
      if (keyOrPrefix === '') await mkdir(blobs, { recursive: true });
      else await pruneEmpty(dirname(path), blobs);
    },
    free: async () => ({ freeBytes: await freeBytesAt(root) }),
    sweepStaging: () => sweep(staging),
    localPath,
  };
}

async function moveIn(stagedPath: string, target: string, staging: string, blobs: string): Promise<void> {
  const source = await realpath(resolve(stagedPath));
  if (!source.startsWith(staging + sep)) {
    throw new AppError('bad_request', { problem: `${basename(stagedPath)} does not lie in a staging folder` });
  }
  await sync(source);
  for (let attempt = 1; ; attempt += 1) {
    await makeFolder(dirname(target), blobs);
    try {
      await rename(source, target);
      break;
    } catch (error) {
      // The folder was empty, and the removal of a neighbour has just taken it away.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || attempt === 5) throw error;
    }
  }
  await sync(dirname(target));
}

async function openFile(path: string, key: string, range: { readonly start?: number; readonly end?: number } = {}) {
  const handle = await open(path, 'r').catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'ENOENT' || code === 'ENOTDIR' ? new AppError('not_found', { what: 'file', id: key }, { cause: error }) : error;
  });
  const found = await handle.stat();
  const start = range.start ?? 0;
  const end = Math.min(range.end ?? found.size - 1, found.size - 1);
  if (!found.isFile() || start > end) {
    await handle.close();
    if (!found.isFile()) throw new AppError('not_found', { what: 'file', id: key });
    return { stream: Readable.from([]), size: found.size };
  }
  return { stream: handle.createReadStream({ start, end, highWaterMark: READ_BYTES }), size: found.size };
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
