import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 300;

/** Waits until what files hold by now is on the disk itself, one after the other: threads that read are left free. */
export async function syncAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await using file = await open(path, 'r');
    await file.datasync();
  }
}

/**
 * Runs what writes files of gigabytes and lets the disk take them in meanwhile, so that at the end little is left to wait
 * for. Whether all of it arrived is for `syncAll` to tell.
 */
export async function syncAlong<T>(paths: readonly string[], write: () => Promise<T>): Promise<T> {
  const written = new AbortController();
  const syncing = syncUntil(paths, written.signal);
  try {
    return await write();
  } finally {
    written.abort();
    await syncing;
  }
}

async function syncUntil(paths: readonly string[], signal: AbortSignal): Promise<void> {
  for (;;) {
    await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    // Not there yet, or gone with a run that failed.
    await syncAll(paths).catch(() => undefined);
  }
}
