import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestMeeting } from '../fixtures/meeting/index.ts';
import { openBrowser, openPage } from './browser.ts';
import { listenIn, press } from './listening.ts';
import { startOpenfloor, type Openfloor } from './openfloor.ts';

let openfloor: Openfloor;
let browser: Browser;

const YAML = `schema: openfloor/meeting/1
slug: council
title: { en: Council }
recording:
  picture: { file: council.mkv }
  channels:
    - { id: floor, role: floor, language: mul, file: council.mkv, track: 0 }
    - { id: fr, role: interpretation, language: fr, file: council.mkv, track: 1 }
    - { id: ar, role: interpretation, language: ar, file: council.mkv, track: 2 }
interventions:
  - { speaker: { en: Naledi Mokoena }, language: en, start: 0, end: 10 }
  - { speaker: { en: Amadou Diallo }, language: fr, start: 11, end: 24 }
words:
  - { kind: captions, channel: fr, file: fr.vtt }
  - { kind: captions, channel: ar, file: ar.srt }
`;
const FRENCH = 'WEBVTT\n\n00:00.000 --> 00:03.900\nBonjour à tous.\n\n00:04.000 --> 00:08.000\nLa séance est ouverte.\n\n00:14.000 --> 00:18.000\nMerci, Madame la Présidente.\n';
const ARABIC = '1\n00:00:00,500 --> 00:00:04,000\nصباح الخير\n\n2\n00:00:14,500 --> 00:00:18,000\nشكرا سيدتي الرئيسة\n';

beforeAll(async () => {
  [openfloor, browser] = await Promise.all([startOpenfloor(), openBrowser()]);
  const folder = join(openfloor.folder, 'council');
  await mkdir(folder);
  await makeTestMeeting({
    file: join(folder, 'council.mkv'), durationSeconds: 24, picture: { width: 320, height: 180 },
    channels: [{ id: 'floor', language: 'mul' }, { id: 'fr', language: 'fr' }, { id: 'ar', language: 'ar' }],
  });
  await Promise.all([writeFile(join(folder, 'meeting.yaml'), YAML), writeFile(join(folder, 'fr.vtt'), FRENCH), writeFile(join(folder, 'ar.srt'), ARABIC)]);
  await openfloor.must('publish', folder);
});

afterAll(async () => {
  await browser?.close();
  await openfloor?.[Symbol.asyncDispose]();
});

const open = (path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => openPage(browser, openfloor, path, options);

const current = (page: Page) => page.locator('openfloor-words [aria-current]').first().textContent();
/** Where the player is, whether it plays or not. */
const place = (page: Page) => page.locator('[data-lane]').getAttribute('aria-valuenow');
const seconds = (page: Page) => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);

describe('the words beside the picture', () => {
  it('are those of the channel, follow the sound, and lead to their moment', async () => {
    const page = await open('/en/meetings/council?ch=fr');
    const words = page.locator('openfloor-words');
    expect(await words.locator('h3 bdi').allTextContents()).toEqual(['Naledi Mokoena', 'Amadou Diallo']);
    await press(page);
    await expect.poll(() => current(page), { timeout: 10_000 }).toBe('La séance est ouverte.');
    await words.getByText('Merci, Madame la Présidente.').click();
    await expect.poll(() => current(page)).toBe('Merci, Madame la Présidente.');
    expect(await seconds(page)).toBeGreaterThan(13.9);
    await words.getByRole('link', { name: '0:00' }).click();
    await expect.poll(() => seconds(page)).toBeLessThan(4);
    await page.close();
  });

  it('change with the channel, each in its own language and direction', async () => {
    const page = await open('/en/meetings/council?ch=fr');
    await listenIn(page, 'ar');
    const arabic = page.locator('openfloor-words p', { hasText: 'صباح الخير' });
    await arabic.waitFor();
    expect([await arabic.getAttribute('lang'), await arabic.getAttribute('dir')]).toEqual(['ar', 'rtl']);
    expect(await page.getByText('Bonjour à tous.').count()).toBe(0);
    await listenIn(page, 'floor');
    await page.getByText('There are no words in this channel yet.').waitFor();
    await listenIn(page, 'fr');
    await page.getByText('Bonjour à tous.').waitFor();
    await page.close();
  });

  it('can be read without a script, on a page of their own, and taken away as files', async () => {
    const page = await open('/en/meetings/council/words/ar', { javaScriptEnabled: false });
    expect(await page.locator('p[lang="ar"][dir="rtl"]').count()).toBe(2);
    await page.getByLabel('Find in this meeting').fill('الرئيسه');
    await page.locator('.spoken-choose summary').click();
    await page.getByRole('checkbox', { name: 'Français' }).check();
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('mark').textContent()).toBe('الرئيسة');
    expect(await page.locator('p[lang="fr"][dir="ltr"]').first().textContent()).toMatch(/^Bonjour à tous\./);
    await page.getByRole('link', { name: 'Look in all languages' }).click();
    expect(await page.locator('[data-text="ar"] mark').textContent()).toBe('الرئيسة');
    await page.getByRole('link', { name: '0:14' }).click();
    expect(new URL(page.url()).search).toBe('?t=14s&ch=ar');
    await page.close();
    const file = await fetch(new URL('/api/v1/meetings/council/texts/fr?format=srt', openfloor.url));
    expect(await file.text()).toContain('00:00:04,000 --> 00:00:08,000\nLa séance est ouverte.');
  });
});

