import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { SAMPLE_SLUG } from '../fixtures/sample/index.ts';
import { objectionsOf } from './axe.ts';
import { openBrowser } from './browser.ts';
import { press } from './listening.ts';
import { startOpenfloor, type Openfloor } from './openfloor.ts';

const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;
/** Below the language of the page: one of each sort, as far as the sample meeting has it. */
const PATHS = [
  '', `meetings/${SAMPLE_SLUG}`, `meetings/${SAMPLE_SLUG}?t=99h`, `meetings/${SAMPLE_SLUG}/words/ar`, `meetings/${SAMPLE_SLUG}/recording`, `meetings/${SAMPLE_SLUG}/listen?ch=fr`, 'saved', 'offline', 'bodies/union-of-river-states', 'categories/meetings-and-events/peace-council',
  'topics', 'topics?q=police', 'topics/security-sector-reform', 'speakers/thandeka-molefe', 'schedule/2026-03', 'schedule/2026-03-12', 'search?q=reform', 'search?q=police&capacity=Police+Adviser', 'search?q=police&show=meetings', 'follow?q=police', 'search?q=nothing+of+the+sort&from=2026-02-31',
  'about', 'accessibility', 'help',
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LONGEST_START_MS = 240_000;

let openfloor: Openfloor;
let browser: Browser;

beforeAll(async () => {
  [openfloor, browser] = await Promise.all([startOpenfloor({ sample: true }), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await openfloor?.[Symbol.asyncDispose]();
});

/** Opens a page and gathers what it complains about and whom it asks besides this server. */
async function open(path: string, options: Parameters<Browser['newContext']>[0]): Promise<{ page: Page; complaints: string[] }> {
  const page = await (await browser.newContext(options)).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => { if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(openfloor.url)) complaints.push(request.url()); });
  await page.goto(new URL(path, openfloor.url).href);
  return { page, complaints };
}

/** How far the sample meeting, which a first start publishes, has come. */
async function stateOfSample(): Promise<string | undefined> {
  const { lines } = await openfloor.command('show', SAMPLE_SLUG);
  return (lines.at(-1)?.['media'] as { state?: string } | undefined)?.state;
}

describe('a first start', () => {
  it('publishes the sample meeting, which is soon there to be watched', async () => {
    await expect.poll(stateOfSample, { timeout: LONGEST_START_MS, interval: 500 }).toMatch(/^(watchable|complete)$/);
  }, LONGEST_START_MS);
});

// While what is left of the sample meeting is made.
describe('the pages of the sample meeting', () => {
  const phone = ['a phone in the dark', { viewport: { width: 360, height: 780 }, colorScheme: 'dark' }] as const;
  const desktop = ['a desktop by day', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }] as const;
  // Every language, and both sorts in a script of each direction: what differs beyond that is only words.
  const sorts = { ar: [phone, desktop], en: [phone, desktop], zh: [phone], fr: [desktop], ru: [phone], es: [desktop] } as const;
  const pages = LANGUAGES.flatMap((language) => sorts[language].map(([sort, options]) => ({ language, sort, options })));
  // access.e2e.ts asks axe about every page on a desktop; a phone lays them out in another way.
  const asked = (language: (typeof LANGUAGES)[number], options: object): boolean => options === phone[1] && (language === 'ar' || language === 'zh');

  it.each(pages)('are accessible, fit and ask nobody else: $language on $sort', async ({ language, options }) => {
    for (const path of PATHS.map((below) => `/${language}/${below}`)) {
      const { page, complaints } = await open(path, options);
      expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), path).toEqual([language, language === 'ar' ? 'rtl' : 'ltr']);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${path} is wider than the window`).toBeLessThanOrEqual(0);
      expect(asked(language, options) ? await objectionsOf(page, { tags: RULES }) : [], path).toEqual([]);
      expect(complaints, path).toEqual([]);
      await page.context().close();
    }
  });

  it('find in one language what was said in another, and play it at that second in the language of the reader', async () => {
    const { page, complaints } = await open('/fr/search', {});
    await page.getByLabel('Mots').fill('commissariat');
    await page.keyboard.press('Enter');
    const hit = page.locator('.hit', { hasText: 'Timour Vassilenko' });
    await hit.waitFor();
    expect(await hit.locator('blockquote').evaluateAll((all) => all.map((quote) => quote.closest<HTMLElement>('[lang]')?.lang))).toEqual(['ru', 'fr']);
    expect(await hit.locator('mark').allTextContents()).toEqual(['commissariat']);
    expect(await hit.textContent()).toMatch(/Timour Vassilenko.*Conseil de paix.*12 mars 2026/);
    await hit.getByRole('button', { name: 'Écouter ici' }).click();
    const second = () => page.evaluate(() => document.querySelector('audio')?.currentTime ?? 0);
    await expect.poll(second, { timeout: 15_000 }).toBeGreaterThan(113);
    expect(await second()).toBeLessThan(130);
    await hit.getByRole('link', { name: /^Lire à partir de/ }).click();
    const address = new URL(page.url());
    expect([address.pathname, address.searchParams.get('ch'), address.searchParams.get('find')]).toEqual([`/fr/meetings/${SAMPLE_SLUG}`, 'fr', 'commissariat']);
    await expect.poll(() => page.locator('openfloor-words mark[data-now]').textContent(), { timeout: 15_000 }).toBe('commissariat');
    await expect.poll(() => page.locator('.hit-marks a[aria-current]').getAttribute('aria-label')).toMatch(/^1:5\d .*commissariat/);
    await press(page);
    const playing = () => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
    await expect.poll(playing, { timeout: 15_000 }).toBeGreaterThan(113.5);
    expect(await playing()).toBeLessThan(130);
    expect(await page.locator('openfloor-channels input:checked').inputValue()).toBe('fr');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('set the words of other languages in a type of their own on a Chinese page, where apostrophes are as wide as a letter', async () => {
    const { page } = await open('/zh/search?q=commissariat', {});
    const typeOf = (selector: string) => page.locator(selector).first().evaluate((one) => getComputedStyle(one).fontFamily.split(',')[0]);
    expect([await typeOf('blockquote[lang="ru"]'), await typeOf('h1')]).toEqual(['"Noto Sans"', '"Noto Sans CJK SC"']);
    await page.context().close();
  });

  it('name the speaker who has the floor while it plays, and go to one who is chosen', async () => {
    const { page } = await open(`/en/meetings/${SAMPLE_SLUG}`, {});
    await press(page);
    await page.getByRole('link', { name: /Timur Vasilenko/ }).first().click();
    await expect.poll(() => page.locator('.now-speaking .name').textContent(), { timeout: 15_000 }).toBe('Timur Vasilenko');
    await page.context().close();
  });
});

describe('some minutes after a first start', () => {
  it('all of the sample meeting is there', async () => {
    await expect.poll(stateOfSample, { timeout: LONGEST_START_MS, interval: 1000 }).toBe('complete');
  }, LONGEST_START_MS);
});
