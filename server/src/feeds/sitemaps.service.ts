import { publicActor } from '#access/index.ts';
import type { Browse, MeetingSummary, Meetings } from '#meetings/index.ts';
import { isUiLanguage } from '#platform/i18n/index.ts';
import type { PagesOfWords } from './feeds.ports.ts';
import { meetingPath, type SitePage } from './sitemap.domain.ts';

/** Pages in one sitemap: with six languages that name each other about 8 MB and 6,000 addresses of the 50 MB and 50,000 that are allowed. */
const IN_A_SITEMAP = 1000;
const MEETINGS_AT_ONCE = 200;
/** Pages that are always there. */
const STANDING: readonly SitePage[] = ['', 'help', 'about', 'accessibility'].map((path) => ({ path }));

/** The sitemaps that are told apart by a number, each with pages of one kind. */
export const NUMBERED_SITEMAPS = ['site', 'series', 'topics', 'speakers'] as const;
export type NumberedSitemap = (typeof NUMBERED_SITEMAPS)[number];

export interface SitemapsDeps {
  readonly meetings: Pick<Meetings, 'list' | 'listBodies' | 'listCategories'>;
  readonly browse: Pick<Browse, 'addresses' | 'countAddresses' | 'months'>;
  readonly words: PagesOfWords;
}

const actor = publicActor();

/** Every page of the site that a search engine may show, in pieces that the protocol allows. */
export class Sitemaps {
  readonly #deps: SitemapsDeps;

  constructor(deps: SitemapsDeps) {
    this.#deps = deps;
  }

  /** How many sitemaps of one kind there are; `site` has always one. */
  async parts(kind: NumberedSitemap): Promise<number> {
    const pages = kind === 'site' ? (await this.#sitePages()).length : await this.#deps.browse.countAddresses(kind);
    return Math.ceil(pages / IN_A_SITEMAP);
  }

  /** The pages of one sitemap; `part` begins with 1. */
  async pages(kind: NumberedSitemap, part: number): Promise<readonly SitePage[]> {
    const first = (part - 1) * IN_A_SITEMAP;
    if (kind === 'site') return (await this.#sitePages()).slice(first, first + IN_A_SITEMAP);
    return (await this.#deps.browse.addresses(kind, first, IN_A_SITEMAP)).map((slug) => ({ path: `${kind}/${encodeURIComponent(slug)}` }));
  }

  async #sitePages(): Promise<readonly SitePage[]> {
    const { meetings, browse } = this.#deps;
    const [bodies, categories, months, topics] = await Promise.all([meetings.listBodies(), meetings.listCategories(), browse.months(), browse.countAddresses('topics')]);
    return [
      ...STANDING,
      ...(topics > 0 ? [{ path: 'topics' }] : []),
      ...filled(bodies).map(({ slug }) => ({ path: `bodies/${encodeURIComponent(slug)}` })),
      ...filled(categories).map(({ path }) => ({ path: `categories/${path.split('/').map(encodeURIComponent).join('/')}` })),
      ...months.map((month) => ({ path: `schedule/${month}` })),
    ];
  }

  /** Where each sitemap of meetings, and each of their words, begins: null for the newest. */
  async meetingPlaces(): Promise<readonly (string | null)[]> {
    const places: (string | null)[] = [null];
    for (let before: string | null = null; ;) {
      before = (await this.#walk(before)).next;
      if (before === null) return places;
      places.push(before);
    }
  }

  /** The pages of one sitemap of meetings. */
  async meetingPages(before: string | null): Promise<readonly SitePage[]> {
    return (await this.#walk(before)).meetings.map(meetingPath);
  }

  /** What is said and recorded in the same meetings. */
  async wordsPages(before: string | null): Promise<readonly SitePage[]> {
    const { meetings } = await this.#walk(before);
    const slugs = new Map(meetings.map(({ id, slug }) => [id, slug]));
    return (await this.#deps.words.pagesOf([...slugs.keys()])).map(({ meetingId, channel, record, language, updatedAt }) => {
      const base = language.split('-', 1)[0] ?? '';
      return {
        path: `meetings/${encodeURIComponent(slugs.get(meetingId) ?? '')}/words/${encodeURIComponent(channel)}${record ? '.record' : ''}`, changed: updatedAt.toISOString(),
        // French words are French on a page in any language: the one all in French is the page.
        ...(isUiLanguage(base) && { only: base }),
      };
    });
  }

  async #walk(from: string | null): Promise<{ readonly meetings: readonly MeetingSummary[]; readonly next: string | null }> {
    const walked: MeetingSummary[] = [];
    let before = from;
    while (walked.length < IN_A_SITEMAP) {
      const { meetings, next } = await this.#deps.meetings.list(actor, { limit: MEETINGS_AT_ONCE, ...(before !== null && { before }) });
      walked.push(...meetings);
      before = next;
      if (next === null) break;
    }
    return { meetings: walked, next: before };
  }
}

interface Branch<T> {
  readonly total: number;
  readonly children: readonly T[];
}

/** The places of a tree that have meetings, at them or below. */
const filled = <T extends Branch<T>>(nodes: readonly T[]): readonly T[] =>
  nodes.filter(({ total }) => total > 0).flatMap((node) => [node, ...filled(node.children)]);
