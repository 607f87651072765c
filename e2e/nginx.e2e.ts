import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '@openfloor/client';
import { makeTestMeeting } from '../fixtures/meeting/index.ts';
import { shippedSite, startNginx, type Nginx } from './nginx.ts';
import { startOpenfloor, type Openfloor } from './openfloor.ts';

let openfloor: Openfloor;
let nginx: Nginx;
let file: string;

beforeAll(async () => {
  openfloor = await startOpenfloor({ settings: { OPENFLOOR_SEND_MEDIA: 'nginx' } });
  const { file: recording } = await makeTestMeeting({ file: join(openfloor.folder, 'hearing.mka'), durationSeconds: 4, channels: [{ id: 'floor', language: 'en' }, { id: 'fr', language: 'fr' }] });
  await openfloor.must('publish', recording, '--title', 'Hearing', '--wait');
  const { folder, url } = openfloor;
  nginx = await startNginx(join(folder, 'nginx'), (port) => shippedSite(port, join(folder, 'data'), url));
  const { data } = await createClient({ url: openfloor.url }).GET('/meetings/{slug}', { params: { path: { slug: 'hearing' } } });
  file = data?.media?.channels.find(({ key }) => key === 'fr')?.sound[0] ?? '';
});

afterAll(async () => {
  await nginx?.[Symbol.asyncDispose]();
  await openfloor?.[Symbol.asyncDispose]();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${nginx.url}${path}`, { redirect: 'manual', headers: headers });

describe('the shipped nginx configuration', () => {
  it('shows pages under the address that the reader used', async () => {
    const page = await get('/en/meetings/hearing', { Accept: 'text/html' });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(`<link rel="canonical" href="${nginx.url}/en/meetings/hearing"/>`);
  });

  it('sends the bytes of media itself: whole, in ranges, and not again to those who have them', async () => {
    const onDisk = await readFile(join(openfloor.folder, 'data', 'blobs', file.slice(1)));
    const whole = await get(file);
    expect([whole.status, whole.headers.get('Content-Type'), whole.headers.get('Cache-Control'), whole.headers.get('Access-Control-Allow-Origin'), whole.headers.get('X-Accel-Redirect')])
      .toEqual([200, 'audio/mp4', 'public, max-age=31536000, immutable', '*', null]);
    expect(Buffer.from(await whole.arrayBuffer()).equals(onDisk)).toBe(true);
    const part = await get(file, { Range: 'bytes=1000-1999' });
    expect([part.status, part.headers.get('Content-Range'), Buffer.from(await part.arrayBuffer()).equals(onDisk.subarray(1000, 2000))]).toEqual([206, `bytes 1000-1999/${onDisk.length}`, true]);
    expect((await get(file, { 'If-None-Match': whole.headers.get('ETag') ?? '' })).status).toBe(304);
    expect((await get(file, { Range: `bytes=${onDisk.length}-` })).status).toBe(416);
    const offered = await get(`${file}?download`);
    expect([offered.headers.get('Content-Disposition')?.startsWith('attachment'), (await offered.arrayBuffer()).byteLength]).toEqual([true, onDisk.length]);
    // Nothing but nginx can answer this: to others Openfloor only says where the file is.
    const direct = await fetch(new URL(file, openfloor.url));
    expect([direct.headers.get('X-Accel-Redirect'), (await direct.arrayBuffer()).byteLength]).toEqual([`/_openfloor${file}`, 0]);
  });

  it('sends what was put together on demand', async () => {
    const download = await get(`${file.split('/').slice(0, 3).join('/')}/download.m4a?ch=fr`);
    expect([download.status, download.headers.get('Content-Disposition')?.startsWith('attachment; filename="hearing-fr.m4a"')]).toEqual([200, true]);
    expect(Buffer.from(await download.arrayBuffer()).subarray(4, 8).toString()).toBe('ftyp');
  });

  it('sends clips that are made, in ranges too', async () => {
    const { data } = await createClient({ url: openfloor.url }).POST('/meetings/{slug}/clips', { params: { path: { slug: 'hearing' } }, body: { channel: 'fr', startMs: 1000, endMs: 3000, record: false } });
    const path = `/media/clips/${data?.id ?? ''}.m4a`;
    const whole = await get(path);
    expect([whole.status, whole.headers.get('Content-Type'), whole.headers.get('Access-Control-Allow-Origin'), whole.headers.get('X-Accel-Redirect')]).toEqual([200, 'audio/mp4', '*', null]);
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(bytes.subarray(4, 8).toString()).toBe('ftyp');
    const part = await get(path, { Range: 'bytes=100-199' });
    expect([part.status, Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 200))]).toEqual([206, true]);
    expect((await fetch(new URL(path, openfloor.url))).headers.get('X-Accel-Redirect')).toMatch(/^\/_openfloor\/clips\//);
  });

  it('leaves to Openfloor what it may not send, and says what Openfloor says', async () => {
    const [, , meeting, recording] = file.split('/');
    const others = [`/media/${meeting}/${recording}/source-1.mp4`, `/media/${meeting}/${recording}/picture-none.mp4`, `/media/${meeting}/nothing/${file.split('/').at(-1)}`, '/media/no/such/file.mp4'];
    for (const path of others) {
      const [told, own] = await Promise.all([get(path), fetch(new URL(path, openfloor.url))]);
      expect([path, told.status, await told.text()]).toEqual([path, own.status, await own.text()]);
      expect(told.status).toBeGreaterThanOrEqual(400);
    }
    const asked = await fetch(`${nginx.url}${file}`, { method: 'OPTIONS', headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'Range' } });
    expect([asked.status, asked.headers.get('Access-Control-Allow-Origin')]).toEqual([204, '*']);
  });

  it('asks for the file that it sends, however the address is written', async () => {
    const [, , meeting, recording, name] = file.split('/');
    expect((await get(`/media/${meeting}/${recording}/%2e/${name}`)).status).toBe(200);
    expect((await get(`/media/${meeting}/${recording}%2f..%2f..%2f..%2fpostgres/PG_VERSION.mp4`)).status).toBe(404);
  });

  it('lets nobody in by the back door, and nobody hear what was withdrawn', async () => {
    expect((await get(`/_openfloor${file}`)).status).toBe(404);
    expect((await get('/_openfloor/may')).status).toBe(403);
    expect((await get(`/_openfloor/media/..%2f..%2fpostgres/PG_VERSION`)).status).toBe(404);
    await openfloor.must('withdraw', 'hearing');
    await expect.poll(async () => (await get(file)).status, { timeout: 10_000 }).toBe(410);
  });
});
