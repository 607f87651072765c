import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { rememberReads, trustVersion } from '#platform/db/index.ts';
import { answerCache } from './answer-cache.ts';

function site(options: { readonly maxBytes?: number } = {}) {
  const state = { version: 1, now: 0, made: 0, asked: 0 };
  const app = new Hono();
  app.use(async (c, next) => { if (c.req.header('Cookie') === undefined) c.header('Set-Cookie', 'seen=1'); await next(); });
  app.use(answerCache({ ...options, now: () => state.now, version: trustVersion(async () => { state.asked += 1; return String(state.version); }, { now: () => state.now }) }));
  app.get('/text', (c) => c.text(String(state.made += 1)));
  app.get('/bad', (c) => c.html(String(state.made += 1), 500));
  app.get('/:page', async (c) => {
    await new Promise((resolve) => { setTimeout(resolve, 5); });
    state.made += 1;
    c.header('Vary', 'Accept-Language');
    return c.html(`page ${c.req.param('page')} ${state.version} `.repeat(20));
  });
  return { app, state, get: async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers }) };
}

describe('answerCache', () => {
  it('makes an answer once until the version changes, which shows within half a second', async () => {
    const { state, get } = site();
    await Promise.all([get('/a'), get('/a'), get('/a')]);
    expect(state.made).toBe(1);
    state.version = 2;
    expect(await (await get('/a')).text()).toContain('page a 1');
    state.now += 500;
    expect(await (await get('/a')).text()).toContain('page a 2');
    expect([state.made, state.asked]).toEqual([2, 2]);
  });

  it('sends each reader the form he takes, and nothing to those who have it', async () => {
    const { get, state } = site();
    const plain = await get('/a');
    const [br, gz, none] = await Promise.all([get('/a', { 'Accept-Encoding': 'gzip, br' }), get('/a', { 'Accept-Encoding': 'gzip' }), get('/a', { 'Accept-Encoding': 'br;q=0, zstd' })]);
    expect([br, gz, none].map((one) => one.headers.get('Content-Encoding'))).toEqual(['br', 'gzip', null]);
    const text = await plain.text();
    expect([brotliDecompressSync(await br.arrayBuffer()).toString(), gunzipSync(await gz.arrayBuffer()).toString(), await none.text()]).toEqual([text, text, text]);
    expect(br.headers.get('Vary')).toBe('Accept-Language, Accept-Encoding');
    const again = await get('/a', { 'If-None-Match': br.headers.get('ETag') ?? '', 'Accept-Encoding': 'br' });
    expect([again.status, await again.text(), again.headers.get('Content-Encoding'), state.made]).toEqual([304, '', null, 1]);
  });

  it('never keeps an answer made of reads that are older than its version, where both go by the same one', async () => {
    const state = { data: 'old', now: 0 };
    const version = trustVersion(async () => state.data, { now: () => state.now });
    const remember = rememberReads({ version });
    const app = new Hono().use(answerCache({ version, now: () => state.now }));
    app.get('/:page', async (c) => c.html(await remember('data', async () => state.data)));
    const read = async (path: string) => (await app.request(path)).text();
    expect(await read('/first')).toBe('old');
    for (state.now = 100; state.now <= 1000; state.now += 100) {
      if (state.now === 300) state.data = 'new';
      await read(`/at-${state.now}`);
    }
    for (const page of ['first', 'at-300', 'at-400', 'at-500', 'at-1000']) expect(await read(`/${page}`), page).toBe('new');
  });

  it('gives nobody another one’s cookie', async () => {
    const { get } = site();
    expect((await get('/a')).headers.get('Set-Cookie')).toBe('seen=1');
    expect((await get('/a', { Cookie: 'seen=1' })).headers.get('Set-Cookie')).toBeNull();
    expect((await get('/a')).headers.get('Set-Cookie')).toBe('seen=1');
  });

  it('keeps nothing that is not for everybody, failed, or is of another kind', async () => {
    const { get, state } = site();
    for (const [path, headers] of [['/a', { Authorization: 'Bearer x' }], ['/bad', {}], ['/text', {}]] as const) {
      const before = state.made;
      await get(path, headers);
      await get(path, headers);
      expect(state.made - before, path).toBe(2);
    }
  });

  it('holds no more than it may, and nothing that speaks of yesterday', async () => {
    const { get, state } = site({ maxBytes: 700 });
    for (const path of ['/a', '/b', '/c', '/b', '/c']) await get(path);
    expect(state.made).toBe(3);
    await get('/a');
    expect(state.made).toBe(4);
    state.now += 60_000;
    await get('/a');
    expect(state.made).toBe(5);
  });
});
