import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
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
  // A page with a style of its own, as careless of others as pages are.
  const style = `button { background: purple; padding: 3rem } openfloor-player { --of-accent: rgb(1, 2, 3); --of-round: 0 }
    openfloor-player [part~="toggle"] { border-radius: 7px } [part="second-picture"] { outline-width: 4px }`;
  const page = `<!doctype html><html lang="ar"><title>x</title><style>${style}</style><script type="module" src="${new URL('/assets/player.js', openfloor.url).href}"></script>
    <openfloor-player src="${new URL('/meetings/elsewhere?ch=fr', openfloor.url).href}"></openfloor-player>`;
  const told = await fetch(`${openfloor.url}/oembed?url=${encodeURIComponent(`${openfloor.url}/ar/meetings/elsewhere?ch=fr`)}`);
  const { html } = await told.json() as { html: string };
  const pages: Readonly<Record<string, string>> = {
    '/': page,
    // Nothing but what oEmbed told it to write.
    '/frame': `<!doctype html><title>Elsewhere</title><body>${html}`,
    '/page': `<!doctype html><title>Elsewhere</title><body><iframe src="${openfloor.url}/en/meetings/elsewhere"></iframe>`,
  };
  elsewhere = createServer(({ url = '/' }, answer) => answer.setHeader('Content-Type', 'text/html').end(pages[url]));
  await new Promise<void>((resolve) => { elsewhere.listen(0, '127.0.0.1', resolve); });
});

afterAll(async () => {
  elsewhere?.close();
  await browser?.close();
  await openfloor?.[Symbol.asyncDispose]();
});

const at = (path: string): string => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}${path}`;

describe('a page of another site with one script tag', () => {
  it('plays the meeting in every channel, in its own words', async () => {
    const page = await browser.newPage();
    await page.goto(at('/'));
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

  it('looks as the page wants it by variables and parts, and else like itself', async () => {
    const page = await browser.newPage();
    await page.goto(at('/'));
    await page.locator('[part~="toggle"]').waitFor();
    const [toggle, next] = await page.locator('[part~="toggle"], [part~="next"]').evaluateAll((all) => all.map((one) => {
      const { backgroundColor, borderRadius, padding } = getComputedStyle(one);
      return { backgroundColor, borderRadius, padding };
    }));
    expect([toggle, next]).toEqual([
      { backgroundColor: 'rgb(1, 2, 3)', borderRadius: '7px', padding: '0px' },
      { backgroundColor: 'rgba(0, 0, 0, 0)', borderRadius: '50%', padding: '0px' },
    ]);
    await page.close();
  });

  it('does what the page asks by events, and tells what happens', async () => {
    const page = await browser.newPage();
    await page.goto(at('/'));
    await page.locator('[part~="toggle"]').waitFor();
    await page.evaluate(() => {
      const told: unknown[] = [];
      (window as Window & { told?: unknown[] }).told = told;
      for (const type of ['openfloor-channel', 'openfloor-phase', 'openfloor-picture']) document.addEventListener(type, (event) => { told.push((event as CustomEvent).detail); });
    });
    const ask = (detail: unknown): Promise<void> => page.evaluate((asked) => { document.querySelector('[part="controls"]')?.dispatchEvent(new CustomEvent('openfloor-request', { detail: asked, bubbles: true })); }, detail);
    for (const detail of [{ action: 'channel', channel: 'ar' }, { action: 'rate', rate: 1.5 }, { action: 'rate', rate: 9 }, { action: 'seek', timeMs: 'x' }, { action: 'dance' }, null, { action: 'play-from', timeMs: 5000 }]) await ask(detail);
    await expect.poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime), { timeout: 15_000 }).toBeGreaterThan(5.2);
    expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.playbackRate)).toBe(1.5);
    await ask({ action: 'pause' });
    await expect.poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.paused)).toBe(true);
    const told = await page.evaluate(() => (window as Window & { told?: unknown[] }).told ?? []);
    expect(told[0]).toEqual({ key: 'ar', language: 'ar' });
    expect(told.slice(1).map((detail) => (detail as { phase?: string }).phase)).toEqual(expect.arrayContaining(['loading', 'playing', 'paused']));
    await page.close();
  });
});

/** Opens a page and collects what the browser complains of: what its policy forbids is among that. */
async function open(url: string): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text()); });
  page.on('pageerror', (error) => { complaints.push(error.message); });
  await page.goto(url, { waitUntil: 'networkidle' });
  return { page, complaints };
}

describe('a meeting in a frame on another site', () => {
  it('plays in the frame that oEmbed describes, in the language of the address', async () => {
    const { page, complaints } = await open(at('/frame'));
    const frame = page.frameLocator('iframe');
    await expect.poll(() => frame.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await frame.locator('h1').innerText()).toBe('Elsewhere');
    expect(await frame.locator('input[name=ch]').evaluateAll((all) => all.map((one) => [(one as HTMLInputElement).value, (one as HTMLInputElement).checked]))).toEqual([['floor', false], ['fr', true], ['ar', false]]);
    await frame.locator('video').evaluate((video: HTMLVideoElement) => video.play());
    await expect.poll(() => frame.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime), { timeout: 15_000 }).toBeGreaterThan(0.5);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('may be framed nowhere but by its embed page', async () => {
    const { page } = await open(at('/page'));
    expect(page.frames().map((frame) => new URL(frame.url()).protocol)).toEqual(['http:', 'chrome-error:']);
    await page.close();
  });
});

describe('what search engines read', () => {
  it('stands in the page as data, and the policy has nothing against it', async () => {
    const { page, complaints } = await open(`${openfloor.url}/fr/meetings/elsewhere`);
    const data = JSON.parse(await page.locator('script[type="application/ld+json"]').innerHTML()) as { '@graph': { '@type': string }[] };
    expect(data['@graph'].map((thing) => thing['@type'])).toEqual(['Event', 'VideoObject', 'BreadcrumbList']);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
