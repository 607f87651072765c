import { link, mkdir, readFile, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#platform/errors/index.ts';
import { isLocal, isRunning, pidOf, thisProcess } from '#platform/process/index.ts';

// A takeover lasts milliseconds; one that is older was left by a process that died in it.
const TAKEOVER_STALE_MS = 5000;
// Whether a holder in another container or on another machine is alive shows only by its touching the file.
const TOUCH_MS = 2000;
const SILENCE_MS = 3.5 * TOUCH_MS;
// A process that was just killed takes a moment to be gone.
const DYING_MS = 1000;

/** An exclusive lock on a file, held by this process. Give it back with `release`. */
export interface FileLock {
  release(): Promise<void>;
}

/**
 * Takes the lock or throws `already_running` with the pid of who has it. The lock of a process that
 * is gone is taken over: the file names process and start time, so a pid given out again is no
 * obstacle. Of a process in another container (a shared folder) it takes seven seconds of silence to
 * know. `note` is kept in the file for people who look into it.
 */
export async function acquireLock(file: string, note: string): Promise<FileLock> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${thisProcess}`;
  await writeFile(draft, `${thisProcess}\n${note}\n`, { mode: 0o600 });
  const refuseAt = Date.now() + DYING_MS;
  try {
    while (!(await linked(draft, file))) {
      const holder = await readHolder(file);
      if (holder === undefined || !(await isAlive(file, holder))) await removeStale(file, holder);
      else if (holder === thisProcess || Date.now() > refuseAt) throw new AppError('already_running', { pid: pidOf(holder) });
      else await sleep(50);
    }
  } finally {
    await rm(draft, { force: true });
  }
  const touching = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), TOUCH_MS).unref();
  return {
    release: async () => {
      clearInterval(touching);
      if ((await readHolder(file)) === thisProcess) await rm(file, { force: true });
    },
  };
}

// link() gives the file its name and its whole content in one step, unlike open(O_EXCL) and write.
async function linked(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).split('\n', 1)[0];
  } catch {
    return undefined;
  }
}

async function isAlive(file: string, holder: string): Promise<boolean> {
  if (isLocal(holder)) return isRunning(holder);
  const touched = (): Promise<number> => stat(file).then(({ mtimeMs }) => mtimeMs, () => 0);
  const before = await touched();
  for (const until = Date.now() + SILENCE_MS; Date.now() < until; await sleep(200)) {
    if ((await touched()) > before) return true;
  }
  return false;
}

/** Removes the lock of a holder that is gone; one process at a time, or one would remove the lock another has just taken. */
async function removeStale(file: string, gone: string | undefined): Promise<void> {
  const turn = `${file}.takeover`;
  try {
    await mkdir(turn);
  } catch {
    const age = await stat(turn).then(({ mtimeMs }) => Date.now() - mtimeMs, () => 0);
    if (age > TAKEOVER_STALE_MS) await rmdir(turn).catch(() => undefined);
    await sleep(20);
    return;
  }
  try {
    if ((await readHolder(file)) === gone) await rm(file, { force: true });
  } finally {
    await rmdir(turn).catch(() => undefined);
  }
}