describe('what is found', () => {
  it('is marked over time; each mark is named by its sentence, leads there, and is reached by keys', async () => {
    const page = await open('/en/meetings/council?ch=fr&find=la');
    const marks = page.locator('.hit-marks a');
    await expect.poll(() => marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')))).toEqual(['0:04 La séance est ouverte.', '0:14 Merci, Madame la Présidente.']);
    await expect.poll(() => marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('tabindex')))).toEqual(['0', '-1']);
    await marks.first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await marks.nth(1).evaluate((mark) => mark === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => place(page)).toBe('14');
    expect(await page.locator('mark[data-now]').textContent()).toBe('la');
    expect(await marks.nth(1).getAttribute('aria-current')).toBe('true');
    await marks.first().locator('rect').click();
    await expect.poll(() => place(page)).toBe('4');
    await page.getByLabel('Find in this meeting').fill('bonjour');
    await expect.poll(() => marks.count()).toBe(1);
    await page.getByLabel('Find in this meeting').fill('');
    await expect.poll(() => page.locator('.hit-marks').isVisible()).toBe(false);
    await page.close();
  });

  it('is marked over time without a script too', async () => {
    const page = await open('/en/meetings/council?ch=fr&find=Merci', { javaScriptEnabled: false });
    await page.getByRole('link', { name: '0:14 Merci, Madame la Présidente.' }).click();
    expect(new URL(page.url()).search).toBe('?t=14s&ch=fr&find=Merci');
    await page.close();
  });
});

describe('reading', () => {
  it('shows two languages side by side, kept in the address, and finds what is looked for in both', async () => {
    const page = await open('/en/meetings/council?ch=fr');
    const field = page.getByLabel('Find in this meeting');
    const status = page.locator('openfloor-words [data-found]');
    await field.fill('صَباح الخير');
    await expect.poll(() => status.textContent()).toBe('It is not in what is shown here.');
    await page.getByRole('button', { name: 'العربية' }).click();
    const arabic = page.locator('openfloor-words p[lang="ar"]', { hasText: 'صباح الخير' });
    await arabic.waitFor();
    const french = page.locator('openfloor-words p[lang="fr"]', { hasText: 'Bonjour' });
    const [left, right] = await Promise.all([french.boundingBox(), arabic.boundingBox()]);
    expect(left!.x + left!.width).toBeLessThan(right!.x);
    expect(new URL(page.url()).searchParams.get('with')).toBe('ar');

    expect(await page.locator('mark').textContent()).toBe('صباح الخير');

    await field.fill('PRESIDENTE');
    await expect.poll(() => page.locator('mark').textContent()).toBe('Présidente');
    expect(await status.textContent()).toBe('1 of 1');
    await field.fill('ا');
    await expect.poll(() => page.locator('mark[data-now]').textContent()).toBe('ا');
    await field.press('Enter');
    await expect.poll(() => page.locator('openfloor-words p[lang="ar"] [aria-current]').textContent()).toBe('صباح الخير');
    await field.press('Shift+Enter');
    await expect.poll(() => status.textContent()).toMatch(/^(\d+) of \1/);

    await listenIn(page, 'ar');
    await page.locator('openfloor-words [data-words="ar"][data-with="fr"]').waitFor();
    expect(await page.locator('openfloor-words p[lang="ar"] mark').count()).toBeGreaterThan(0);
    await page.reload();
    expect(await page.locator('openfloor-words [data-words="ar"][data-with="fr"] p[lang="fr"]').count()).toBeGreaterThan(0);
    await page.close();
  });
});

