import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { startOpenfloor, type Openfloor } from './openfloor.ts';
import { fillCatalogue, PAGES } from './pictures/catalogue.ts';
import { difference } from './pictures/compare.ts';

/** Pictures of each kind of page as it should look. `npm run pictures` takes them anew; look at them before you commit. */
const KEPT = fileURLToPath(new URL('pictures/kept', import.meta.url));
/** Where a page that looks otherwise is put, to be looked at. */
const NEW = fileURLToPath(new URL('pictures/new', import.meta.url));
const RENEW = process.env['RENEW_PICTURES'] === '1';
const MOST_DIFFERENT = 0.004;

// Smaller than life: small files, and what a reader would not see is not seen.
const SCREENS = {
  phone: { viewport: { width: 360, height: 1300 }, deviceScaleFactor: 0.5, isMobile: true },
  desktop: { viewport: { width: 1440, height: 1400 }, deviceScaleFactor: 0.4 },
} as const;

// What is of the day, of this run's address or made by the encoder at hand.
const STILL = `
  .cite, .papers .cite, #cite, .print-address, .follow input, .share { visibility: hidden !important; }
  video, .poster, openfloor-stage img, openfloor-stage picture { visibility: hidden !important; }
  * { animation: none !important; transition: none !important; caret-color: transparent !important; }
`;

let openfloor: Openfloor;
let browser: Browser;

beforeAll(async () => {
  [openfloor, browser] = await Promise.all([startOpenfloor(), openBrowser()]);
  await fillCatalogue(openfloor);
  await rm(NEW, { recursive: true, force: true });
  await mkdir(RENEW ? KEPT : NEW, { recursive: true });
});

afterAll(async () => {
  await browser?.close();
  await openfloor?.[Symbol.asyncDispose]();
});

async function pictureOf(page: Page, path: string): Promise<Buffer> {
  await page.goto(new URL(path, openfloor.url).href);
  // The player's parts are fetched one after the other: a picture taken before the last has come is of another page.
  await page.evaluate(async () => {
    const player = document.querySelector<HTMLElement & { readonly ready: Promise<unknown> }>('openfloor-player');
    const plays = document.querySelector('script[src*="/player-"]') !== null; // an announced meeting has nothing to play yet
    if (!player || !plays) return;
    await customElements.whenDefined('openfloor-player');
    await player.ready;
    await new Promise((done) => { setTimeout(done); });
  });
  await page.addStyleTag({ content: STILL });
  await page.evaluate(() => document.fonts.ready);
  return page.screenshot();
}

describe('the look of the pages', () => {
  const cases = (['ar', 'en'] as const).flatMap((language) => (['phone', 'desktop'] as const).map((screen) => ({ language, screen })));

  it.each(cases)('is as it was: $language on a $screen', async ({ language, screen }) => {
    // Our style for the picture is one that the pages' policy rightly refuses.
    const context = await browser.newContext({ ...SCREENS[screen], bypassCSP: true, colorScheme: 'light', reducedMotion: 'reduce', timezoneId: 'UTC', locale: language });
    const [page, scales] = [await context.newPage(), await context.newPage()];
    const differing: Record<string, number> = {};
    for (const [name, path] of Object.entries(PAGES)) {
      const file = `${name}-${language}-${screen}.png`;
      const taken = await pictureOf(page, `/${language}/${path}`);
      if (RENEW) {
        await writeFile(join(KEPT, file), taken);
        continue;
      }
      const { share } = await difference(scales, await readFile(join(KEPT, file)), taken);
      if (share <= MOST_DIFFERENT) continue;
      differing[name] = share;
      await writeFile(join(NEW, file), taken);
    }
    expect(differing, `share of pixels that differ; the new pictures are in ${NEW}`).toEqual({});
    await context.close();
  });
});
