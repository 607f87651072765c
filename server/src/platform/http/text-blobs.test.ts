import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLocalBlobStore, type LocalBlobStore } from '#platform/blobs/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { TextBlobs } from './text-blobs.ts';

const PLAYLIST = `#EXTM3U\n${Array.from({ length: 400 }, (_, n) => `#EXTINF:6.000,\n#EXT-X-BYTERANGE:48213@${n * 48_213}\nsound-fr.mp4\n`).join('')}`;
const TYPE = 'application/vnd.apple.mpegurl';
let folder: string;
let store: LocalBlobStore;
let opened: number;
let app: Hono;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openfloor-texts-'));
  store = await openLocalBlobStore({ folder });
  opened = 0;
  await store.put('a.m3u8', PLAYLIST);
  await store.put('small.m3u8', '#EXTM3U\n');
  // Room for one form of it.
  const texts = new TextBlobs({ store: { ...store, open: (...args) => { opened += 1; return store.open(...args); } }, maxBytes: 3000 });
  app = new Hono().onError((error, c) => c.text('', error instanceof AppError && error.status === 404 ? 404 : 500));
  app.get('/:name', (c) => texts.serve(c, c.req.param('name'), { type: TYPE }));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const get = async (name: string, headers: Record<string, string> = {}) => app.request(`/${name}`, { headers });

describe('TextBlobs', () => {
  it('compresses once, and serves each form under its own ETag', async () => {
    const br = await get('a.m3u8', { 'Accept-Encoding': 'gzip, br' });
    const bytes = Buffer.from(await br.arrayBuffer());
    expect([br.headers.get('Content-Encoding'), br.headers.get('Content-Type'), br.headers.get('Vary'), bytes.length < PLAYLIST.length / 5]).toEqual(['br', TYPE, 'Accept-Encoding', true]);
    expect(br.headers.get('Cache-Control')).toContain('immutable');
    expect(brotliDecompressSync(bytes).toString()).toBe(PLAYLIST);
    await get('a.m3u8', { 'Accept-Encoding': 'br' });
    expect(opened).toBe(1);
    const gzip = await get('a.m3u8', { 'Accept-Encoding': 'gzip, br;q=0' });
    expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(PLAYLIST);
    const plain = await get('a.m3u8');
    expect([await plain.text(), plain.headers.get('Content-Encoding'), plain.headers.get('Vary')]).toEqual([PLAYLIST, null, 'Accept-Encoding']);
    expect(new Set([br, gzip, plain].map(({ headers }) => headers.get('ETag'))).size).toBe(3);
    const again = await get('a.m3u8', { 'Accept-Encoding': 'br', 'If-None-Match': br.headers.get('ETag') ?? '' });
    expect([again.status, again.headers.get('Vary')]).toEqual([304, 'Accept-Encoding']);
  });

  it('answers ranges from the plain bytes', async () => {
    const part = await get('a.m3u8', { 'Accept-Encoding': 'br', 'Range': 'bytes=0-6' });
    expect([part.status, await part.text(), part.headers.get('Content-Encoding'), part.headers.get('Content-Range')]).toEqual([206, '#EXTM3U', null, `bytes 0-6/${PLAYLIST.length}`]);
  });

  it('leaves small files as they are, and serves nothing that was removed', async () => {
    expect((await get('small.m3u8', { 'Accept-Encoding': 'br' })).headers.get('Content-Encoding')).toBeNull();
    expect((await get('a.m3u8', { 'Accept-Encoding': 'br' })).status).toBe(200);
    await store.remove('a.m3u8');
    expect((await get('a.m3u8', { 'Accept-Encoding': 'br' })).status).toBe(404);
  });

  it('keeps no more than it may', async () => {
    const texts = new TextBlobs({ store: { ...store, open: (...args) => { opened += 1; return store.open(...args); } }, maxBytes: 10 });
    const tight = new Hono().get('/', (c) => texts.serve(c, 'a.m3u8', { type: TYPE }));
    for (let n = 0; n < 2; n += 1) expect((await tight.request('/', { headers: { 'Accept-Encoding': 'br' } })).status).toBe(200);
    expect(opened).toBe(2);
  });
});
