import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { makeTestMeeting } from '../fixtures/meeting/index.ts';
import { objectionsOf } from './axe.ts';
import { openBrowser, openPage } from './browser.ts';
import { press } from './listening.ts';
import { startOpenfloor, type Openfloor } from './openfloor.ts';

let openfloor: Openfloor;
let browser: Browser;
const EDGE_PX = 10;
const FRAME = '.second-picture';
// Both pictures flash white together at 1, 6, 11 s and so on; the interpreter's camera was switched on at 2 s.
const FLASH_S = 11;

beforeAll(async () => {
  [openfloor, browser] = await Promise.all([startOpenfloor(), openBrowser()]);
  const folder = join(openfloor.folder, 'signed');
  await mkdir(folder);
  const channels = [{ id: 'floor', language: 'en' }];
  await makeTestMeeting({ file: join(folder, 'room.mkv'), durationSeconds: 30, channels });
  await makeTestMeeting({ file: join(folder, 'sign.mp4'), durationSeconds: 28, fromSeconds: 2, channels, picture: { width: 240, height: 240 } });
  await writeFile(join(folder, 'meeting.yaml'), `schema: openfloor/meeting/1
title: { en: Signed }
starts: 2026-03-12T10:00:00Z
recording:
  picture: { file: room.mkv }
  channels:
    - { id: floor, role: floor, language: en, file: room.mkv }
    - { id: sign, role: sign-language, language: ase, file: sign.mp4, offset: 2 }
words:
  - { kind: captions, channel: floor, file: floor.vtt }
`);
  await writeFile(join(folder, 'floor.vtt'), 'WEBVTT\n\n00:00.000 --> 00:30.000\nGood morning, and welcome to this open\nvideo conference of the Peace Council.\n');
  await openfloor.must('publish', folder, '--wait');
});

afterAll(async () => {
  await browser?.close();
  await openfloor?.[Symbol.asyncDispose]();
});

const open = (path: string, options: Parameters<Browser['newPage']>[0] = { viewport: { width: 1280, height: 900 } }): Promise<Page> => openPage(browser, openfloor, path, options);

/** Shows the sign-language picture by its pill in the language bar, and waits until it plays. */
async function showSigns(page: Page): Promise<void> {
  await page.locator('[data-second-picture]').check({ force: true });
  await page.waitForFunction((frame) => (document.querySelector<HTMLVideoElement>(`${frame} video`)?.currentTime ?? 0) > 0.5, FRAME);
}

/** The largest of many differences between the two pictures, in ms. */
const drift = (page: Page, ms: number): Promise<number> => page.evaluate(async ([frame, howLong]) => {
  const [room, sign] = [document.querySelector<HTMLVideoElement>('.screen > video'), document.querySelector<HTMLVideoElement>(`${frame} video`)];
  if (!room || !sign) return Infinity;
  let most = 0;
  for (const end = performance.now() + howLong; performance.now() < end;) {
    most = Math.max(most, Math.abs(room.currentTime - sign.currentTime) * 1000);
    await new Promise((resolve) => { setTimeout(resolve, 40); });
  }
  return most;
}, [FRAME, ms] as const);

/** How bright both pictures are, 0 to 255. */
const brightness = (page: Page): Promise<readonly number[]> => page.evaluate((frame) => [...document.querySelectorAll<HTMLVideoElement>(`.screen > video, ${frame} video`)].map((video) => {
  const canvas = new OffscreenCanvas(8, 8);
  const pen = canvas.getContext('2d');
  pen?.drawImage(video, 0, 0, 8, 8);
  const { data } = pen?.getImageData(0, 0, 8, 8) ?? { data: [] };
  return Math.round([...data].reduce((sum, value, i) => sum + (i % 4 === 3 ? 0 : value), 0) / (64 * 3));
}), FRAME);

const boxes = (page: Page): Promise<{ screen: DOMRect; frame: DOMRect }> => page.evaluate((frame) => {
  const [screen, second] = ['.screen', frame].map((selector) => document.querySelector(selector)?.getBoundingClientRect().toJSON() as DOMRect);
  if (!screen || !second) throw new Error('there is no second picture');
  return { screen, frame: second };
}, FRAME);

