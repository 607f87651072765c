import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '#platform/log/index.ts';
import { UI_LANGUAGES } from '#platform/i18n/index.ts';
import { createPages, readAssets, type Assets } from '#web/index.ts';
import { workerRoute } from './index.ts';
import { offlineWords } from './locales/index.ts';
import { offlinePages } from './pages/index.ts';

const NAMES = ['site.css', 'watch.css', 'icon.svg', 'touch-icon.png', 'icon-192.png', 'icon-512.png', 'icon-maskable-192.png', 'icon-maskable-512.png', 'saved.js', 'worker.js'];
let dist: string;
let assets: Assets;

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'openfloor-offline-'));
  await mkdir(join(dist, 'public'));
  await writeFile(join(dist, 'public/worker.js'), 'self.skipWaiting();');
  await writeFile(join(dist, 'manifest.json'), JSON.stringify(Object.fromEntries(NAMES.map((name) => [name, name]))));
  assets = await readAssets(dist);
});
afterAll(() => rm(dist, { recursive: true }));

const site = () => createPages({ assets, clock: { now: () => new Date() }, log: silentLog, publicUrl: 'https://tv.example', sets: [offlinePages()] });

describe('the app', () => {
  it('has its worker at the root, asked for anew each time, and under the policy of the pages', async () => {
    const { status, headers } = await workerRoute(assets).request('/sw.js');
    expect([status, headers.get('Content-Type'), headers.get('Cache-Control')]).toEqual([200, 'text/javascript; charset=utf-8', 'no-cache']);
    expect(headers.get('Content-Security-Policy')).toContain("script-src 'self'");
  });

  it.each(UI_LANGUAGES)('has a manifest in %s, and every page leads to it', async (language) => {
    const answer = await site().request(`/${language}/app.webmanifest`);
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/manifest\+json/);
    expect(await answer.json()).toMatchObject({ id: '/', scope: '/', start_url: `/${language}/`, lang: language, dir: language === 'ar' ? 'rtl' : 'ltr', display: 'standalone' });
    expect(await (await site().request(`/${language}/help`)).text()).toContain(`<link rel="manifest" href="/${language}/app.webmanifest"/>`);
  });

  it.each(UI_LANGUAGES)('has its pages in %s; the one for no connection needs no script', async (language) => {
    const text = async (path: string) => (await site().request(`/${language}/${path}`)).text();
    const offline = await text('offline');
    expect(offline).toContain(offlineWords(language).offline.title);
    expect(offline).not.toContain('<script');
    expect(await text('saved')).toContain(offlineWords(language).saved.lead);
  });
});
