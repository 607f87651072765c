import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileCache } from './file-cache.ts';

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'openfloor-cache-')); });
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (maxBytes: number, atOnce = 2) => FileCache.open({ folder, maxBytes, atOnce });
const keys = async (cache: FileCache) => {
  const found: string[] = [];
  for await (const { key } of cache.store.list('')) found.push(key);
  return found;
};
const write = (bytes: number) => (target: string) => writeFile(target, Buffer.alloc(bytes));
const used = (cache: FileCache, key: string, minute: number) => utimes(cache.store.localPath(key), minute * 60, minute * 60);

describe('FileCache', () => {
  it('makes a file once for all who ask at once, and keeps it', async () => {
    const cache = await open(1000);
    let made = 0;
    const ask = () => cache.ensure('m/a.mp4', 10, async (target) => { made += 1; await write(10)(target); });
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    expect([made, await keys(cache)]).toEqual([1, ['m/a.mp4']]);
  });

  it('lets go what nobody asked for longest, never more than it must', async () => {
    const cache = await open(100);
    for (const [n, key] of ['a', 'b', 'c'].entries()) {
      await cache.ensure(key, 30, write(30));
      await used(cache, key, n);
    }
    await cache.ensure('a', 30, () => Promise.reject(new Error('it was made again')));
    await cache.ensure('d', 40, write(40));
    expect(await keys(cache)).toEqual(['a', 'c', 'd']);
  });

  it('refuses what would never fit, and leaves nothing of what failed', async () => {
    const cache = await open(100);
    await expect(cache.ensure('a', 101, write(101))).rejects.toMatchObject({ code: 'download_too_large' });
    await expect(cache.ensure('a', 10, async (target) => { await write(5)(target); throw new Error('no'); })).rejects.toThrow('no');
    expect(await keys(cache)).toEqual([]);
    await cache.ensure('a', 10, write(10));
    expect(await keys(cache)).toEqual(['a']);
  });

  it('makes so many at once and no more', async () => {
    const cache = await open(1000, 2);
    let [now, most] = [0, 0];
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => cache.ensure(key, 1, async (target) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => { setTimeout(resolve, 20); });
      now -= 1;
      await write(1)(target);
    })));
    expect([most, (await keys(cache)).length]).toEqual([2, 5]);
  });

  it('sweeps what a killed process left half made', async () => {
    const cache = await open(1000);
    await cache.ensure('whole', 1, write(1));
    // The folder of a process that is no more.
    await mkdir(join(folder, 'staging', 'download-4194304-0-x'), { recursive: true });
    await writeFile(join(folder, 'staging', 'download-4194304-0-x', 'made'), 'half');
    expect(await keys(await open(1000))).toEqual(['whole']);
  });
});
