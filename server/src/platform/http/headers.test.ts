import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { embedHeaders, jsonEtag, openToAll, pageHeaders } from './index.ts';

describe('jsonEtag', () => {
  const app = new Hono().use(jsonEtag);
  let version = 1;
  app.get('/', (c) => c.json({ version }));
  app.get('/text', (c) => c.text('text'));

  it('answers "not changed" to those who have it, until it changes', async () => {
    const first = await app.request('/');
    const tag = first.headers.get('ETag') ?? '';
    expect([first.headers.get('Cache-Control'), first.headers.get('Vary'), await first.json()]).toEqual(['no-cache', 'Authorization', { version: 1 }]);
    const again = await app.request('/', { headers: { 'If-None-Match': `"other", W/${tag}` } });
    expect([again.status, await again.text(), again.headers.get('ETag'), again.headers.get('Content-Type')]).toEqual([304, '', tag, null]);
    version = 2;
    expect((await app.request('/', { headers: { 'If-None-Match': tag } })).status).toBe(200);
  });

  it('keeps nothing of what was for one person, and leaves other answers alone', async () => {
    const own = await app.request('/', { headers: { Authorization: 'Bearer x' } });
    expect([own.headers.get('Cache-Control'), own.headers.get('ETag')]).toEqual(['private, no-store', null]);
    expect((await app.request('/text')).headers.get('ETag')).toBeNull();
  });
});

describe('openToAll', () => {
  const app = new Hono().use(openToAll({ methods: ['GET'], sends: ['Range'], reads: ['ETag'] })).get('/', (c) => c.text('x'));

  it('lets any site read, and lends it nobody’s rights', async () => {
    const answer = await app.request('/', { headers: { Origin: 'https://elsewhere.example' } });
    expect([answer.headers.get('Access-Control-Allow-Origin'), answer.headers.get('Access-Control-Expose-Headers'), answer.headers.get('Access-Control-Allow-Credentials')]).toEqual(['*', 'ETag', null]);
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
