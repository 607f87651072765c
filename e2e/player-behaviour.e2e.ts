import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { makeTestMeeting, type TestMeeting } from '../fixtures/meeting/index.ts';
import { openBrowser } from './browser.ts';
import { beginHearing, giveEars, hearingOf } from './hearing.ts';
import { listenIn, press } from './listening.ts';
import { startOpenfloor, type Openfloor } from './openfloor.ts';

let openfloor: Openfloor;
let browser: Browser;
let truth: TestMeeting;
const SILENT = 'The booth is silent. You hear the floor.';
const pilotOf = (id: string): number => truth.channels.find((channel) => channel.id === id)?.pilotHz ?? 0;

beforeAll(async () => {
  [openfloor, browser] = await Promise.all([startOpenfloor(), openBrowser()]);
  const folder = join(openfloor.folder, 'gaps');
  await mkdir(folder);
  truth = await makeTestMeeting({
    file: join(folder, 'room.mkv'), durationSeconds: 40, picture: { width: 640, height: 360 },
    channels: [{ id: 'floor', language: 'mul' }, { id: 'fr', language: 'fr' }, { id: 'ar', language: 'ar' }],
  });
  await writeFile(join(folder, 'meeting.yaml'), `schema: openfloor/meeting/1
title: { en: Gaps }
starts: 2026-03-12T10:00:00Z
recording:
  picture: { file: room.mkv }
  channels:
    - { id: floor, role: floor, language: mul, file: room.mkv, track: 0 }
    - { id: fr, role: interpretation, language: fr, file: room.mkv, track: 1, gaps: [{ start: 12, end: 20 }] }
    - { id: ar, role: interpretation, language: ar, file: room.mkv, track: 2 }
`);
  await openfloor.must('publish', folder, '--wait');
});

afterAll(async () => {
  await browser?.close();
  await openfloor?.[Symbol.asyncDispose]();
});

async function open(path = '/en/meetings/gaps?ch=fr'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  await giveEars(page);
  await page.goto(new URL(path, openfloor.url).href);
  return page;
}

const time = (page: Page): Promise<number> => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
const seek = (page: Page, seconds: number): Promise<void> => page.evaluate((to) => { (document.querySelector('openfloor-player') as HTMLElement & { seek(ms: number): void }).seek(to * 1000); }, seconds);
/** The level of a channel's pilot in what was heard last, next to that of another. */
async function ratio(page: Page, key: string, to: string): Promise<number> {
  const now = (await hearingOf(page)).heard.slice(-25);
  const level = (id: string): number => {
    const i = truth.channels.findIndex((channel) => channel.id === id);
    return now.reduce((sum, one) => sum + (one.levels[i] ?? 0), 0);
  };
  return level(key) / level(to);
}
const loudest = async (page: Page): Promise<number | undefined> => (await hearingOf(page)).heard.at(-1)?.hz;

describe('while a booth is silent', () => {
  it('the floor is heard and a notice says so, until the booth speaks again', async () => {
    const page = await open();
    const notice = page.locator('.booth-silent');
    await press(page);
    await beginHearing(page);
    expect(await notice.textContent()).toBe('');
    await seek(page, 13);
    await expect.poll(() => notice.textContent()).toBe(SILENT);
    await expect.poll(() => ratio(page, 'floor', 'fr'), { timeout: 5000 }).toBeGreaterThan(0.5);
    await listenIn(page, 'floor');
    expect(await notice.textContent()).toBe('');
    await listenIn(page, 'fr');
    expect(await notice.textContent()).toBe(SILENT);
    await seek(page, 20.5);
    await expect.poll(() => notice.textContent()).toBe('');
    await expect.poll(() => ratio(page, 'floor', 'fr'), { timeout: 5000 }).toBeLessThan(0.1);
    await page.close();
  });

  it.each([['at another speed', { action: 'rate', rate: 0.75 }], ['with the sound alone', { action: 'picture', mode: 'sound' }]])('the floor is heard %s as well', async (_how, request) => {
    const page = await open();
    await press(page);
    await page.evaluate((detail) => document.querySelector('.stage')?.dispatchEvent(new CustomEvent('openfloor-request', { detail, bubbles: true })), request);
    await seek(page, 13);
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 13.3);
    await beginHearing(page);
    await expect.poll(() => loudest(page), { timeout: 5000 }).toBe(pilotOf('floor'));
    expect(await page.locator('.booth-silent').textContent()).toBe(SILENT);
    expect(await time(page)).toBeLessThan(20);
    await seek(page, 21);
    await expect.poll(() => loudest(page), { timeout: 8000 }).toBe(pilotOf('fr'));
    await page.close();
  });
});

