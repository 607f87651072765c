import { link, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeTestMeeting, type TestMeeting } from '../fixtures/meeting/index.ts';
import { openBrowser } from './browser.ts';
import { layLine, type Line } from './line.ts';
import { audiblePilot } from './listening.ts';
import { startOpenfloor, type Openfloor } from './openfloor.ts';

const CHANNELS = [{ id: 'floor', language: 'en' }, { id: 'fr', language: 'fr' }, { id: 'ar', language: 'ar' }];
const SECOND_TURN_S = 20;
const SAVE = 'Save for listening offline';
const SOON = { timeout: 20_000 };

let openfloor: Openfloor;
let line: Line;
let browser: Browser;
let truth: TestMeeting;

beforeAll(async () => {
  openfloor = await startOpenfloor();
  line = await layLine(openfloor.url);
  truth = await makeTestMeeting({ file: join(openfloor.folder, 'hearing.mkv'), durationSeconds: 40, channels: CHANNELS });
  for (const slug of ['hearing', 'audience']) {
    await openfloor.must('publish', await meetingFolder(slug), '--wait');
  }
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await line?.[Symbol.asyncDispose]();
  await openfloor?.[Symbol.asyncDispose]();
});

afterEach(async () => {
  line.mend();
  line.slow(null);
  line.rewrite('', '');
  await Promise.all(browser.contexts().map((context) => context.close()));
});

/** A meeting with two speakers. */
async function meetingFolder(slug: string): Promise<string> {
  const folder = join(openfloor.folder, slug);
  await mkdir(folder);
  await link(truth.file, join(folder, 'hearing.mkv'));
  await writeFile(join(folder, 'meeting.yaml'), [
    'schema: openfloor/meeting/1', `slug: ${slug}`, 'title: { en: "Hearing on rivers", ar: "جلسة استماع بشأن الأنهار" }', 'description: { en: "What the rivers need." }',
    'body: river-council', 'format: hearing', 'starts: 2026-03-12T10:00:00+01:00', 'timezone: Europe/Paris',
    'recording:', '  picture: { file: hearing.mkv }', '  channels:',
    ...CHANNELS.map(({ id, language }, track) => `    - { id: ${id}, role: ${id === 'floor' ? 'floor' : 'interpretation'}, language: ${language}, file: hearing.mkv, track: ${track} }`),
    `interventions: [ { speaker: { en: "Naledi Mokoena" }, language: en, start: 1, end: 18 }, { speaker: { en: "Amadou Diallo" }, language: en, start: ${SECOND_TURN_S}, end: 39 } ]`, '',
  ].join('\n'));
  return folder;
}

const at = (path: string): string => new URL(path, line.url).href;

async function visitor(): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await browser.newContext({ locale: 'en' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { context, page, complaints };
}

/** Waits until the worker serves the pages. */
const served = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, SOON);

/** No line, and the browser knows it. */
async function goOffline(context: BrowserContext): Promise<void> {
  await context.setOffline(true);
  line.cut();
}
async function goOnline(context: BrowserContext): Promise<void> {
  line.mend();
  await context.setOffline(false);
}

/** Saves French on the page of a meeting, as a person does. */
async function save(page: Page, slug = 'hearing'): Promise<void> {
  await page.goto(at(`/en/meetings/${slug}`));
  await page.getByLabel('Language', { exact: true }).selectOption('fr');
  await page.getByRole('button', { name: SAVE }).click();
  await page.getByText('It can be heard without a connection.').waitFor(SOON);
}

const heard = (page: Page) => page.evaluate(() => document.querySelector('audio')?.currentTime ?? 0);

