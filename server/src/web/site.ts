import type { Context, Hono } from 'hono';
import type { Clock } from '#platform/clock/index.ts';
import { dirOf, type Direction, type UiLanguage } from '#platform/i18n/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Assets } from './assets.ts';
import { messages, type Messages } from './locales/index.ts';

/** What all pages of this installation share. */
export interface Site {
  readonly assets: Assets;
  readonly clock: Clock;
  readonly log: Pick<Log, 'error'>;
  /** Without a slash at the end; addresses in the head of a page begin with it. Else the request's own origin. */
  readonly publicUrl?: string | undefined;
}

/** What a page knows about the request it answers. */
export interface Page {
  readonly site: Site;
  readonly language: UiLanguage;
  readonly dir: Direction;
  readonly words: Messages;
  /** As it was asked for, behind the installation's public address. */
  readonly address: URL;
}

export interface SiteEnv {
  Variables: { page: Page };
}

/** Pages of one capability: adds its routes to the pages of one language, so `/` is that language's front page. */
export type PageSet = (site: Hono<SiteEnv>) => void;

/** The page of a request in a language. */
export function pageOf(c: Context, site: Site, language: UiLanguage): Page {
  const asked = new URL(c.req.url);
  const address = site.publicUrl === undefined ? asked : new URL(asked.pathname + asked.search, site.publicUrl);
  return { site, language, dir: dirOf(language), words: messages(language), address };
}

/** The address of a page of the site in the page's language: `at(page, 'meetings/x')`. */
export const at = (page: Page, path = ''): string => `/${page.language}/${path}`;

/** This very page in another language: same path, same moment and channel. */
export function inLanguage(page: Page, language: UiLanguage): string {
  const [, , ...rest] = page.address.pathname.split('/');
  return `/${language}/${rest.join('/')}${page.address.search}`;
}
