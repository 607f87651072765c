import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { BlobEntry, BlobStore, ByteRange } from './blobs.ports.ts';

export async function entries(store: BlobStore, prefix: string): Promise<BlobEntry[]> {
  const all: BlobEntry[] = [];
  for await (const entry of store.list(prefix)) all.push(entry);
  return all;
}

/** What every store must do, whatever holds its bytes. `open` gives an empty one. */
export function describeBlobStore(name: string, open: () => Promise<BlobStore>): void {
  const keys = async (store: BlobStore, prefix: string): Promise<string[]> => (await entries(store, prefix)).map(({ key }) => key);

  describe(`${name} as a blob store`, () => {
    it('keeps bytes under a key, whole and in ranges', async () => {
      const store = await open();
      await store.put('meetings/m1/a.txt', '0123456789');
      const read = async (range?: ByteRange): Promise<[string, number]> => {
        const { stream, size } = await store.open('meetings/m1/a.txt', range);
        return [await text(stream), size];
      };
      expect(await read()).toEqual(['0123456789', 10]);
      expect(await read({ start: 3, end: 5 })).toEqual(['345', 10]);
      expect(await read({ start: 8 })).toEqual(['89', 10]);
      expect(await read({ end: 0 })).toEqual(['0', 10]);
      expect(await read({ start: 8, end: 99 })).toEqual(['89', 10]);
      expect(await read({ start: 10 })).toEqual(['', 10]);
      expect(await store.size('meetings/m1/a.txt')).toBe(10);
    });

    it('keeps an empty blob', async () => {
      const store = await open();
      await store.put('empty', new Uint8Array());
      expect(await store.size('empty')).toBe(0);
      expect(await text((await store.open('empty')).stream)).toBe('');
    });

    it('says not_found for what is not there, also for a folder of other keys', async () => {
      const store = await open();
      await store.put('a/b', 'x');
      for (const key of ['nothing', 'a', 'a/b/c']) {
        expect(await store.size(key)).toBeUndefined();
        await expect(store.open(key)).rejects.toMatchObject({ code: 'not_found' });
      }
    });

    it('takes what was staged, and nothing of it is seen before', async () => {
      const store = await open();
      await using staging = await store.stage('package 1/ü');
      const path = join(staging.folder, 'video.mp4');
      await writeFile(path, 'frames');
      expect(await keys(store, '')).toEqual([]);
      await store.promote(path, 'media/video.mp4');
      expect(await text((await store.open('media/video.mp4')).stream)).toBe('frames');
      await staging.dispose();
      await staging.dispose();
      expect(await store.size('media/video.mp4')).toBe(6);
    });

    it('replaces a blob whole when the same key is promoted again', async () => {
      const store = await open();
      await store.put('k', 'first');
      const { stream } = await store.open('k');
      await store.put('k', 'second');
      expect([await text(stream), await text((await store.open('k')).stream)]).toEqual(['first', 'second']);
    });

    it('promotes nothing from outside a staging folder', async () => {
      const store = await open();
      await expect(store.promote('/etc/hostname', 'stolen')).rejects.toMatchObject({ code: 'bad_request' });
      expect(await keys(store, '')).toEqual([]);
    });

    it('lists in order of the keys, by a prefix that ends anywhere', async () => {
      const store = await open();
      for (const key of ['m/a/1', 'm/a-b', 'm/a0', 'm/b/2', 'n']) await store.put(key, key);
      expect(await keys(store, '')).toEqual(['m/a-b', 'm/a/1', 'm/a0', 'm/b/2', 'n']);
      expect(await keys(store, 'm/a')).toEqual(['m/a-b', 'm/a/1', 'm/a0']);
      expect(await keys(store, 'm/a/')).toEqual(['m/a/1']);
      expect(await keys(store, 'x/')).toEqual([]);
      expect(await entries(store, 'n')).toEqual([{ key: 'n', size: 1 }]);
    });

    it('removes a key or everything under a prefix, and nothing beside it', async () => {
      const store = await open();
      for (const key of ['m/a', 'm/a1', 'm/b/c', 'm/b/d/e', 'mm']) await store.put(key, 'x');
      await store.remove('m/a');
      await store.remove('m/a');
      await store.remove('m/b/');
      expect(await keys(store, '')).toEqual(['m/a1', 'mm']);
    });

    it.each(['../x', 'a/../b', '/a', 'a/', 'a//b', '', '.', 'a/./b', 'ä', 'a b', 'a\\b', 'a\0', 'x'.repeat(300)])('refuses the key %j', async (key) => {
      const store = await open();
      await expect(store.put(key, 'x')).rejects.toMatchObject({ code: 'bad_request' });
      await expect(store.open(key)).rejects.toMatchObject({ code: 'bad_request' });
    });

    it('knows how much room there is, and sweeps without touching what is alive', async () => {
      const store = await open();
      expect((await store.free()).freeBytes).toBeGreaterThan(0);
      await using staging = await store.stage('alive');
      await writeFile(join(staging.folder, 'part'), 'x');
      expect(await store.sweepStaging()).toBe(0);
      await store.promote(join(staging.folder, 'part'), 'kept');
    });
  });
}