describe('the site as an app', () => {
  it.each(['ar', 'zh', 'en', 'fr', 'ru', 'es'])('can be installed in %s', async (language) => {
    const { context, page } = await visitor();
    await page.goto(at(`/${language}/`));
    const session = await context.newCDPSession(page);
    const { errors, data } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const manifest = JSON.parse(data ?? '') as { lang: string; dir: string; start_url: string; icons: readonly { src: string; sizes: string; purpose: string }[] };
    expect([manifest.lang, manifest.dir, manifest.start_url]).toEqual([language, language === 'ar' ? 'rtl' : 'ltr', `/${language}/`]);
    for (const { src, sizes } of manifest.icons.filter((icon) => icon.sizes !== 'any')) {
      const size = await page.evaluate(async (address) => {
        const { width, height } = await createImageBitmap(await (await fetch(address)).blob());
        return `${width}x${height}`;
      }, src);
      expect(size, src).toBe(sizes);
    }
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // Playwright's contexts are like private windows, in which nothing is installed.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  });
});

describe('a newer build', () => {
  it('takes over by itself, clears what the older one kept, and leaves what people saved', async () => {
    const { context, page } = await visitor();
    await save(page);
    await served(page);
    const shells = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('openfloor-shell-')));
    const [older = ''] = await shells();
    expect(older).toMatch(/-[0-9a-f]{16}$/);
    // What a build changes is this number in the worker; the server itself stays, as it would be too long to build it twice.
    line.rewrite(older.slice(-16), 'feedfacefeedface');
    await page.reload();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect.poll(shells, SOON).toEqual(['openfloor-shell-feedfacefeedface']);
    await served(page);
    await goOffline(context);
    await page.goto(at('/en/schedule/2026-03'));
    expect(await page.locator('h1').textContent()).toBe('There is no connection');
    await page.goto(at('/en/saved'));
    await page.getByRole('link', { name: 'Hearing on rivers' }).waitFor(SOON);
  });
});

describe('without a connection', () => {
  it('a page that nobody saved says so in the language of the reader', async () => {
    const { context, page } = await visitor();
    await page.goto(at('/ar/meetings/hearing'));
    await served(page);
    await goOffline(context);
    await page.goto(at('/ar/schedule/2026-03'));
    expect([await page.locator('html').getAttribute('lang'), await page.locator('h1').textContent()]).toEqual(['ar', 'لا يوجد اتصال']);
    expect(await page.evaluate(() => getComputedStyle(document.body).display), 'its style is there too').toBe('flex');
    await goOnline(context);
    await page.goto(at('/ar/schedule/2026-03'));
    expect(await page.locator('h1').textContent()).not.toBe('لا يوجد اتصال');
  });

  it('a saved channel can be read and heard, from any intervention', async () => {
    const { context, page, complaints } = await visitor();
    await save(page);
    await served(page);
    expect(complaints).toEqual([]);
    await goOffline(context);
    await page.goto(at('/en/meetings/hearing?ch=ar'));
    expect(new URL(page.url()).pathname, 'the meeting leads to what is saved of it').toBe('/en/meetings/hearing/listen');
    expect(await page.locator('h1').textContent()).toBe('Hearing on rivers');
    expect(await page.locator('main').textContent()).toContain('What the rivers need.');
    await page.getByText('This is the copy saved on this device.').waitFor(SOON);
    const answers: { status: number; range: string; fromWorker: boolean }[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/media/')) answers.push({ status: response.status(), range: response.headers()['content-range'] ?? '', fromWorker: response.fromServiceWorker() });
    });
    await page.locator('.turn a', { hasText: 'Amadou Diallo' }).click();
    await expect.poll(() => heard(page), SOON).toBeGreaterThan(SECOND_TURN_S + 0.3);
    expect(await heard(page)).toBeLessThan(SECOND_TURN_S + 10);
    expect(await page.locator('.turn[aria-current]').textContent()).toContain('Amadou Diallo');
    await expect.poll(() => audiblePilot(page), SOON).toBe(truth.channels.find(({ id }) => id === 'fr')?.pilotHz);
    expect(answers.length).toBeGreaterThan(0);
    for (const { status, range, fromWorker } of answers) expect([status, /^bytes \d+-\d+\/\d+$/.test(range), fromWorker]).toEqual([206, true, true]);
    await page.goto(at('/en/meetings/hearing/listen?ch=fr&t=30s'));
    await expect.poll(() => heard(page), SOON).toBe(30);
    await goOnline(context);
  });
});

