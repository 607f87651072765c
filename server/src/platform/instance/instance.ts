import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { thisProcess } from '#platform/process/index.ts';
import type { Instance } from './instance.ports.ts';
import { acquireLock } from './lock.ts';

/**
 * Makes this process the owner of a data folder until `release`; throws `already_running` while
 * another one is. `role` is for people who look into the lock file (`serve`, `publish`, ...).
 */
export async function acquireInstance(dataFolder: string, { role }: { readonly role: string }): Promise<Instance> {
  const lock = await acquireLock(join(dataFolder, 'run', 'lock'), role);
  const release = async (): Promise<void> => {
    await rm(join(dataFolder, 'run', 'server.json'), { force: true });
    await rm(join(dataFolder, 'run', `server.json.${thisProcess}`), { force: true });
    await lock.release();
  };
  return { release, [Symbol.asyncDispose]: release };
}
