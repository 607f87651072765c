import { describe, expect, it } from 'vitest';
import { createPages } from '#web/index.ts';
import { apiPages } from './index.ts';

const site = createPages({
  assets: { folder: '', served: (name) => name, address: (name) => `/assets/${name}` }, clock: { now: () => new Date() }, log: { error: () => undefined }, sets: [apiPages()],
});

describe('the page about the API', () => {
  it('shows every operation and leads from each name to what it means, without a script', async () => {
    const text = await (await site.request('/ar/api')).text();
    expect(text).toContain('<article class="prose api" lang="en" dir="ltr">');
    expect(text).toContain('<code>GET /meetings/{slug}</code>');
    const targets = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !targets.has(id))).toEqual([]);
    expect(text.includes('<script')).toBe(false);
  });
});
