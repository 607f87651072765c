import { publicActor } from '#access/index.ts';
import type { Browse, Meetings } from '#meetings/index.ts';
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
    const [bodies, categories, months] = await Promise.all([meetings.listBodies(), meetings.listCategories(), browse.months()]);
    return [
      ...STANDING,
      ...filled(bodies).map(({ slug }) => ({ path: `bodies/${encodeURIComponent(slug)}` })),
      ...filled(categories).map(({ path }) => ({ path: `categories/${path.split('/').map(encodeURIComponent).join('/')}` })),
      ...months.map((month) => ({ path: `schedule/${month}` })),
    ];
  }

  /** Where each sitemap of meetings begins: null for the newest. */
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
    return (await this.#walk(before)).pages;
  }

  async #walk(from: string | null): Promise<{ readonly pages: readonly SitePage[]; readonly next: string | null }> {
    const pages: SitePage[] = [];
    let before = from;
    while (pages.length < IN_A_SITEMAP) {
      const { meetings, next } = await this.#deps.meetings.list(actor, { limit: MEETINGS_AT_ONCE, ...(before !== null && { before }) });
      pages.push(...meetings.map(meetingPath));
      before = next;
      if (next === null) break;
    }
    return { pages, next: before };
  }
}

interface Branch<T> {
  readonly total: number;
  readonly children: readonly T[];
}

/** The places of a tree that have meetings, at them or below. */
const filled = <T extends Branch<T>>(nodes: readonly T[]): readonly T[] =>
  nodes.filter(({ total }) => total > 0).flatMap((node) => [node, ...filled(node.children)]);