describe('captions', () => {
  const shown = (page: Page) => page.locator('.captions .caption');
  const seek = (page: Page, ms: number): Promise<void> => page.evaluate((to) => { (document.querySelector('openfloor-player') as HTMLElement & { seek(ms: number): void }).seek(to); }, ms);
  const label = (page: Page) => page.locator('.captions-place > button').getAttribute('aria-label');

  it('come when they are wanted, with what is heard or as it was chosen, in their own language and direction', async () => {
    const page = await open('/en/meetings/council?ch=fr', { viewport: { width: 1280, height: 900 } });
    const fetched: string[] = [];
    page.on('request', (request) => { if (request.url().includes('/captions/')) fetched.push(request.url()); });
    await press(page);
    expect([fetched, await shown(page).count(), await label(page)]).toEqual([[], 0, 'Captions: Off']);
    await page.locator('.stage-controls .toggle').focus();
    await page.keyboard.press('c');
    await seek(page, 5000);
    await expect.poll(() => shown(page).allTextContents()).toEqual(['La séance est ouverte.']);
    expect(fetched).toHaveLength(2);
    expect(await label(page)).toBe('Captions: Français');
    expect(await shown(page).evaluate((caption) => caption.closest('[aria-live], [role="status"], [role="alert"]'))).toBeNull();
    await seek(page, 10_000);
    await expect.poll(() => shown(page).count()).toBe(0);

    await listenIn(page, 'ar');
    await seek(page, 15_000);
    await expect.poll(() => shown(page).allTextContents()).toEqual(['شكرا سيدتي الرئيسة']);
    expect([await shown(page).getAttribute('lang'), await shown(page).getAttribute('dir')]).toEqual(['ar', 'rtl']);

    await listenIn(page, 'floor');
    await expect.poll(() => label(page)).toBe('Captions: None in this language');
    await page.locator('.captions-place > button').click();
    await page.locator('.captions-menu input[value="fr"]').check();
    await expect.poll(() => shown(page).allTextContents()).toEqual(['Merci, Madame la Présidente.']);
    await page.getByRole('combobox', { name: 'Size' }).selectOption('large');
    await page.keyboard.press('Escape');
    await listenIn(page, 'ar');
    expect(await label(page)).toBe('Captions: Français');

    // Remembered, in a frame as well; what the address asks for goes first.
    await page.goto(new URL('/embed/council?ch=ar', openfloor.url).href);
    await press(page);
    await seek(page, 15_000);
    await expect.poll(() => shown(page).allTextContents()).toEqual(['Merci, Madame la Présidente.']);
    expect(await page.locator('.captions').getAttribute('data-size')).toBe('large');
    await page.goto(new URL('/embed/council?ch=fr&cc=1', openfloor.url).href);
    expect(await label(page)).toBe('Captions: Français');
    // Corrected while the page is open: it has the addresses of yesterday's words no more than a new page has.
    await openfloor.must('text', 'correct', 'council', 'fr', '3', '--text', 'Merci beaucoup, Madame la Présidente.');
    await press(page);
    await seek(page, 15_000);
    await expect.poll(() => shown(page).allTextContents()).toEqual(['Merci beaucoup, Madame la Présidente.']);
    await page.close();
  });

  it('are subtitles of the stream for whatever else plays it', async () => {
    const { media } = await (await fetch(new URL('/api/v1/meetings/council', openfloor.url))).json() as { media: { hls: string } };
    const master = new URL(media.hls, openfloor.url);
    const [, name = ''] = /TYPE=SUBTITLES.*NAME="العربية".*URI="([^"]+)"/.exec(await (await fetch(master)).text()) ?? [];
    const { stdout } = await promisify(execFile)('ffmpeg', ['-v', 'error', '-allowed_extensions', 'ALL', '-i', new URL(name, master).href, '-f', 'srt', '-']);
    expect(stdout).toContain('00:00:14,500 --> 00:00:18,000\nشكرا سيدتي الرئيسة');
  });
});

describe('a file of words that holds none', () => {
  it('is refused in one sentence, and nothing is published', async () => {
    const folder = join(openfloor.folder, 'wrong');
    await mkdir(folder);
    await writeFile(join(folder, 'meeting.yaml'), YAML.replace('slug: council', 'slug: wrong').replace(/interventions:[^]*(?=words:)/, ''));
    await writeFile(join(folder, 'fr.vtt'), 'WEBVTT\n');
    await writeFile(join(folder, 'ar.srt'), ARABIC);
    await makeTestMeeting({ file: join(folder, 'council.mkv'), durationSeconds: 2, channels: [{ id: 'floor', language: 'mul' }, { id: 'fr', language: 'fr' }, { id: 'ar', language: 'ar' }], picture: { width: 320, height: 180 } });
    const { code, lines } = await openfloor.command('publish', folder);
    expect(code).not.toBe(0);
    expect(lines.at(-1)).toMatchObject({ event: 'failed', message: expect.stringContaining('fr.vtt: there are no words with times in it') as string });
    expect((await fetch(new URL('/api/v1/meetings/wrong', openfloor.url))).status).toBe(404);
  });
});
