import { once } from 'node:events';
import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLocalBlobStore, type LocalBlobStore } from '#platform/blobs/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { closeServer, machineErrors, serveBlob } from './index.ts';

const BIG = 20_000_000;
let folder: string;
let store: LocalBlobStore;
const app = new Hono();
app.onError(machineErrors(silentLog));
app.get('/fixed/:key', (c) => serveBlob(c, store, c.req.param('key'), { type: 'video/mp4', immutable: true }));
app.get('/changing/:key', (c) => serveBlob(c, store, c.req.param('key'), { type: 'text/plain', immutable: false, downloadName: 'Séance “1”.txt' }));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openfloor-serve-'));
  store = await openLocalBlobStore({ folder });
  await store.put('digits', '0123456789');
  await store.put('empty', '');
  await store.put('big', new Uint8Array(BIG).fill(7));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function statusOf(path: string, headers: Record<string, string>): Promise<number> {
  const answer = await ask(path, headers);
  await answer.body?.cancel();
  return answer.status;
}

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') => app.request(path, { headers, method });

describe('serveBlob', () => {
  it('gives the whole file, cached for a year', async () => {
    const answer = await ask('/fixed/digits');
    expect([answer.status, await answer.text()]).toEqual([200, '0123456789']);
    expect(Object.fromEntries(answer.headers)).toMatchObject({ 'content-type': 'video/mp4', 'content-length': '10', 'accept-ranges': 'bytes', 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff', 'etag': expect.stringMatching(/^"[\w-]{22}"$/) as string });
  });

  it('gives exactly the bytes of one range', async () => {
    const answer = await ask('/fixed/digits', { Range: 'bytes=3-5' });
    expect([answer.status, await answer.text(), answer.headers.get('content-range'), answer.headers.get('content-length')]).toEqual([206, '345', 'bytes 3-5/10', '3']);
    expect(await (await ask('/fixed/digits', { Range: 'bytes=-2' })).text()).toBe('89');
    const beyond = await ask('/fixed/digits', { Range: 'bytes=10-' });
    expect([beyond.status, beyond.headers.get('content-range'), await beyond.text()]).toEqual([416, 'bytes */10', '']);
  });

  it('answers HEAD without a body and without ranges', async () => {
    const answer = await ask('/fixed/digits', { Range: 'bytes=0-1' }, 'HEAD');
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([200, '10', '']);
  });

  it('says "not changed", and honours If-Range', async () => {
    const first = await ask('/fixed/digits');
    await first.body?.cancel();
    const etag = first.headers.get('etag') ?? '';
    expect(await statusOf('/fixed/digits', { 'If-None-Match': etag })).toBe(304);
    expect(await statusOf('/fixed/digits', { 'If-None-Match': etag, 'Range': 'bytes=0-1' })).toBe(304);
    expect(await statusOf('/fixed/digits', { 'If-None-Match': '"other"' })).toBe(200);
    expect(await statusOf('/fixed/digits', { 'If-Range': etag, 'Range': 'bytes=0-1' })).toBe(206);
    expect(await statusOf('/fixed/digits', { 'If-Range': '"other"', 'Range': 'bytes=0-1' })).toBe(200);
  });

  it('promises nothing for what may change, and offers a name in any script', async () => {
    const answer = await ask('/changing/digits', { 'Range': 'bytes=0-1', 'If-Range': '"x"' });
    await answer.body?.cancel();
    expect([answer.status, answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([200, null, 'no-cache']);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="S_ance _1_.txt"; filename*=UTF-8''S%C3%A9ance%20%E2%80%9C1%E2%80%9D.txt`);
  });

  it('gives an empty file, and a problem for one that is not there', async () => {
    const empty = await ask('/fixed/empty');
    expect([empty.status, empty.headers.get('content-length'), await empty.text()]).toEqual([200, '0', '']);
    const missing = await ask('/fixed/nothing');
    expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(await missing.json()).toMatchObject({ code: 'not_found', detail: 'There is no file nothing.' });
  });
});

describe('over a real connection', () => {
  it('sends ranges and large files whole, lets go of a file when the viewer goes, and closes in time', async () => {
    const server = createAdaptorServer({ fetch: app.fetch });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const whole = await fetch(`${base}/fixed/big`);
    expect((await whole.arrayBuffer()).byteLength).toBe(BIG);
    const part = await fetch(`${base}/fixed/big`, { headers: { Range: `bytes=${BIG - 1000}-` } });
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 1000]);
    const head = await fetch(`${base}/fixed/big`, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String(BIG));

    const leaving = await new Promise<IncomingMessage>((resolve) => get(`${base}/fixed/big`, resolve));
    const whileOpen = await openFiles('big');
    leaving.destroy();
    for (let i = 0; i < 100 && (await openFiles('big')) > 0; i += 1) await sleep(20);
    expect([whileOpen, await openFiles('big')]).toEqual(process.platform === 'linux' ? [1, 0] : [0, 0]);

    const slow = await new Promise<IncomingMessage>((resolve) => get(`${base}/fixed/big`, resolve));
    slow.on('error', () => undefined);
    const started = performance.now();
    await closeServer(server as Parameters<typeof closeServer>[0], 200);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

async function openFiles(name: string): Promise<number> {
  const links = await Promise.all((await readdir('/proc/self/fd').catch(() => [])).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  return links.filter((path) => path === store.localPath(name)).length;
}