describe('a fault in what was fetched', () => {
  it.each([['a whole piece', 8], ['a few of its pictures', 1200]])('in %s is passed over, and what played goes on playing', async (_what, from) => {
    const page = await open();
    let pieces = 0;
    // The line spoils the third piece of the picture, and whoever asks for it again gets it spoilt again.
    const spoilt = new Set<string>();
    await page.route(/\/picture-[^/]*\.mp4$/, async (route) => {
      const answer = await route.fetch();
      const body = await answer.body();
      const range = await route.request().headerValue('range') ?? '';
      if (body.length > 2000 && !spoilt.has(range)) pieces += 1;
      if (pieces === 3 && spoilt.size === 0) spoilt.add(range);
      if (spoilt.has(range)) body.fill(0xa5, from);
      await route.fulfill({ response: answer, body });
    });
    await press(page);
    await expect.poll(() => time(page), { timeout: 40_000 }).toBeGreaterThan(18);
    expect(spoilt.size).toBe(1);
    expect(await page.evaluate(() => document.querySelector('video')?.paused)).toBe(false);
    expect(await page.locator('.stage-notice').isVisible()).toBe(false);
    const at = await time(page);
    await expect.poll(() => time(page), { timeout: 5000 }).toBeGreaterThan(at + 1);
    await page.close();
  });
});

describe('the table of keys', () => {
  it('opens from the settings, says every key, closes by Escape and gives the focus back', async () => {
    const page = await open();
    const gear = page.locator('.settings-place > button');
    await gear.click();
    await page.locator('.settings').getByRole('button', { name: 'Keyboard shortcuts' }).click();
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    const keys = await dialog.locator('kbd').allTextContents();
    expect(keys).toEqual(['Space', 'K', '←', 'J', '→', 'L', 'P', 'N', 'B', 'Shift + B', '<', '>', 'M', 'F']);
    // Its own keys don't work through it.
    await page.keyboard.press('b');
    expect(await page.locator('input[name="ch"]:checked').getAttribute('value')).toBe('fr');
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    expect(await gear.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.close();
  });

  it('tells the truth', async () => {
    const page = await open();
    await press(page);
    await seek(page, 15);
    const state = (): Promise<{ channel: string; rate: number; muted: boolean; paused: boolean }> => page.evaluate(() => {
      const player = document.querySelector('openfloor-player') as HTMLElement & { core: { state: { channel: { key: string } } }; media: HTMLMediaElement };
      return { channel: player.core.state.channel.key, rate: player.media.playbackRate, muted: player.media.muted, paused: player.media.paused };
    });
    const after = async (key: string): Promise<Awaited<ReturnType<typeof state>>> => { await page.keyboard.press(key); return state(); };
    await page.locator('.stage-controls .toggle').focus();
    expect((await after('k')).paused).toBe(true);
    expect([(await after('b')).channel, (await after('B')).channel]).toEqual(['ar', 'fr']);
    expect([(await after('>')).rate, (await after('<')).rate]).toEqual([1.25, 1]);
    expect([(await after('m')).muted, (await after('m')).muted]).toEqual([true, false]);
    const here = await time(page);
    await page.keyboard.press('l');
    expect(await time(page)).toBeCloseTo(here + 10, 1);
    await page.keyboard.press('ArrowLeft');
    expect(await time(page)).toBeCloseTo(here, 1);
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName)).toBe('openfloor-player');
    await page.close();
  });
});

describe('speed and quality', () => {
  it('outlive a change between picture and sound, and keep the pitch', async () => {
    const page = await open();
    await press(page);
    await page.evaluate(() => { const video = document.querySelector('video'); if (video) video.playbackRate = 1.5; });
    const show = (mode: string): Promise<void> => page.evaluate((to) => { (document.querySelector('openfloor-player') as HTMLElement & { show(mode: string): void }).show(to); }, mode);
    for (const mode of ['low', 'full']) {
      const from = await time(page);
      await show(mode);
      await page.waitForFunction((at) => (document.querySelector('video')?.currentTime ?? 0) > at + 1, from);
      expect(await page.evaluate(() => { const video = document.querySelector('video'); return [video?.playbackRate, video?.preservesPitch]; })).toEqual([1.5, true]);
    }
    await page.close();
  });
});

