import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objectionsOf } from './axe.ts';
import { openBrowser } from './browser.ts';
import { markControls, walk } from './keyboard.ts';
import { press } from './listening.ts';
import { startOpenfloor, type Openfloor } from './openfloor.ts';
import { fillCatalogue, PAGES } from './pictures/catalogue.ts';

const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;
const THEMES = ['light', 'dark'] as const;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Those that have no picture of their own beside them. */
const PATHS: readonly string[] = [...Object.values(PAGES), `${PAGES.meeting}/words?find=water`, `${PAGES.meeting}/recording`, `${PAGES.meeting}/listen?ch=fr`, 'saved', 'offline', 'follow?q=water', 'follow/asked?q=water', 'follow/none'];
const MEETING = `/en/${PAGES.meeting}`;

let openfloor: Openfloor;
let browser: Browser;

beforeAll(async () => {
  [openfloor, browser] = await Promise.all([startOpenfloor(), openBrowser()]);
  await fillCatalogue(openfloor);
});

afterAll(async () => {
  await browser?.close();
  await openfloor?.[Symbol.asyncDispose]();
});

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  // Without transitions: halfway between two themes, a colour is that of neither.
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 1000 }, reducedMotion: 'reduce', ...options })).newPage();
  await page.goto(new URL(path, openfloor.url).href);
  return page;
}

describe('every kind of page', () => {
  it.each(LANGUAGES)('has nothing that axe objects to, in light and dark, and says the language of each text: %s', async (language) => {
    const page = await open(`/${language}/`);
    for (const path of PATHS) {
      await page.goto(new URL(`/${language}/${path}`, openfloor.url).href);
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme });
        // What doesn't depend on colours is the same in both.
        const question = colorScheme === 'light' ? { tags: RULES } : { rules: ['color-contrast', 'link-in-text-block'] };
        expect(await objectionsOf(page, question), `/${language}/${path}, ${colorScheme}`).toEqual([]);
      }
      expect(await inUntoldLanguages(page, language), `/${language}/${path}`).toEqual([]);
    }
    await page.context().close();
  });
});

/** Texts in another script than that of the language which the page says they are in. */
const inUntoldLanguages = (page: Page, language: string): Promise<string[]> => page.evaluate((own) => {
  const scripts = { ar: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    // Nothing inside an option can have a language of its own; and what stands without scripts is not read with them.
    const holder = node.parentElement;
    if (!holder || holder.closest('script, style, noscript, option, [translate="no"]')) continue;
    const told = (holder.closest('[lang]')?.getAttribute('lang') ?? own).split('-')[0];
    for (const [language, letters] of Object.entries(scripts)) if (letters.test(node.textContent ?? '') && told !== language) found.push(`${language} in ${told ?? ''}: ${(node.textContent ?? '').trim().slice(0, 60)}`);
  }
  return found;
}, language);

describe('with the keyboard alone', () => {
  /** What the walk through a page finds to object to. */
  async function objections(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
    const controls = await markControls(page);
    const stops = await walk(page, controls.length + 20);
    const groups = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-group]')].map((one) => Number(one.dataset['control'])));
    const reached = new Set(stops.map(({ control }) => control));
    const groupReached = groups.length === 0 || groups.some((n) => reached.has(n));
    return {
      notReached: [...controls.filter((_, n) => !reached.has(n) && !groups.includes(n)), ...(groupReached ? [] : ['the channels'])],
      withoutVisibleFocus: stops.filter(({ outlined }) => !outlined).map(({ what }) => what),
      outOfView: stops.filter(({ inView }) => !inView).map(({ what }) => what),
    };
  }
  const NONE = { notReached: [], withoutVisibleFocus: [], outOfView: [] };

  it.each(['home', 'meeting', 'month', 'search', 'help'] as const)('each control is reached and seen to be: %s', async (name) => {
    const page = await open(`/en/${PAGES[name]}`);
    expect(await objections(page)).toEqual(NONE);
    await page.context().close();
  });

  it('so are those of the player while it plays, and the choice of language', async () => {
    const page = await open(MEETING);
    await press(page);
    expect(await objections(page)).toEqual(NONE);
    await page.locator('input[name="ch"]:checked').focus();
    const before = await page.locator('input[name="ch"]:checked').inputValue();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('input[name="ch"]:checked').inputValue()).not.toBe(before);
    await page.context().close();
  });
});
