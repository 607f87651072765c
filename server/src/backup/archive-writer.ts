import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { access, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';
import { AppError } from '#platform/errors/index.ts';
import { isRunning, thisProcess } from '#platform/process/index.ts';
import type { ManifestEntry } from './manifest.domain.ts';

const WRITE_BYTES = 1024 * 1024;

/** A tar file that appears under its name only when it is whole and on the disk. */
export interface ArchiveWriter extends AsyncDisposable {
  /** Adds an entry; `source` must give exactly `size` bytes. */
  add(name: string, size: number, source: AsyncIterable<Uint8Array>): Promise<ManifestEntry>;
  /** Ends the archive and gives it its name; returns its size in bytes. Without it nothing stays. */
  finish(): Promise<number>;
  readonly entries: readonly ManifestEntry[];
}

/** Throws `name_taken` when the file exists, `file_missing` when its folder does not. */
export async function openArchiveWriter(file: string): Promise<ArchiveWriter> {
  const folder = dirname(file);
  await access(folder).catch((error: unknown) => { throw new AppError('file_missing', { file: folder }, { cause: error }); });
  if (await exists(file)) throw new AppError('name_taken', { name: file });
  await removeLeftovers(folder, basename(file));

  const partial = `${file}.${thisProcess}.partial`;
  const tar = pack();
  // A backup holds everything, also what is not public.
  const written = pipeline(Readable.from(tar, { objectMode: false, highWaterMark: WRITE_BYTES }), createWriteStream(partial, { mode: 0o600, highWaterMark: WRITE_BYTES }))
    .catch((error: unknown) => { throw asDiskError(error, folder); });
  // Whoever writes an entry learns of it; this only keeps it from being nobody's.
  written.catch(() => undefined);
  const entries: ManifestEntry[] = [];
  let finished = false;

  const add = async (name: string, size: number, source: AsyncIterable<Uint8Array>): Promise<ManifestEntry> => {
    const hash = createHash('sha256');
    const { promise: taken, resolve, reject } = Promise.withResolvers<void>();
    const sink = tar.entry({ name, size, mode: 0o600, mtime: new Date(0) }, (error) => (error == null ? resolve() : reject(error)));
    sink.on('error', reject);
    for await (const chunk of source) {
      hash.update(chunk);
      // A disk that is full ends the writing; nobody would drain then.
      if (!sink.write(chunk)) await Promise.race([once(sink as unknown as NodeJS.EventEmitter, 'drain'), written, taken]);
    }
    sink.end(undefined);
    await Promise.race([taken, written]);
    const entry = { name, size, sha256: hash.digest('hex') };
    entries.push(entry);
    return entry;
  };
  return {
    add,
    entries,
    finish: async () => {
      tar.finalize();
      await written;
      await syncPath(partial);
      const { size } = await stat(partial);
      await rename(partial, file);
      await syncPath(folder);
      finished = true;
      return size;
    },
    [Symbol.asyncDispose]: async () => {
      if (finished) return;
      tar.destroy();
      await written.catch(() => undefined);
      await rm(partial, { force: true });
    },
  };
}

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);

/** Parts of this backup that a killed process has left. */
async function removeLeftovers(folder: string, name: string): Promise<void> {
  for (const other of await readdir(folder)) {
    const mark = other.startsWith(`${name}.`) && other.endsWith('.partial') ? other.slice(name.length + 1, -'.partial'.length) : thisProcess;
    if (!isRunning(mark)) await rm(join(folder, other), { force: true });
  }
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A disk that is full, said as such. */
export function asDiskError(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT' ? new AppError('disk_full', { path }, { cause: error }) : error;
}
