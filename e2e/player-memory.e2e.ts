import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { makeTestMeeting } from '../fixtures/meeting/index.ts';
import { openBrowser } from './browser.ts';
import { listenIn, press } from './listening.ts';
import { startOpenfloor, type Openfloor } from './openfloor.ts';

let openfloor: Openfloor;
let browser: Browser;

beforeAll(async () => {
  [openfloor, browser] = await Promise.all([startOpenfloor(), openBrowser()]);
  const channels = [{ id: 'floor', language: 'mul' }, { id: 'fr', language: 'fr' }, { id: 'ar', language: 'ar' }];
  // Of the second it matters only that it is another.
  for (const [name, durationSeconds] of [['first', 60], ['second', 3]] as const) {
    const { file } = await makeTestMeeting({ file: join(openfloor.folder, `${name}.mkv`), durationSeconds, channels, picture: { width: 640, height: 360 } });
    await openfloor.must('publish', file, '--title', name, '--starts', '2026-03-12T10:00:00Z', '--wait');
  }
});

afterAll(async () => {
  await browser?.close();
  await openfloor?.[Symbol.asyncDispose]();
});

/** One person's browser, which remembers from page to page. */
async function person(work: (open: (path: string) => Promise<Page>) => Promise<void>, options: Parameters<Browser['newContext']>[0] = { viewport: { width: 1280, height: 900 } }): Promise<void> {
  const context: BrowserContext = await browser.newContext(options);
  await work(async (path) => {
    const page = await context.newPage();
    await page.goto(new URL(path, openfloor.url).href);
    await page.locator('.stage-controls').waitFor();
    return page;
  });
  await context.close();
}

const chosen = (page: Page): Promise<string | null> => page.locator('input[name="ch"]:checked').getAttribute('value');
const time = (page: Page): Promise<number> => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
const seek = (page: Page, ms: number): Promise<void> => page.evaluate((to) => { (document.querySelector('openfloor-player') as HTMLElement & { seek(ms: number): void }).seek(to); }, ms);

describe('what a device remembers', () => {
  it('is the language, in every meeting, unless the address names another', () => person(async (open) => {
    const page = await open('/en/meetings/first');
    expect(await chosen(page)).toBe('floor');
    await listenIn(page, 'ar');
    expect(await chosen(await open('/en/meetings/second'))).toBe('ar');
    expect(await chosen(await open('/en/meetings/second?ch=fr'))).toBe('fr');
  }));

  it('is where a meeting was left, and only of that one, unless the address names a moment', () => person(async (open) => {
    const page = await open('/en/meetings/first');
    await press(page);
    await seek(page, 30_000);
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 30.5);
    const again = await open('/en/meetings/first');
    expect(await again.locator('button.play').getAttribute('aria-label')).toMatch(/^Play from 0:3\d$/);
    await press(again);
    expect(await time(again)).toBeGreaterThan(29.9);
    expect(await (await open('/en/meetings/second')).locator('button.play').getAttribute('aria-label')).toBe('Play');
    const asked = await open('/en/meetings/first?t=12');
    await press(asked);
    expect(await time(asked)).toBeGreaterThan(11.9);
    expect(await time(asked)).toBeLessThan(20);
  }));

  it('is nothing of a meeting that was heard to its end', () => person(async (open) => {
    const page = await open('/en/meetings/first');
    await press(page);
    await seek(page, 30_000);
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 30.2);
    await seek(page, 50_000);
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 50.2);
    expect(await (await open('/en/meetings/first')).locator('button.play').getAttribute('aria-label')).toBe('Play');
  }));
});

describe('the preview over the timeline', () => {
  it('shows the still and the time under the pointer, and where keys have gone', () => person(async (open) => {
    const page = await open('/en/meetings/first');
    const [lane, preview] = [page.locator('[data-lane]'), page.locator('.preview')];
    const box = await lane.boundingBox();
    if (!box) throw new Error('there is no timeline');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    expect(await preview.locator('.preview-time').textContent()).toBe('0:30');
    await expect.poll(() => preview.locator('.preview-still').evaluate((still: HTMLElement) => still.style.backgroundImage)).toContain('.jpg');
    await page.mouse.move(box.x + 5, box.y - 400);
    expect(await preview.isVisible()).toBe(false);
    await lane.focus();
    await page.keyboard.press('PageUp');
    await page.keyboard.press('ArrowLeft');
    expect(await preview.locator('.preview-time').textContent()).toBe('0:50');
    expect(await lane.getAttribute('aria-valuetext')).toBe('0:50');
    await page.keyboard.press('Tab');
    expect(await preview.isVisible()).toBe(false);
  }));
});

describe('the keys of the keyboard and the lock screen', () => {
  it('know the meeting, its channel and its time, and steer it', () => person(async (open) => {
    const page = await open('/en/meetings/first?ch=fr');
    // The browser keeps to itself what it was told to do, so the page writes it down on the way.
    await page.evaluate(() => {
      const kept: { actions: Record<string, MediaSessionActionHandler>; state: MediaPositionState | undefined } = { actions: {}, state: undefined };
      (window as Window & { kept?: typeof kept }).kept = kept;
      const { mediaSession } = navigator;
      const [set, place] = [mediaSession.setActionHandler.bind(mediaSession), mediaSession.setPositionState.bind(mediaSession)];
      mediaSession.setActionHandler = (name, act) => { if (act) kept.actions[name] = act; set(name, act); };
      mediaSession.setPositionState = (state) => { kept.state = state; place(state); };
    });
    await press(page);
    const told = await page.evaluate(() => ({ title: navigator.mediaSession.metadata?.title, album: navigator.mediaSession.metadata?.album, duration: (window as Window & { kept?: { state?: MediaPositionState } }).kept?.state?.duration }));
    expect(told).toEqual({ title: 'first', album: 'Français', duration: 60 });
    await page.evaluate(() => { (window as unknown as { kept: { actions: Record<string, (details: object) => void> } }).kept.actions['seekto']?.({ action: 'seekto', seekTime: 40 }); });
    await expect.poll(() => time(page)).toBeGreaterThan(39.9);
    await page.evaluate(() => { (window as unknown as { kept: { actions: Record<string, (details: object) => void> } }).kept.actions['pause']?.({ action: 'pause' }); });
    await expect.poll(() => page.evaluate(() => document.querySelector('video')?.paused)).toBe(true);
  }));
});
