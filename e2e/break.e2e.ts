import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { makeTestMeeting, type TestMeeting } from '../fixtures/meeting/index.ts';
import { openBrowser } from './browser.ts';
import { audiblePilot, listenIn, press } from './listening.ts';
import { startOpenfloor, type Openfloor } from './openfloor.ts';

const MORNING = 12;
const AFTERNOON = 17;

let openfloor: Openfloor;
let browser: Browser;
let truth: TestMeeting;

beforeAll(async () => {
  [openfloor, browser] = await Promise.all([startOpenfloor(), openBrowser()]);
  const { folder } = openfloor;
  const spec = { durationSeconds: MORNING, channels: [{ id: 'floor', language: 'mul' }, { id: 'fr', language: 'fr' }] };
  truth = await makeTestMeeting({ ...spec, file: join(folder, 'morning.mkv') });
  await makeTestMeeting({ ...spec, file: join(folder, 'afternoon.mkv'), fromSeconds: MORNING });
  await writeFile(join(folder, 'meeting.yaml'), `schema: openfloor/meeting/1
slug: day
title: { en: A day with a break }
recording:
  channels:
    - { id: floor, role: floor, language: mul, track: 0 }
    - { id: fr, role: interpretation, language: fr, track: 1 }
  parts:
    - { file: morning.mkv, picture: {} }
    - { starts: ${AFTERNOON}, file: afternoon.mkv, picture: {} }
`);
  await openfloor.must('publish', folder, '--wait');
});

afterAll(async () => {
  await browser?.close();
  await openfloor?.[Symbol.asyncDispose]();
});

describe('a meeting with a break', () => {
  it('plays on through the break, in the chosen channel', async () => {
    const page = await browser.newPage();
    await page.goto(new URL('/en/meetings/day', openfloor.url).href);
    await press(page);
    await listenIn(page, 'fr');
    const at = () => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
    const pilot = truth.channels.find(({ id }) => id === 'fr')?.pilotHz;
    await page.evaluate((to) => { const video = document.querySelector('video'); if (video) video.currentTime = to; }, MORNING - 4);
    await expect.poll(() => audiblePilot(page), { timeout: 10_000 }).toBe(pilot);
    await expect.poll(at, { timeout: 20_000, interval: 200 }).toBeGreaterThan(AFTERNOON + 1);
    await expect.poll(() => audiblePilot(page), { timeout: 5000 }).toBe(pilot);
    await page.close();
  });
});
