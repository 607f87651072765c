import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isLocal, isRunning, thisProcess } from '#platform/process/index.ts';
import type { Staging } from './blobs.ports.ts';

// A process of another container or machine may share this folder; what nobody wrote to for so long is left over.
const FOREIGN_SILENCE_MS = 60 * 60 * 1000;

/** A staging folder whose name tells the process that owns it: `<process mark>.<owner>.<random>`. */
export async function makeStaging(root: string, owner: string): Promise<Staging> {
  await mkdir(root, { recursive: true });
  const folder = await mkdtemp(join(root, `${thisProcess}.${owner.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 80)}.`));
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true });
  return { folder, dispose, [Symbol.asyncDispose]: dispose };
}

/** Removes what processes that are gone have left. */
export async function sweep(root: string): Promise<number> {
  let removed = 0;
  for (const name of await readdir(root).catch(() => [])) {
    const mark = name.split('.', 1)[0] ?? '';
    const folder = join(root, name);
    const alive = isLocal(mark) ? isRunning(mark) : Date.now() - (await lastWrite(folder)) < FOREIGN_SILENCE_MS;
    if (alive) continue;
    await rm(folder, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}

async function lastWrite(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const times = await Promise.all([folder, ...names.map((name) => join(folder, name))].map((path) => stat(path).then(({ mtimeMs }) => mtimeMs, () => 0)));
  return Math.max(...times);
}
