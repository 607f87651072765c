import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureClicks, measurePilot } from '../fixtures/measure/index.ts';
import { makeTestMeeting, type TestMeeting } from '../fixtures/meeting/index.ts';
import { objectionsOf } from './axe.ts';
import { openBrowser } from './browser.ts';
import { audiblePilot, listenIn, press } from './listening.ts';
import { startOpenfloor, type Openfloor } from './openfloor.ts';

const CHANNELS = [{ id: 'floor', language: 'en' }, { id: 'fr', language: 'fr' }, { id: 'ar', language: 'ar' }];
const cues = (lines: readonly string[]): string => `WEBVTT\n\n${lines.map((line, n) => `00:0${2 * n}.000 --> 00:0${2 * n + 1}.900\n${line}\n`).join('\n')}`;
const FRENCH = ['Merci, Monsieur le Président.', 'Nous soutenons la réforme.', 'Elle demande des années.', 'Et de la patience.', 'Je vous remercie.'];
const ARABIC = ['شكرا سيدي الرئيس.', 'نحن نؤيد الإصلاح.', 'إنه يستغرق سنوات.', 'ويحتاج إلى الصبر.', 'أشكركم.'];

let openfloor: Openfloor;
let browser: Browser;
let folder: string;
let truth: TestMeeting;

beforeAll(async () => {
  [openfloor, browser, folder] = await Promise.all([startOpenfloor(), openBrowser(), mkdtemp(join(tmpdir(), 'openfloor-clips-'))]);
  await mkdir(join(folder, 'in'));
  truth = await makeTestMeeting({ file: join(folder, 'in', 'hearing.mkv'), durationSeconds: 12, channels: CHANNELS, clicks: { first: 1, every: 2 } });
  await writeFile(join(folder, 'in', 'fr.vtt'), cues(FRENCH));
  await writeFile(join(folder, 'in', 'ar.vtt'), cues(ARABIC));
  await writeFile(join(folder, 'in', 'meeting.yaml'), `schema: openfloor/meeting/1
slug: hearing
title: { en: Hearing, fr: Audience, ar: جلسة استماع }
body: { slug: council, name: { en: Council, fr: Conseil, ar: المجلس } }
starts: 2031-03-12T10:00:00+01:00
recording:
  picture: { file: hearing.mkv }
  channels:
    - { id: floor, role: floor, language: en, file: hearing.mkv, track: 0 }
    - { id: fr, role: interpretation, language: fr, file: hearing.mkv, track: 1 }
    - { id: ar, role: interpretation, language: ar, file: hearing.mkv, track: 2 }
interventions: [ { speaker: { en: Amina Kone, ar: أمينة كوني }, capacity: { en: Niger, ar: النيجر }, language: en, start: 0, end: 12 } ]
words:
  - { kind: captions, channel: fr, file: fr.vtt }
  - { kind: captions, channel: ar, file: ar.vtt }
`);
  await openfloor.must('publish', join(folder, 'in'));
});

