import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { makeTestMeeting, type TestMeeting } from '../fixtures/meeting/index.ts';
import { openBrowser } from './browser.ts';
import { audiblePilot, listenIn, press } from './listening.ts';
import { startOpenfloor, type Openfloor } from './openfloor.ts';

let openfloor: Openfloor;
let browser: Browser;
let truth: TestMeeting;
let elsewhere: Server;

beforeAll(async () => {
  [openfloor, browser] = await Promise.all([startOpenfloor(), openBrowser()]);
  truth = await makeTestMeeting({ file: join(openfloor.folder, 'two.mkv'), durationSeconds: 20, channels: [{ id: 'floor', language: 'mul' }, { id: 'fr', language: 'fr' }, { id: 'ar', language: 'ar' }] });
  await openfloor.must('publish', truth.file, '--title', 'Elsewhere', '--starts', '2026-03-12T10:00:00-04:00', '--wait');
  const page = `<!doctype html><html lang="ar"><title>x</title><script type="module" src="${new URL('/assets/player.js', openfloor.url).href}"></script>
    <openfloor-player src="${new URL('/meetings/elsewhere?ch=fr', openfloor.url).href}"></openfloor-player>`;
  elsewhere = createServer((_request, answer) => answer.setHeader('Content-Type', 'text/html').end(page));
  await new Promise<void>((resolve) => { elsewhere.listen(0, '127.0.0.1', resolve); });
});

afterAll(async () => {
  elsewhere?.close();
  await browser?.close();
  await openfloor?.[Symbol.asyncDispose]();
});

describe('a page of another site with one script tag', () => {
  it('plays the meeting in every channel, in its own words', async () => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
    await page.locator('openfloor-channels').waitFor();
    expect(await page.locator('openfloor-player').getAttribute('dir')).toBe('rtl');
    expect(await page.locator('.pill').allTextContents()).toEqual(['القاعة', 'Français', 'العربية']);
    await press(page);
    for (const key of ['fr', 'ar', 'floor']) {
      await listenIn(page, key);
      const pilot = truth.channels.find(({ id }) => id === key)?.pilotHz;
      await expect.poll(() => audiblePilot(page), { timeout: 15_000, message: key }).toBe(pilot);
    }
    await page.close();
  });
});