describe('keeping to the sentence', () => {
  let elsewhere: Server;
  afterAll(() => { elsewhere?.close(); });

  it('lands where the other channel says the same', async () => {
    // A page of a server that knows the lags: French comes 3 s behind the floor, Arabic 1 s, then 2.5 s.
    const lags: Readonly<Record<string, readonly (readonly [number, number])[]>> = { fr: [[0, 3000]], ar: [[0, 1000], [16_000, 1000], [17_000, 2500]] };
    const facts = await (await fetch(`${openfloor.url}/api/v1/meetings/gaps`)).json() as { media: { hls: string } };
    const data = {
      meeting: 'gaps', uiLanguage: 'en', hls: new URL(facts.media.hls, openfloor.url).href, hasPicture: true, durationMs: 40_000, startMs: 0, storyboard: null, events: null, turns: [], lags: '/lags',
      channels: [['floor', 'floor'], ['fr', 'interpretation'], ['ar', 'interpretation']].map(([key, role]) => ({ key, role, language: key === 'floor' ? 'mul' : key, name: key, gainDb: 0 })),
    };
    const html = `<!doctype html><html lang="en"><title>x</title><script type="module" src="${openfloor.url}/assets/player.js"></script>
      <openfloor-player><script type="application/json">${JSON.stringify(data)}</script>
        <openfloor-channels>${data.channels.map(({ key }) => `<label><input type="radio" name="ch" value="${String(key)}">${String(key)}</label>`).join('')}</openfloor-channels>
        <openfloor-stage><div data-screen><video></video></div></openfloor-stage></openfloor-player>`;
    elsewhere = createServer(({ url }, answer) => {
      const asked = /^\/lags(?:\/(\w+))?$/.exec(url ?? '');
      if (!asked) return answer.setHeader('Content-Type', 'text/html').end(html);
      const [, key] = asked;
      return answer.setHeader('Content-Type', 'application/json').end(JSON.stringify(key === undefined
        ? { channels: Object.keys(lags).map((channel) => ({ channel })) }
        : { channel: key, points: lags[key]?.map(([floorMs, lagMs]) => ({ floorMs, lagMs })) }));
    });
    await new Promise<void>((resolve) => { elsewhere.listen(0, '127.0.0.1', resolve); });
    const page = await browser.newPage();
    await giveEars(page);
    await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/?ch=floor`);
    await press(page);
    await seek(page, 10);
    await beginHearing(page);
    let keeping = false;
    const jump = async (key: string): Promise<{ readonly landed: number; readonly passed: number }> => {
      const [before, at] = [await time(page), Date.now()];
      await listenIn(page, key);
      // The lag of a channel is asked for when somebody wants it; then the step is made.
      if (key in lags && keeping) await page.waitForFunction((path) => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(path)), `/lags/${key}`);
      await page.waitForTimeout(100);
      const [landed, passed] = [await time(page) - before, (Date.now() - at) / 1000];
      await expect.poll(() => loudest(page), { timeout: 10_000, message: key }).toBe(pilotOf(key));
      return { landed, passed };
    };
    const unasked = await jump('fr');
    expect(unasked.landed).toBeLessThan(unasked.passed + 0.5);
    keeping = true;
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('Keep to the sentence').check();
    await page.keyboard.press('Escape');
    for (const [key, seconds] of [['floor', -3], ['ar', 1], ['fr', 2]] as const) {
      const { landed, passed } = await jump(key);
      expect(landed, key).toBeGreaterThan(seconds - 0.2);
      expect(landed, key).toBeLessThan(seconds + passed + 0.5);
    }
    await page.close();
  });
});

describe('the browser\'s own HLS, which other screens can take over', () => {
  it('goes on at the same second in the chosen language, and changes it', async () => {
    const page = await open();
    await press(page);
    await seek(page, 5);
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 5.3);
    const went = await page.evaluate(() => (document.querySelector('openfloor-player') as HTMLElement & { playback: { goNative(): boolean } }).playback.goNative());
    expect(went).toBe(true);
    await page.waitForFunction(() => { const video = document.querySelector('video'); return video && !video.currentSrc.startsWith('blob:') && video.currentTime > 5.5 && !video.paused; });
    expect(await time(page)).toBeLessThan(10);
    await beginHearing(page);
    await expect.poll(() => loudest(page), { timeout: 8000 }).toBe(pilotOf('fr'));
    await listenIn(page, 'ar');
    await page.waitForFunction(() => { const video = document.querySelector('video'); return (video?.readyState ?? 0) > 2 && !video?.paused; });
    await beginHearing(page);
    await expect.poll(() => loudest(page), { timeout: 8000 }).toBe(pilotOf('ar'));
    await page.close();
  });
});
