import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { describeBlobStore, entries } from './blobs.contract.ts';
import { openLocalBlobStore } from './local-store.ts';

const folders: string[] = [];
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'openfloor-blobs-'));
  folders.push(folder);
  return folder;
};
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describeBlobStore('a local folder', async () => openLocalBlobStore({ folder: await newFolder() }));

describe('openLocalBlobStore', () => {
  it('gives ffmpeg a path to read', async () => {
    const store = await openLocalBlobStore({ folder: await newFolder() });
    await store.put('m/video.mp4', 'x');
    expect(existsSync(store.localPath('m/video.mp4'))).toBe(true);
    expect(() => store.localPath('../video.mp4')).toThrow('not a name');
  });

  it('leaves no empty folders and no staging behind', async () => {
    const folder = await newFolder();
    const store = await openLocalBlobStore({ folder });
    await store.put('a/b/c/d', 'x');
    await store.remove('a/b/c/d');
    expect(await readdir(join(folder, 'blobs'))).toEqual([]);
    expect(await readdir(join(folder, 'staging'))).toEqual([]);
  });

  it('sweeps the staging folder of a process that was killed', async () => {
    const folder = await newFolder();
    const script = `import { openLocalBlobStore } from ${JSON.stringify(join(import.meta.dirname, 'local-store.ts'))};
      const store = await openLocalBlobStore({ folder: ${JSON.stringify(folder)} });
      await store.stage('dying'); process.kill(process.pid, 'SIGKILL');`;
    spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: import.meta.dirname });
    expect(await readdir(join(folder, 'staging'))).toHaveLength(1);
    const store = await openLocalBlobStore({ folder });
    expect(await store.sweepStaging()).toBe(1);
    expect(await readdir(join(folder, 'staging'))).toEqual([]);
  });

  it('survives promotions and removals of neighbours at the same time', async () => {
    const store = await openLocalBlobStore({ folder: await newFolder() });
    await Promise.all(Array.from({ length: 40 }, async (_, i) => {
      await store.put(`deep/er/${i}`, 'x');
      if (i % 2 === 0) await store.remove(`deep/er/${i}`);
    }));
    expect(await entries(store, 'deep/')).toHaveLength(20);
  });
});
