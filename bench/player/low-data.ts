import type { Browser } from 'playwright-core';
import { press } from '../../e2e/listening.ts';
import type { Figure } from '../report/figures.ts';
import { bytesOf, watchTraffic } from './traffic.ts';

const KIB = 1024;
const MINUTE_MS = 60_000;
const MINUTES = 2;

/** What a minute of listening costs where data are dear: everything that is fetched once the viewer has chosen so. */
export async function lowData(browser: Browser, address: string): Promise<Figure[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  const transfers = await watchTraffic(page);
  await page.goto(`${address}?ch=fr`);
  await press(page);
  await page.locator('.settings-place > button').click();
  await page.locator('.settings label', { hasText: 'Picture and sound' }).locator('select').selectOption('low');
  await page.waitForFunction(() => document.querySelector<HTMLElement>('.low-still')?.hidden === false);
  const playedFrom = await page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
  const began = performance.now();
  await page.waitForTimeout(MINUTES * MINUTE_MS);
  const played = await page.evaluate(() => document.querySelector('video')?.currentTime ?? 0) - playedFrom;
  const during = transfers.filter(({ at }) => at >= began);
  await page.close();
  const within = (from: number) => bytesOf(during.filter(({ at }) => at >= began + from * MINUTE_MS && at < began + (from + 1) * MINUTE_MS)) / KIB;
  const runs = Array.from({ length: MINUTES }, (_, n) => within(n));
  return [
    {
      what: 'low-data mode: a minute', measured: (bytesOf(during) / KIB) / (played / 60), unit: 'KiB', runs, must: { of: 'value', most: 250 },
      note: `All requests since it was chosen, over ${MINUTES} minutes of play; what is fetched ahead is in them.`,
    },
  ];
}
