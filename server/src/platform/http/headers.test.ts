import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { answerCache, embedHeaders, jsonHeaders, openToAll, pageHeaders } from './index.ts';

describe('jsonHeaders', () => {
  const app = new Hono().use(answerCache({ version: () => Promise.resolve('1') }), jsonHeaders);
  app.get('/', (c) => c.json({ says: 'this' }));
  app.get('/text', (c) => c.text('text'));
  app.get('/short', (c) => c.json({}, 200, { 'Cache-Control': 'max-age=60' }));
  const said = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await app.request(path, { headers });
    return [answer.status, ...['Cache-Control', 'Vary', 'ETag'].map((name) => answer.headers.get(name))];
  };

  it('lets everybody keep what was for everybody, and ask again', async () => {
    const [, , , tag] = await said('/');
    expect(await said('/')).toEqual([200, 'no-cache', 'Authorization, Accept-Encoding', expect.stringMatching(/^W\/"/)]);
    expect(await said('/', { 'If-None-Match': String(tag) })).toEqual([304, 'no-cache', 'Authorization, Accept-Encoding', tag]);
    expect((await said('/short'))[1]).toBe('max-age=60');
  });

  it('keeps nothing of what was for one person, and leaves other answers alone', async () => {
    expect(await said('/', { Authorization: 'Bearer x' })).toEqual([200, 'private, no-store', 'Authorization', null]);
    expect(await said('/text')).toEqual([200, null, null, null]);
  });
});

describe('openToAll', () => {
  const app = new Hono().use(openToAll({ methods: ['GET'], sends: ['Range'], reads: ['ETag'] })).get('/', (c) => c.text('x'));

  it('lets any site read, and lends it nobody’s rights', async () => {
    const answer = await app.request('/', { headers: { Origin: 'https://elsewhere.example' } });
    expect([answer.headers.get('Access-Control-Allow-Origin'), answer.headers.get('Access-Control-Expose-Headers'), answer.headers.get('Access-Control-Allow-Credentials')]).toEqual(['*', 'ETag', null]);
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    const asked = await app.request('/', { method: 'OPTIONS' });
    expect([asked.status, asked.headers.get('Access-Control-Allow-Methods'), asked.headers.get('Access-Control-Allow-Headers')]).toEqual([204, 'GET', 'Range']);
  });
});

describe('the headers of pages', () => {
  const app = new Hono();
  app.get('/page', pageHeaders, (c) => c.text('x'));
  app.get('/embed', embedHeaders, (c) => c.text('x'));
  const policyOf = (answer: Response) => answer.headers.get('Content-Security-Policy') ?? '';

  it('let nobody frame the pages, and anybody the embed', async () => {
    const [page, embed] = [await app.request('/page'), await app.request('/embed')];
    expect([policyOf(page).includes("frame-ancestors 'self'"), page.headers.get('X-Frame-Options')]).toEqual([true, 'SAMEORIGIN']);
    expect([policyOf(embed).includes('frame-ancestors *'), embed.headers.get('X-Frame-Options')]).toEqual([true, null]);
    for (const answer of [page, embed]) expect(policyOf(answer)).not.toMatch(/unsafe|script-src[^;]*\*/);
  });

  it('ask for HTTPS only where it is', async () => {
    expect((await app.request('http://x/page')).headers.get('Strict-Transport-Security')).toBeNull();
    expect((await app.request('https://x/page')).headers.get('Strict-Transport-Security')).toMatch(/^max-age=\d+$/);
  });
});
