import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { makeTestMeeting, SEVEN_CHANNELS, type TestMeeting } from '../fixtures/meeting/index.ts';
import { openBrowser } from './browser.ts';
import { measureChannelChanges } from './channel-changes.ts';
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
