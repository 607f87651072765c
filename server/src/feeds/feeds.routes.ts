import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { z } from 'zod';
import { AppError } from '#platform/errors/index.ts';
import { isUiLanguage, negotiate, type UiLanguage } from '#platform/i18n/index.ts';
import { messages } from '#web/index.ts';
import { calendar } from './calendar.domain.ts';
import { chaptersOf } from './chapters.domain.ts';
import type { FeedScope } from './feed.domain.ts';
import type { Feeds } from './feeds.service.ts';
import { podcastFeed } from './podcast.ts';
import { rssFeed } from './rss.domain.ts';
import { sitemap, sitemapIndex } from './sitemap.domain.ts';
import { NUMBERED_SITEMAPS, type Sitemaps } from './sitemaps.service.ts';

export interface FeedRoutesDeps {
  readonly feeds: Feeds;
  readonly sitemaps: Sitemaps;
  /** Without a slash at the end; else the origin of the request. */
  readonly publicUrl: string | undefined;
}

const RSS = 'application/rss+xml; charset=utf-8';
const ICS = 'text/calendar; charset=utf-8';
const XML = 'application/xml; charset=utf-8';
const Part = z.coerce.number().int().min(1).max(100_000).default(1);
const TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** `/feeds/…`, `/calendar.ics`, `/sitemap.xml`, `/robots.txt`: what programs follow. */
export function feedRoutes({ feeds, sitemaps, publicUrl }: FeedRoutesDeps): Hono {
  const routes = new Hono();
  const origin = (c: Context): string => publicUrl ?? new URL(c.req.url).origin;
  const scopeOf = async (c: Context, language: string, body?: string): Promise<FeedScope> => {
    if (!isUiLanguage(language)) throw new AppError('not_found', { what: 'feed', id: c.req.path });
    const { name, tagline } = messages(language).site;
    return { origin: origin(c), language, site: { name, tagline }, body: body === undefined ? null : await feeds.body(body), self: origin(c) + c.req.path };
  };
  const answer = (c: Context, text: string, type: string): Response => c.body(text, 200, { 'Content-Type': type });

  for (const path of ['/feeds/*', '/calendar.ics', '/sitemap.xml', '/sitemaps/*', '/robots.txt']) {
    routes.use(path, compress(), etag({ weak: true }), async (c, next) => {
      await next();
      c.header('Cache-Control', 'public, max-age=300');
      c.header('Access-Control-Allow-Origin', '*');
      c.header('X-Content-Type-Options', 'nosniff');
    });
  }

  for (const prefix of ['/feeds/:lang', '/feeds/:lang/bodies/:body'] as const) {
    routes.get(`${prefix}/meetings.rss`, async (c) => {
      const scope = await scopeOf(c, c.req.param('lang') ?? '', c.req.param('body'));
      return answer(c, rssFeed(scope, await feeds.latest(scope.body)), RSS);
    });
    routes.get(`${prefix}/calendar.ics`, async (c) => {
      const scope = await scopeOf(c, c.req.param('lang') ?? '', c.req.param('body'));
      return answer(c, calendar(scope, await feeds.dated(scope.body)), ICS);
    });
    routes.get(`${prefix}/podcast/:file{[A-Za-z0-9-]+\\.rss}`, async (c) => {
      const scope = await scopeOf(c, c.req.param('lang') ?? '', c.req.param('body'));
      const spoken = (c.req.param('file') ?? '').slice(0, -'.rss'.length);
      if (spoken !== 'floor' && !TAG.test(spoken)) throw new AppError('not_found', { what: 'feed', id: c.req.path });
      const tag = spoken === 'floor' ? 'mul' : spoken;
      return answer(c, podcastFeed(scope, tag, await feeds.episodes(scope, tag)), RSS);
    });
  }
  routes.get('/feeds/:lang/search.rss', async (c) => {
    const scope = await scopeOf(c, c.req.param('lang'));
    const { search, meetings } = await feeds.search(new URL(c.req.url).searchParams, scope.language);
    return answer(c, rssFeed({ ...scope, search, self: `${scope.self}?${search.query}` }, meetings), RSS);
  });
  routes.get('/feeds/:lang/chapters/:file{.+\\.json}', async (c) => {
    const scope = await scopeOf(c, c.req.param('lang'));
    const chapters = chaptersOf(scope, await feeds.meeting(c.req.param('file').slice(0, -'.json'.length)));
    return answer(c, JSON.stringify(chapters), 'application/json+chapters');
  });
  routes.get('/calendar.ics', async (c) => {
    const asked = c.req.query('lang') ?? '';
    const language: UiLanguage = isUiLanguage(asked) ? asked : negotiate(c.req.header('Accept-Language'));
    c.header('Vary', 'Accept-Language', { append: true });
    const scope = await scopeOf(c, language, c.req.query('body'));
    return answer(c, calendar(scope, await feeds.dated(scope.body)), ICS);
  });

  routes.get('/sitemap.xml', async (c) => {
    const numbered = await Promise.all(NUMBERED_SITEMAPS.map(async (kind) =>
      Array.from({ length: await sitemaps.parts(kind) }, (_, n) => `${kind}.xml${n === 0 ? '' : `?part=${n + 1}`}`)));
    const meetings = (await sitemaps.meetingPlaces()).flatMap((place) => ['meetings', 'words'].map((kind) => `${kind}.xml${place === null ? '' : `?before=${encodeURIComponent(place)}`}`));
    return answer(c, sitemapIndex([...numbered.flat(), ...meetings].map((name) => `${origin(c)}/sitemaps/${name}`)), XML);
  });
  for (const kind of NUMBERED_SITEMAPS) {
    routes.get(`/sitemaps/${kind}.xml`, async (c) => answer(c, sitemap(origin(c), await sitemaps.pages(kind, Part.parse(c.req.query('part')))), XML));
  }
  routes.get('/sitemaps/meetings.xml', async (c) => answer(c, sitemap(origin(c), await sitemaps.meetingPages(c.req.query('before') ?? null)), XML));
  routes.get('/sitemaps/words.xml', async (c) => answer(c, sitemap(origin(c), await sitemaps.wordsPages(c.req.query('before') ?? null)), XML));
  // Machine addresses are for programs that know what they want; a search engine finds nothing in them.
  routes.get('/robots.txt', (c) => answer(c, `User-agent: *\nDisallow: /api/\nDisallow: /desk/\nAllow: /\n\nSitemap: ${origin(c)}/sitemap.xml\n`, 'text/plain; charset=utf-8'));
  return routes;
}