describe('the picture of a sign-language interpreter', () => {
  it('is told by the API and fetched by nobody who does not want it', async () => {
    const answer = await (await fetch(`${openfloor.url}/api/v1/meetings/signed`)).json() as { media: { secondPicture: unknown } };
    expect(answer.media.secondPicture).toMatchObject({ width: 240, height: 240, channel: 'sign', hls: expect.stringMatching(/^\/media\/.*\.m3u8$/) as string });
    const page = await open('/en/meetings/signed');
    const fetched: string[] = [];
    page.on('request', (request) => { fetched.push(request.url()); });
    await press(page);
    expect(await page.locator(FRAME).count()).toBe(0);
    expect(fetched.filter((url) => url.includes('second-picture'))).toEqual([]);
    await page.close();
  });

  it('runs in step at any speed, through pauses and seeks, and is silent', async () => {
    const page = await open('/en/meetings/signed');
    await press(page);
    await showSigns(page);
    await page.waitForTimeout(2500);
    expect(await drift(page, 2000)).toBeLessThan(120);
    await page.evaluate(() => { const video = document.querySelector('video'); if (video) video.playbackRate = 2; });
    await page.waitForTimeout(2500);
    expect(await drift(page, 1500)).toBeLessThan(160);
    expect(await page.locator(`${FRAME} video`).evaluate((video: HTMLVideoElement) => [video.muted, video.paused])).toEqual([true, false]);
    // Still pictures tell to the frame: both are white in a flash, and dark before and after it.
    await page.locator('.stage-controls .toggle').click();
    for (const [seconds, white] of [[FLASH_S + 0.02, true], [FLASH_S + 0.5, false], [6.02, true], [5.5, false]] as const) {
      await page.evaluate((to) => { const video = document.querySelector('video'); if (video) video.currentTime = to; }, seconds);
      await expect.poll(async () => (await brightness(page)).map((one) => one > 200), { timeout: 10_000, message: `at ${seconds} s` }).toEqual([white, white]);
    }
    expect(await page.locator(`${FRAME} video`).evaluate((video: HTMLVideoElement) => video.paused)).toBe(true);
    await page.close();
  });

  it.each([['en', 1], ['ar', -1]] as const)('is moved and resized by hand and by key (%s), and stays there', async (language, on) => {
    const page = await open(`/${language}/meetings/signed?ch=sign`);
    await press(page);
    await page.locator(FRAME).waitFor();
    const first = await boxes(page);
    // It begins at the end of the lines, below.
    expect(on === 1 ? first.screen.right - first.frame.right : first.frame.left - first.screen.left).toBeCloseTo(EDGE_PX, 0);
    expect(first.screen.bottom - first.frame.bottom).toBeCloseTo(EDGE_PX, 0);

    await page.mouse.move(first.frame.left + first.frame.width / 2, first.frame.top + first.frame.height / 2);
    await page.mouse.down();
    await page.mouse.move(first.frame.left + first.frame.width / 2 - 200 * on, first.frame.top + first.frame.height / 2 - 100, { steps: 4 });
    await page.mouse.up();
    const drawn = await boxes(page);
    expect([(first.frame.left - drawn.frame.left) * on, first.frame.top - drawn.frame.top].map(Math.round)).toEqual([200, 100]);

    const [move, size] = [page.locator(`${FRAME} button`).nth(0), page.locator(`${FRAME} button`).nth(1)];
    await move.focus();
    await page.keyboard.press('ArrowLeft');
    const stepped = await boxes(page);
    expect(stepped.frame.left).toBeLessThan(drawn.frame.left);
    expect(await page.evaluate(() => document.querySelector('video')?.currentTime)).toBeLessThan(10); // the arrow moved the picture, not the time
    await page.keyboard.press('Enter');
    const cornered = await boxes(page);
    expect([cornered.frame.left - cornered.screen.left, cornered.screen.right - cornered.frame.right].some((gap) => Math.abs(gap - EDGE_PX) < 1)).toBe(true);
    await size.focus();
    await page.keyboard.press('+');
    const grown = await boxes(page);
    expect(grown.frame.width).toBeGreaterThan(cornered.frame.width);
    const grip = await size.boundingBox();
    if (!grip) throw new Error('there is nothing to draw at');
    const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2];
    const inner = x < grown.screen.left + grown.screen.width / 2 ? 1 : -1;
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60 * inner, y, { steps: 4 });
    await page.mouse.up();
    const wider = await boxes(page);
    expect(wider.frame.width - grown.frame.width).toBeGreaterThan(40);

    await page.reload();
    await press(page);
    await page.locator(FRAME).waitFor();
    const again = await boxes(page);
    expect([again.frame.left, again.frame.top, again.frame.width].map(Math.round)).toEqual([wider.frame.left, wider.frame.top, wider.frame.width].map(Math.round));
    await page.close();
  });

  it('is hidden and shown by its own button, by a key and in the settings, and that is remembered', async () => {
    const page = await open('/en/meetings/signed');
    await press(page);
    await showSigns(page);
    await page.locator(FRAME).hover();
    await page.locator(`${FRAME} button`).last().click();
    await expect.poll(() => page.locator(FRAME).count()).toBe(0);
    expect(await page.locator('[data-second-picture]').isChecked()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.classList.contains('toggle'))).toBe(true);
    await page.keyboard.press('s');
    await page.locator(FRAME).waitFor();
    await page.locator('.settings-place > button').click();
    const box = page.locator('.settings').getByLabel('Sign language');
    expect(await box.isChecked()).toBe(true);
    await box.uncheck();
    await expect.poll(() => page.locator(FRAME).count()).toBe(0);
    await box.check();
    await page.reload();
    // Remembered, but a page that nobody plays fetches nothing.
    expect(await page.locator('[data-second-picture]').isChecked()).toBe(true);
    expect(await page.locator(FRAME).count()).toBe(0);
    await press(page);
    await page.locator(FRAME).waitFor();
    await page.close();
  });

  it.each([['ar', 'dark', 360], ['en', 'light', 1280]] as const)('is accessible, with all that the player opens (%s, %s)', async (language, colorScheme, width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    await page.goto(new URL(`/${language}/meetings/signed?ch=sign&cc=1`, openfloor.url).href);
    await press(page);
    await page.locator(FRAME).waitFor();
    await page.locator('.caption').waitFor();
    const faults = () => objectionsOf(page);
    await page.locator(`${FRAME} button`).first().focus();
    expect(await faults()).toEqual([]);
    // Whichever corner the interpreter stands in, captions keep clear of it, and inside the picture.
    for (let corner = 0; corner < 4; corner += 1) {
      const { screen, frame } = await boxes(page);
      const caption = await page.locator('.caption').evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
      expect(caption.right <= frame.left || caption.left >= frame.right || caption.bottom <= frame.top || caption.top >= frame.bottom, `corner ${corner}`).toBe(true);
      expect([caption.left >= screen.left, caption.right <= screen.right, caption.top >= screen.top, caption.bottom <= screen.bottom]).toEqual([true, true, true, true]);
      await page.keyboard.press('Enter');
    }
    await page.locator('.captions-place > button').click();
    await page.locator('.captions-menu').waitFor();
    expect(await faults()).toEqual([]);
    await page.locator('.settings-place > button').click();
    await page.locator('.settings').waitFor();
    expect(await faults()).toEqual([]);
    await page.locator('.settings button').last().click();
    await page.locator('dialog').waitFor();
    expect(await faults()).toEqual([]);
    await context.close();
  });

  it('leaves with the picture where only sound is fetched, and comes back with it', async () => {
    const page = await open('/en/meetings/signed?ch=sign');
    await press(page);
    await page.locator(FRAME).waitFor();
    const show = (mode: 'full' | 'sound'): Promise<void> => page.evaluate((to) => { (document.querySelector('openfloor-player') as HTMLElement & { show(mode: string): void }).show(to); }, mode);
    await show('sound');
    await expect.poll(() => page.locator(FRAME).count()).toBe(0);
    expect(await page.locator('[data-second-picture]').isDisabled()).toBe(true);
    expect(await page.locator('.low-sound').textContent()).toBe('Sound only');
    await show('full');
    await page.locator(FRAME).waitFor();
    expect(await page.locator('[data-second-picture]').isDisabled()).toBe(false);
    await page.close();
  });
});
