import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { makeTestMeeting, SEVEN_CHANNELS, type TestMeeting } from '../fixtures/meeting/index.ts';
import { openBrowser, openPage } from './browser.ts';
import { startOpenfloor, type Line, type Openfloor } from './openfloor.ts';
import { audiblePilot, listenIn, press } from './listening.ts';

let openfloor: Openfloor;
let browser: Browser;
let truth: TestMeeting;
let published: Line;

beforeAll(async () => {
  [openfloor, browser] = await Promise.all([startOpenfloor(), openBrowser()]);
  truth = await makeTestMeeting({ file: join(openfloor.folder, 'council.mkv'), durationSeconds: 30, channels: SEVEN_CHANNELS, picture: { width: 640, height: 360 } });
  published = await openfloor.must('publish', truth.file, '--title', 'Security sector reform', '--starts', '2026-03-12T10:00:00-04:00', '--wait');
});

afterAll(async () => {
  await browser?.close();
  await openfloor?.[Symbol.asyncDispose]();
});

const open = (path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => openPage(browser, openfloor, path, options);

describe('a published meeting', () => {
  it('is told by the last line of publish, with every channel', () => {
    expect(published).toMatchObject({ event: 'published', slug: 'security-sector-reform' });
    expect(published['channels']).toEqual(truth.channels.map(({ id, role, language }) => ({ id, role, language })));
  });

  it('offers every language first, mirrored for Arabic readers', async () => {
    const page = await open('/ar/meetings/security-sector-reform');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await page.getByRole('radio').count()).toBe(7);
    await page.close();
  });

  it('lets everybody hear the channel that they choose', async () => {
    const page = await open('/en/meetings/security-sector-reform');
    await press(page);
    for (const channel of truth.channels) {
      await listenIn(page, channel.id);
      await expect.poll(() => audiblePilot(page), { timeout: 15_000, message: channel.id }).toBe(channel.pilotHz);
    }
    await page.close();
  });

  it('opens the channel of the address, or the one of the page\'s language', async () => {
    for (const [path, key] of [['/en/meetings/security-sector-reform?ch=ru', 'ru'], ['/zh/meetings/security-sector-reform', 'zh']] as const) {
      const page = await open(path);
      await press(page);
      const expected = truth.channels.find((channel) => channel.id === key)?.pilotHz;
      await expect.poll(() => audiblePilot(page), { timeout: 15_000, message: path }).toBe(expected);
      await page.close();
    }
  });

  it('can be read without a script', async () => {
    const page = await open('/fr/meetings/security-sector-reform', { javaScriptEnabled: false });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Security sector reform');
    expect(await page.locator('a[href*="/media/"]').count()).toBeGreaterThan(0);
    await page.close();
  });
});
