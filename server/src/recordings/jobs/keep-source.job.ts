import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#platform/errors/index.ts';
import type { StepResult } from '../recording-steps.service.ts';
import type { StoredSource } from '../recordings.domain.ts';
import type { StepContext } from './step-context.ts';

/** Copies the source files into the store, byte for byte, with their SHA-256: what was handed in can always be had back. */
export async function keepSources(context: StepContext): Promise<StepResult> {
  const all = context.files.reduce((sum, file) => sum + file.bytes, 0);
  const kept: { readonly file: StoredSource; readonly sha256: string; readonly key: string }[] = [];
  let before = 0;
  for (const [n, file] of context.files.entries()) {
    if (file.blobKey !== null) continue;
    const name = `source-${n}${safeExtension(file.name)}`;
    const sha256 = await copy(context, file, name, (bytes) => context.tell((before + bytes) / all));
    await context.promote([name]);
    kept.push({ file, sha256, key: `${context.folder}/${name}` });
    before += file.bytes;
  }
  return {
    also: async (repo) => {
      for (const { file, sha256, key } of kept) await repo.keptFile(file.id, sha256, key);
    },
  };
}

async function copy(context: StepContext, file: StoredSource, name: string, tell: (bytes: number) => void): Promise<string> {
  const found = await stat(file.path).catch(() => null);
  if (!found) throw new AppError('source_gone', { file: file.name, path: file.path });
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk);
      bytes += chunk.length;
      tell(bytes);
      next(null, chunk);
    },
  });
  await pipeline(
    createReadStream(file.path, { highWaterMark: 1 << 20 }), counted, createWriteStream(join(context.staging.folder, name)), { signal: context.signal },
  );
  return hash.digest('hex');
}

/** The ending of a name, where it is an ordinary one. */
function safeExtension(name: string): string {
  const ending = extname(basename(name)).toLowerCase();
  return /^\.[a-z0-9]{1,5}$/.test(ending) ? ending : '';
}
