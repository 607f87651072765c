import type { Context } from 'hono';
import { publicActor } from '#access/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { at, documentOf, type Page, type PageSet, type SiteEnv } from '#web/index.ts';
import { findPlace, type Browse, type NamedThing } from '../browse/index.ts';
import { localDay } from '../day.domain.ts';
import type { MeetingFilter, Meetings } from '../meetings.ports.ts';
import { bodyWay, categoryWay, HomePage } from './home-page.tsx';
import { readListing, type ListingDeps } from './lists.ts';
import { browseWords } from './locales/index.ts';
import { PlacePage } from './place-page.tsx';
import { SchedulePage } from './schedule-page.tsx';
import { spanOf, type Span } from './schedule-view.ts';
import { SpeakerPage } from './speaker-page.tsx';

export interface BrowsePagesDeps extends ListingDeps {
  readonly meetings: Pick<Meetings, 'list' | 'listBodies' | 'listCategories'>;
  readonly browse: Browse;
}

// A list holds 200 at most; a month with more is shown day by day.
const MOST_IN_A_SCHEDULE = 200;

/** The front page and all pages that lead to meetings. */
export function browsePages(deps: BrowsePagesDeps): PageSet {
  const { meetings, browse, clock } = deps;
  const actor = publicActor();
  const listing = (c: Context, filter: MeetingFilter) => readListing(deps, filter, c.req.query('before'));
  const nothing = (c: Context) => new AppError('not_found', { what: 'page', id: c.req.path });

  return (site) => {
    site.get('/', async (c) => {
      const [list, bodies, categories] = await Promise.all([listing(c, {}), meetings.listBodies(), meetings.listCategories()]);
      return c.html(documentOf(<HomePage page={c.var.page} listing={list} bodies={bodies} categories={categories} />));
    });

    site.get('/bodies/:slug', async (c) => {
      const { page } = c.var;
      const slug = c.req.param('slug');
      const found = findPlace(await meetings.listBodies(), (body) => body.slug === slug);
      if (!found) throw nothing(c);
      const words = browseWords(page.language).place;
      return c.html(documentOf(
        <PlacePage page={page} kind={words.body} name={found.node.name} above={found.parents.map((body) => bodyWay(page, body))}
          below={found.node.children.map((body) => bodyWay(page, body))} belowTitle={words.bodiesBelow} body={slug} search={{ in: 'body', slug, name: found.node.name }} listing={await listing(c, { body: slug })} />));
    });

    site.get('/categories/:path{.+}', async (c) => {
      const { page } = c.var;
      const path = c.req.param('path');
      const found = findPlace(await meetings.listCategories(), (category) => category.path === path);
      if (!found) throw nothing(c);
      const words = browseWords(page.language).place;
      return c.html(documentOf(
        <PlacePage page={page} kind={words.category} name={found.node.name} above={found.parents.map((category) => categoryWay(page, category))}
          below={found.node.children.map((category) => categoryWay(page, category))} belowTitle={words.categoriesBelow} listing={await listing(c, { category: path })} />));
    });

    site.get('/series/:slug', async (c) => seriesPage(c, await browse.series(c.req.param('slug'))));

    async function seriesPage(c: Context<SiteEnv>, series: NamedThing | null) {
      if (!series) throw nothing(c);
      const { page } = c.var;
      return c.html(documentOf(<PlacePage page={page} kind={browseWords(page.language).place.series} name={series.name} above={[]} below={[]} belowTitle="" search={{ in: 'series', slug: series.slug, name: series.name }} listing={await listing(c, { series: series.slug })} />));
    }

    site.get('/speakers/:slug', async (c) => {
      const speaker = await browse.speaker(c.req.param('slug'));
      if (!speaker) throw nothing(c);
      const list = await listing(c, { speaker: speaker.slug });
      const turns = await browse.turns(speaker.slug, list.recent.meetings.map(({ id }) => id));
      return c.html(documentOf(<SpeakerPage page={c.var.page} speaker={speaker} listing={list} turns={turns} />));
    });

    site.get('/schedule', (c) => c.redirect(at(c.var.page, `schedule/${localDay(clock.now(), 'UTC').slice(0, 7)}`), 302));

    site.get('/schedule/:date', async (c) => {
      const span = spanOf(c.req.param('date'));
      if (!span) throw nothing(c);
      return c.html(documentOf(await schedule(c.var.page, span)));
    });

    async function schedule(page: Page, span: Span) {
      const month = spanOf(span.month) ?? span;
      const [days, around] = await Promise.all([browse.days(month.first, month.last), browse.daysAround(span.first, span.last)]);
      const many = span.of === 'month' && days.reduce((sum, day) => sum + day.meetings, 0) > MOST_IN_A_SCHEDULE;
      const { meetings: found } = many ? { meetings: [] }
        : await meetings.list(actor, { from: span.first, to: span.last, order: 'soonest', limit: MOST_IN_A_SCHEDULE });
      const step = (day: string | null): string | null => (span.of === 'month' ? day?.slice(0, 7) ?? null : day);
      return <SchedulePage page={page} span={span} meetings={found} days={days} before={step(around.before)} after={step(around.after)} />;
    }
  };
}
