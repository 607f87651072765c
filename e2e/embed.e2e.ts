import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestMeeting } from '../fixtures/meeting/index.ts';
import { openBrowser } from './browser.ts';
import { startOpenfloor, type Openfloor } from './openfloor.ts';

let openfloor: Openfloor;
let browser: Browser;
let elsewhere: Server;

beforeAll(async () => {
  openfloor = await startOpenfloor();
  const { file } = await makeTestMeeting({ file: join(openfloor.folder, 'hearing.mkv'), durationSeconds: 6, channels: [{ id: 'floor', language: 'en' }, { id: 'fr', language: 'fr' }, { id: 'ar', language: 'ar' }] });
  await openfloor.must('publish', file, '--title', 'Hearing', '--starts', '2026-03-12T10:00:00+01:00', '--wait');
  const answer = await fetch(`${openfloor.url}/oembed?url=${encodeURIComponent(`${openfloor.url}/ar/meetings/hearing?ch=fr`)}`);
  const { html } = await answer.json() as { html: string };
  // Another site: another origin, with nothing but what oEmbed told it to write.
  elsewhere = createServer((request, response) => {
    const framed = request.url === '/page' ? `<iframe src="${openfloor.url}/en/meetings/hearing"></iframe>` : html;
    response.setHeader('Content-Type', 'text/html').end(`<!doctype html><title>Elsewhere</title><body>${framed}`);
  }).listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  elsewhere?.close();
  await openfloor?.[Symbol.asyncDispose]();
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

describe('a meeting on another site', () => {
  it('plays in the frame that oEmbed describes, in the language of the address', async () => {
    const { page, complaints } = await open(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
    const frame = page.frameLocator('iframe');
    await expect.poll(() => frame.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await frame.locator('h1').innerText()).toBe('Hearing');
    expect(await frame.locator('input[name=ch]').evaluateAll((all) => all.map((one) => [(one as HTMLInputElement).value, (one as HTMLInputElement).checked]))).toEqual([['floor', false], ['fr', true], ['ar', false]]);
    await frame.locator('video').evaluate((video: HTMLVideoElement) => video.play());
    await expect.poll(() => frame.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime), { timeout: 15_000 }).toBeGreaterThan(0.5);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('may be framed nowhere but by its embed page', async () => {
    const { page } = await open(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/page`);
    expect(page.frames().map((frame) => new URL(frame.url()).protocol)).toEqual(['http:', 'chrome-error:']);
    await page.close();
  });
});

describe('what search engines read', () => {
  it('stands in the page as data, and the policy has nothing against it', async () => {
    const { page, complaints } = await open(`${openfloor.url}/fr/meetings/hearing`);
    const data = JSON.parse(await page.locator('script[type="application/ld+json"]').innerHTML()) as { '@graph': { '@type': string }[] };
    expect(data['@graph'].map((thing) => thing['@type'])).toEqual(['Event', 'VideoObject', 'BreadcrumbList']);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