afterAll(async () => {
  await browser?.close();
  await openfloor?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const pilotOf = (id: string): number | undefined => truth.channels.find((channel) => channel.id === id)?.pilotHz;
const open = async (path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(new URL(path, openfloor.url).href);
  return page;
};
let address = '';

describe('the button that begins to quote', () => {
  it('stands beside the other tools of the words, on a phone and on a large screen, and is not there without scripts', async () => {
    for (const width of [360, 1024, 1200, 1440, 1920]) {
      const page = await open('/fr/meetings/hearing?ch=fr', { viewport: { width, height: 900 } });
      const button = page.getByRole('button', { name: 'Citer' });
      const [own, beside] = [await button.boundingBox(), await page.locator('.spoken-choose summary').boundingBox()];
      expect([width, own?.y, own?.height]).toEqual([width, beside?.y, beside?.height]);
      await button.focus();
      await page.keyboard.press('Enter');
      await page.locator('[data-quote-said]').getByText('1 phrase choisie').waitFor();
      expect(await button.isVisible()).toBe(false);
      await page.keyboard.press('Escape');
      expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
      await page.context().close();
    }
    const page = await open('/fr/meetings/hearing?ch=fr', { javaScriptEnabled: false });
    expect(await page.locator('[data-quote-start]').isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('a journalist', () => {
  it('chooses sentences in what is said, by pointer or by keyboard, and gives them an address', async () => {
    const page = await open('/fr/meetings/hearing?ch=fr');
    await page.getByRole('button', { name: 'Citer' }).click();
    await page.locator('[data-quote-said]').getByText('1 phrase choisie').waitFor();
    await page.getByText(FRENCH[1] ?? '').click();
    await page.getByText(FRENCH[3] ?? '').click();
    await page.locator('[data-quote-said]').getByText('3 phrases choisies').waitFor();
    // By keyboard one fewer: back to the second, then one more.
    await page.getByText(FRENCH[1] ?? '').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.locator('[data-quote-said]').getByText('2 phrases choisies').waitFor();
    expect(await page.locator('[data-ms][aria-checked="true"]').allTextContents()).toEqual([FRENCH[1], FRENCH[2]]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ce qui a été dit' }).waitFor();
    expect(await page.locator('.clip-quote blockquote').first().textContent()).toBe(`${FRENCH[1] ?? ''} ${FRENCH[2] ?? ''}`);
    await page.getByRole('button', { name: 'Créer une adresse permanente' }).click();
    await page.waitForURL(/\/fr\/clips\/[a-z0-9]+$/);
    address = new URL(await page.locator('[data-address]').innerText()).pathname;
    expect(await objectionsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('makes the same clip without scripts, and gets the same address', async () => {
    const page = await open('/fr/meetings/hearing/clip?ch=fr&from=2.5&to=5.5', { javaScriptEnabled: false });
    await page.getByRole('button', { name: 'Créer une adresse permanente' }).click();
    expect(new URL(page.url()).pathname).toBe(`/fr${address}`);
    await page.context().close();
  });
});

describe('a reader', () => {
  it('opens the address in another language, reads the same in it, and hears the clip from its beginning to its end', async () => {
    const page = await open(address, { locale: 'ar', extraHTTPHeaders: { 'Accept-Language': 'ar' } });
    expect(new URL(page.url()).pathname).toBe(`/ar${address}`);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await page.locator('.clip-quote blockquote').allTextContents()).toEqual([`${FRENCH[1] ?? ''} ${FRENCH[2] ?? ''}`, `${ARABIC[1] ?? ''} ${ARABIC[2] ?? ''}`]);
    expect(await page.locator('.clip-speaker').textContent()).toBe('أمينة كوني · النيجر');
    expect(await objectionsOf(page)).toEqual([]);
    const time = async (): Promise<number> => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
    await press(page);
    expect(await time()).toBeGreaterThanOrEqual(1.9);
    expect(await audiblePilot(page)).toBe(pilotOf('fr'));
    await listenIn(page, 'ar');
    await expect.poll(() => audiblePilot(page), { timeout: 8000 }).toBe(pilotOf('ar'));
    await page.waitForFunction(() => document.querySelector('video')?.paused === true, undefined, { timeout: 10_000 });
    expect(Math.abs(await time() - 5.9)).toBeLessThan(0.3);
    await page.context().close();
  });

  it('takes it away: the picture with captions in it, without scripts, and the very same sound', async () => {
    const page = await open(`/ar${address}`, { javaScriptEnabled: false, acceptDownloads: true });
    await page.locator('input[name="captions"][value="ar"]').check();
    await page.locator('input[name="burnt"][value="1"]').check();
    await page.locator('[data-file]').click();
    const save = page.locator('[data-file-state="ready"] a.button');
    await save.waitFor({ timeout: 30_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
    const file = join(folder, 'clip.mp4');
    await download.saveAs(file);
    expect((await measurePilot(file, { at: 1, seconds: 2 })).hz).toBe(pilotOf('fr'));
    expect((await measureClicks(file)).map(Math.round)).toEqual([1000, 3000]);
    await page.context().close();
  });
});