describe('saving', () => {
  it('goes on at the very byte after the line broke', async () => {
    const { page } = await visitor();
    await page.goto(at('/en/meetings/hearing'));
    await served(page);
    await page.getByLabel('Language', { exact: true }).selectOption('fr');
    line.slow(24_000);
    await page.getByRole('button', { name: SAVE }).click();
    const bar = page.locator('openfloor-save progress');
    await expect.poll(() => page.locator('openfloor-save span[data-size]').textContent(), SOON).toMatch(/of \d/);
    await page.waitForTimeout(1500);
    line.cut();
    await page.getByText('The connection is gone.').waitFor(SOON);
    const before = Number(await bar.getAttribute('value') ?? await bar.evaluate((one: HTMLProgressElement) => one.value));
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(1);
    const ranges: string[] = [];
    page.on('request', (request) => { if (request.url().includes('/media/')) ranges.push(request.headers()['range'] ?? ''); });
    line.slow(null);
    line.mend();
    await page.getByText('It can be heard without a connection.').waitFor(SOON);
    expect(ranges.at(-1)).toMatch(/^bytes=[1-9]\d*-$/);
    const saved = await page.evaluate(async () => {
      const cache = await caches.open('openfloor-saved-1');
      const record = await (await cache.match('/saved-on-this-device/hearing/fr'))?.json() as { pieces: number[]; bytes: number };
      const pieces = await Promise.all(record.pieces.map(async (_, n) => new Uint8Array(await (await cache.match(`/saved-on-this-device/hearing/fr/${n}`))?.arrayBuffer() ?? new ArrayBuffer())));
      return { count: record.pieces.length, bytes: pieces.flatMap((piece) => [...piece]) };
    });
    expect(saved.count).toBeGreaterThan(1);
    expect(Buffer.from(saved.bytes).equals(await voiceFile())).toBe(true);
  });

  it('can be stopped, gone on with from the list, and removed', async () => {
    const { context, page } = await visitor();
    await page.goto(at('/en/meetings/hearing'));
    await page.getByLabel('Language', { exact: true }).selectOption('fr');
    line.slow(24_000);
    await page.getByRole('button', { name: SAVE }).click();
    await expect.poll(() => page.locator('openfloor-save span[data-size]').textContent(), SOON).toMatch(/of \d/);
    await page.waitForTimeout(1000);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped.').waitFor(SOON);
    line.slow(null);
    await page.goto(at('/en/saved'));
    await page.getByText(/saved so far/).waitFor(SOON);
    await page.getByRole('button', { name: /^Go on saving/ }).click();
    await page.getByRole('link', { name: 'Hearing on rivers' }).waitFor(SOON);
    await served(page);
    await goOffline(context);
    await page.reload();
    await page.getByRole('link', { name: 'Hearing on rivers' }).waitFor(SOON);
    await page.getByRole('button', { name: 'Remove: Hearing on rivers' }).click();
    await page.getByText('Nothing is saved here yet.').waitFor(SOON);
    const left = await page.evaluate(async () => (await (await caches.open('openfloor-saved-1')).keys()).map(({ url }) => url));
    expect(left).toEqual([]);
    await goOnline(context);
  });

  it('says what is missing when the device is full, before anything is fetched in vain', async () => {
    const { context, page } = await visitor();
    await page.goto(at('/en/meetings/hearing'));
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: line.url, quotaSize: 60_000 });
    await page.getByRole('button', { name: SAVE }).click();
    await expect.poll(() => page.locator('openfloor-save [role="status"]').textContent(), SOON)
      .toMatch(/^There is not enough room on this device: it needs \d+ kB, and \d+ kB are free/);
  });

  it('ends with the publication: a withdrawn meeting goes from the device, with a notice', async () => {
    const { page } = await visitor();
    await save(page, 'audience');
    await openfloor.must('withdraw', 'audience');
    await page.goto(at('/en/saved'));
    await page.getByText('Nothing is saved here yet.').waitFor(SOON);
    expect(await page.getByRole('status').first().textContent()).toMatch(/^“Hearing on rivers” has been withdrawn/);
  });
});

/** The French sound as it lies on the server. */
async function voiceFile(): Promise<Buffer> {
  const { media } = await (await fetch(`${openfloor.url}/api/v1/meetings/hearing`)).json() as { media: { channels: readonly { key: string; voice: readonly string[] }[] } };
  const [address = ''] = media.channels.find(({ key }) => key === 'fr')?.voice ?? [];
  return Buffer.from(await (await fetch(openfloor.url + address)).arrayBuffer());
}
