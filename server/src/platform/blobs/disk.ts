import { mkdir, open, rmdir, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '#platform/errors/index.ts';

/** Until a file or a folder's list of names is on the disk itself, a power cut can lose it. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder and its parents below `root`, each of them on the disk for good. */
export async function makeFolder(folder: string, root: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length && made.length > root.length; made = dirname(made)) await sync(dirname(made));
}

/** Removes folders that became empty, upwards, but not `root`. */
export async function pruneEmpty(folder: string, root: string): Promise<void> {
  for (let at = folder; at.length > root.length; at = dirname(at)) {
    const removed = await rmdir(at).then(() => true, () => false);
    if (!removed) return;
  }
}

export async function freeBytesAt(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
}

/** Runs disk work; a full disk becomes `disk_full`. */
export async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new AppError('disk_full', { path }, { cause: error });
    throw error;
  }
}
