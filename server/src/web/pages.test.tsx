import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AppError } from '#platform/errors/index.ts';
import { UI_LANGUAGES } from '#platform/i18n/index.ts';
import { readAssets, type Assets } from './assets.ts';
import { readerErrors } from './error-page.tsx';
import { messages } from './locales/index.ts';
import { createPages } from './pages.tsx';
import type { PageSet } from './site.ts';

const SCRIPT = `console.log("${'long enough to be worth compressing '.repeat(40)}");`;
let dist: string;
let assets: Assets;

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'openfloor-pages-'));
  await mkdir(join(dist, 'public'));
  await writeFile(join(dist, 'public/player-ABCD1234.js'), SCRIPT);
  await writeFile(join(dist, 'public/icon.svg'), '<svg/>');
  await writeFile(join(dist, 'manifest.json'), JSON.stringify({ 'player.js': 'player-ABCD1234.js', 'site.css': 'site-ABCD1234.css', 'watch.css': 'watch-ABCD1234.css', 'embed.css': 'embed-ABCD1234.css', 'icon.svg': 'icon.svg', 'touch-icon.png': 'touch-icon.png' }));
  assets = await readAssets(dist);
});
afterAll(() => rm(dist, { recursive: true }));

const site = (sets: readonly PageSet[] = [], error = vi.fn()) =>
  createPages({ assets, clock: { now: () => new Date() }, log: { error }, publicUrl: 'https://tv.example', sets });
const html = { Accept: 'text/html' };

describe('choosing a language', () => {
  it('goes by the browser, then by what was read last', async () => {
    const to = async (headers: Record<string, string>) => (await site().request('/', { headers })).headers.get('Location');
    expect(await to({ 'Accept-Language': 'de, fr-CH;q=0.8, en;q=0.5' })).toBe('/fr/');
    expect(await to({ 'Accept-Language': 'fr', Cookie: 'openfloor_language=ar' })).toBe('/ar/');
    expect(await to({ Cookie: 'openfloor_language=%3Cscript%3E' })).toBe('/en/');
  });

  it('remembers a language when it is news', async () => {
    const cookie = async (headers: Record<string, string>) => (await site().request('/ru/help', { headers })).headers.get('Set-Cookie');
    expect(await cookie({ 'Accept-Language': 'en' })).toContain('openfloor_language=ru');
    expect(await cookie({ 'Accept-Language': 'ru' })).toBeNull();
  });

  it('completes addresses that name no language', async () => {
    const answer = await site().request('/meetings/x?t=5s', { headers: { 'Accept-Language': 'zh' } });
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/zh/meetings/x?t=5s']);
    expect((await site().request('/en')).headers.get('Location')).toBe('/en/');
    expect((await site().request('/favicon.ico')).headers.get('Location')).toBe('/assets/icon.svg');
  });
});

describe('pages', () => {
  it.each(UI_LANGUAGES)('help in %s names every key and all six languages', async (language) => {
    const text = await (await site().request(`/${language}/help`)).text();
    for (const command of Object.values(messages(language).help.commands)) expect(text).toContain(command);
    for (const other of UI_LANGUAGES) expect(text).toContain(`href="/${other}/help" lang="${other}"`);
    expect(text).toContain(`<link rel="canonical" href="https://tv.example/${language}/help"/>`);
  });

  it('let no foreign or inline code run', async () => {
    const answer = await site().request('/en/help');
    expect(answer.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'/);
    expect(await answer.text()).not.toMatch(/<script(?![^>]*(src=|application\/json))|\sstyle=|\son\w+=/);
  });

  it('are not sent again when they have not changed', async () => {
    const tag = (await site().request('/en/help')).headers.get('ETag') ?? '';
    expect((await site().request('/en/help', { headers: { 'If-None-Match': tag } })).status).toBe(304);
  });
});

describe('errors', () => {
  it.each(UI_LANGUAGES)('speak %s and lead on', async (language) => {
    const answer = await site().request(`/${language}/nothing`, { headers: html });
    const text = await answer.text();
    expect(answer.status).toBe(404);
    expect(text).toContain(messages(language).errors.notFound);
    expect(text).toContain(`href="/${language}/"`);
    expect(text).toContain('noindex');
  });

  it('are told to the operator, not to the reader', async () => {
    const error = vi.fn();
    const broken: PageSet = (pages) => { pages.get('/broken', () => { throw new Error('password in here'); }); };
    const answer = await site([broken], error).request('/en/broken', { headers: html });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('password');
    expect(error).toHaveBeenCalledOnce();
  });

  it('are problem+json for programs', async () => {
    const answer = await site().request('/nothing');
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([404, 'application/problem+json']);
    expect(await answer.json()).toMatchObject({ code: 'not_found', status: 404 });
  });
});

describe('errors at addresses of programs', () => {
  const opened = (error: Error) => new Hono().onError(readerErrors(
    { assets, clock: { now: () => new Date() }, log: { error: vi.fn() }, publicUrl: 'https://tv.example' }, (_, c) => c.json({ for: 'programs' }, 418),
  )).get('*', () => { throw error; });
  const busy = () => opened(new AppError('too_many_requests', { seconds: 3 }));

  it.each([['ru', 'через 3 секунды'], ['ar', 'بعد 3 ثوانٍ'], ['zh', '在 3 秒后'], ['en', 'in 3 seconds']] as const)('tell people in %s how long to wait', async (language, wait) => {
    const answer = await busy().request('/feeds', { headers: { ...html, 'Accept-Language': language } });
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '3']);
    expect(answer.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'self'");
    expect(await answer.text()).toMatch(new RegExp(`lang="${language}".*${messages(language).errors.tooMany}.*${wait}`, 's'));
  });

  it('stay as programs read them for programs', async () => {
    expect((await busy().request('/feeds', { headers: { Accept: '*/*' } })).status).toBe(418);
  });

  it('fit into the frame of another site', async () => {
    const answer = await opened(new AppError('meeting_withdrawn', { id: 'x' })).request('/embed/x?lang=fr', { headers: html });
    expect([answer.status, answer.headers.get('X-Frame-Options')]).toEqual([410, null]);
    expect(answer.headers.get('Content-Security-Policy')).toContain('frame-ancestors *');
    expect(await answer.text()).toMatch(/lang="fr".*Cette réunion a été retirée.*target="_blank"/s);
  });
});

describe('files of the pages', () => {
  it('are compressed, and cached for ever when their name has a hash', async () => {
    const answer = await site().request('/assets/player-ABCD1234.js', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(answer.headers.get('Cache-Control')).toContain('immutable');
    expect(answer.headers.get('Content-Type')).toContain('text/javascript');
    expect(gunzipSync(await answer.arrayBuffer()).toString()).toBe(SCRIPT);
    expect((await site().request('/assets/icon.svg')).headers.get('Cache-Control')).not.toContain('immutable');
  });

  it.each(['nothing.js', '..%2Fmanifest.json', '.hidden', 'a//b'])('do not include %s', async (name) => {
    expect((await site().request(`/assets/${name}`)).status).toBe(404);
  });

  it('say what to do when there is no build', async () => {
    await expect(readAssets(join(dist, 'nowhere'))).rejects.toThrow('node tools/build.mjs');
    expect(() => assets.address('other.js')).toThrow('other.js');
  });
});
