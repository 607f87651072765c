import type { Browser } from 'playwright-core';
import { median } from '../measure/statistics.ts';
import type { Figure } from '../report/figures.ts';

const BITS_PER_SECOND = 50_000;
const ROUND_TRIP_MS = 300;
const RUNS = 3;
const LONGEST_MS = 120_000;

/** How soon the text of pages can be read where a line carries 50 kbit/s and an answer takes 300 ms longer. */
export async function slowLine(browser: Browser, origin: string, meeting: string): Promise<Figure[]> {
  const pages = [['front page', '/en/'], ['search', '/en/search?q=meeting'], ['meeting page', meeting], ['sound and text of a meeting', `${meeting}/listen`]] as const;
  const figures: Figure[] = [];
  for (const [what, path] of pages) {
    const runs: number[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await readable(browser, new URL(path, origin).href));
    figures.push({
      what: `${what} at 50 kbit/s and ${ROUND_TRIP_MS} ms: text can be read after`, measured: median(runs), unit: 'ms', runs,
      note: 'First paint of text, cold cache, HTTP/1.1: all that is fetched shares the line evenly. With HTTP/2 in front, styles come before scripts.',
    });
  }
  return figures;
}

async function readable(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    const throughput = BITS_PER_SECOND / 8;
    await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: ROUND_TRIP_MS, downloadThroughput: throughput, uploadThroughput: throughput });
    await page.goto(address, { waitUntil: 'commit', timeout: LONGEST_MS });
    const paint = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime, undefined, { timeout: LONGEST_MS });
    return await paint.jsonValue() ?? Number.NaN;
  } finally {
    await context.close();
  }
}
