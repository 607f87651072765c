import { open, stat } from 'node:fs/promises';
import { disguiseOf, HEAD_BYTES, promisedBytes } from '@openfloor/media';
import { AppError } from '#platform/errors/index.ts';
import { formatBytes } from '#platform/i18n/index.ts';
import type { HandedIn } from './ask-ffprobe.ts';

/**
 * Looks at a file before any program does: that it is a plain file, may be read, is not empty and as long as its own
 * header says. Throws `file_missing`, `media_unreadable` or `media_truncated`, with the file's name.
 */
export async function firstLook(name: string, path: string): Promise<HandedIn & { readonly bytes: number }> {
  const unreadable = (reason: string, cause?: unknown) => new AppError('media_unreadable', { file: name, reason }, { cause });
  const found = await stat(path).catch((error: unknown) => {
    throw isForbidden(error) ? unreadable('Openfloor may not read it', error) : new AppError('file_missing', { file: name }, { cause: error });
  });
  if (!found.isFile()) throw unreadable(found.isDirectory() ? 'it is a folder' : 'it is not a file but a device or a pipe');
  if (found.size === 0) throw unreadable('it is empty');
  const head = await readHead(path).catch((error: unknown) => { throw unreadable('Openfloor may not read it', error); });
  const promised = promisedBytes(head);
  if (promised !== undefined && promised > found.size + 1) {
    throw new AppError('media_truncated', { file: name, says: `it says that it is ${formatBytes(promised)} long, but there are only ${formatBytes(found.size)} of it` });
  }
  const disguise = disguiseOf(head);
  if (disguise?.startsWith('full of zeros') === true) throw unreadable(`it is ${disguise}`);
  return { name, path, head, bytes: found.size };
}

async function readHead(path: string): Promise<Uint8Array> {
  await using file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}

export const isForbidden = (error: unknown): boolean => ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
