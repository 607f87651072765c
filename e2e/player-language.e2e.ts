import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { makeTestMeeting, SEVEN_CHANNELS, type TestMeeting } from '../fixtures/meeting/index.ts';
import { openBrowser } from './browser.ts';
import { measureChannelChanges } from './channel-changes.ts';
import { beginHearing, giveEars, hearingOf } from './hearing.ts';
import { press } from './listening.ts';
import { startOpenfloor, type Openfloor } from './openfloor.ts';

let openfloor: Openfloor;
let browser: Browser;
let truth: TestMeeting;
const ADDRESS = '/en/meetings/pilot-tones';

beforeAll(async () => {
  [openfloor, browser] = await Promise.all([startOpenfloor(), openBrowser()]);
  truth = await makeTestMeeting({ file: join(openfloor.folder, 'pilots.mkv'), durationSeconds: 40, channels: SEVEN_CHANNELS, picture: { width: 640, height: 360 } });
  await openfloor.must('publish', truth.file, '--title', 'Pilot tones', '--starts', '2026-03-12T10:00:00-04:00', '--wait');
});

afterAll(async () => {
  await browser?.close();
  await openfloor?.[Symbol.asyncDispose]();
});

describe('changing the language', () => {
  it.each([['pointed at before', 650], ['tapped', 0]])('lets every channel be heard that is %s, and the picture goes on', async (_how, pointingMs) => {
    const page = await browser.newPage({ hasTouch: true, viewport: { width: 1440, height: 1000 } });
    const address = new URL(ADDRESS, openfloor.url).href;
    const { delays } = await measureChannelChanges({ page, address, channels: truth.channels, changes: 7, pointingMs, latencyMs: 100 });
    expect(delays).toHaveLength(7);
    expect(delays).not.toContain(null);
    // All is handed back: the media element plays on by itself, as loud as its channel is meant to be.
    const media = await page.evaluate(() => {
      const video = document.querySelector('video');
      return { paused: video?.paused, error: video?.error?.message, audible: (video?.volume ?? 0) > 0.3 };
    });
    expect(media).toEqual({ paused: false, error: undefined, audible: true });
    await page.close();
  });
});

describe('the settings of the player', () => {
  const openSettings = (page: Page): Promise<void> => page.locator('.settings-place > button').click();
  const playing = async (): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    await giveEars(page);
    await page.goto(new URL(`${ADDRESS}?ch=fr`, openfloor.url).href);
    await press(page);
    await beginHearing(page);
    return page;
  };
  const levels = async (page: Page): Promise<(key: string) => number> => {
    const { heard } = await hearingOf(page);
    const now = heard.slice(-20);
    return (key) => {
      const i = truth.channels.findIndex(({ id }) => id === key);
      return now.reduce((sum, one) => sum + (one.levels[i] ?? 0), 0) / now.length;
    };
  };

  it('lay the floor quietly under the interpretation, and take it away again', async () => {
    const page = await playing();
    // Once the sound has faded in, all that was heard last is the channel.
    await expect.poll(async () => { const level = await levels(page); return level('fr') > 0 && level('floor') < level('fr') / 20; }, { timeout: 10_000 }).toBe(true);
    await openSettings(page);
    await page.getByLabel('Floor underneath').fill('0.3');
    await expect.poll(async () => { const level = await levels(page); return level('floor') / level('fr'); }, { timeout: 15_000 }).toBeGreaterThan(0.1);
    const under = await levels(page);
    expect(under('floor')).toBeLessThan(under('fr'));
    await page.getByLabel('Floor underneath').fill('0');
    await expect.poll(async () => { const level = await levels(page); return level('floor') / level('fr'); }, { timeout: 15_000 }).toBeLessThan(0.05);
    await page.close();
  });

  it('fetch the voice alone where data are dear, show a still, and come back to the picture', async () => {
    const page = await playing();
    const fetched: string[] = [];
    await openSettings(page);
    page.on('request', (request) => { fetched.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''); });
    const picture = page.locator('.settings label', { hasText: 'Picture and sound' }).locator('select');
    await picture.selectOption('low');
    await page.waitForFunction(() => document.querySelector<HTMLElement>('.low-still')?.hidden === false);
    const at = await page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
    await page.waitForFunction((from) => (document.querySelector('video')?.currentTime ?? 0) > from + 2, at);
    expect(fetched).toContain('voice-fr.mp4');
    expect(fetched.filter((name) => name.startsWith('picture-'))).toEqual([]);
    await openSettings(page);
    await picture.selectOption('full');
    await page.waitForFunction(() => document.querySelector('.low-data') === null && (document.querySelector('video')?.videoWidth ?? 0) > 0);
    await page.close();
  });
});
