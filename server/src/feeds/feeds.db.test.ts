import { XMLParser } from 'fast-xml-parser';
import { parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localOperator } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { SavedSearches } from '#follows/index.ts';
import { createBrowse, createMeetings, parseMeetingYaml } from '#meetings/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { UI_LANGUAGES } from '#platform/i18n/index.ts';
import { createWords, type NewText } from '#words/index.ts';
import type { SearchAnswer } from '#search/index.ts';
import { Feeds, feedRoutes, Sitemaps, type FeedMedia } from './index.ts';
import { sitemap } from './sitemap.domain.ts';

const NOTHING_SAID: SearchAnswer = {
  total: 0, capped: false, loose: false, building: false, moments: [], suggestion: null, concepts: [],
  facets: { body: [], series: [], speaker: [], capacity: [], agenda: [], topic: [], spoken: [], channel: [], year: [] },
};
const AWKWARD = 'Réforme: «A & B <c>», "d"; e\\f, \'g\'';
const REFORM = `schema: openfloor/meeting/1
slug: reform
title: { en: "Reform, of <b>everything</b> & more", fr: ${JSON.stringify(AWKWARD)}, ar: "إصلاح قطاع الأمن: الجلسة المفتوحة بشأن صون السلم والأمن الدوليين في جميع أنحاء العالم" }
description: { en: "First; line, with\\nsecond" }
body: { slug: council, name: { en: Council, fr: Conseil }, parent: { slug: assembly, name: { en: Assembly } } }
starts: 2020-12-03T10:00:00-05:00
timezone: America/New_York
symbol: S/2020/1
series: { slug: réforme, title: { fr: Réforme } }
topics: [ { slug: police, label: { en: Police } } ]
categories: [ { path: debates, name: { en: Debates } } ]
rights: { licence: CC-BY-4.0, url: "https://creativecommons.org/licenses/by/4.0/", holder: The Council, notice: { fr: "Utilisation libre" } }
interventions:
  - { speaker: { en: Jane Doe }, capacity: { en: South Africa }, language: en, start: 12.5, end: 95 }
  - { speaker: { en: Jean Dupont }, language: fr, start: 100 }
recording:
  channels:
    - { id: floor, role: floor, language: mul, file: a.mkv, track: 0 }
    - { id: fr-auto, role: machine-voice, language: fr, file: a.mkv, track: 1 }
    - { id: fr, role: interpretation, language: fr, file: a.mkv, track: 2 }
`;
const LATER = `schema: openfloor/meeting/1
slug: later
title: { en: "Later" }
starts: 2031-01-05T09:00:00Z
ends: 2031-01-05T12:00:00Z
`;

let database: Database;
let routes: Hono;
let id: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const meetings = createMeetings({ database, clock: systemClock, audit: createAuditLog(database) });
  const operator = localOperator();
  for (const [yaml, step] of [[REFORM, 'publish'], [LATER, 'schedule']] as const) {
    const parsed = parseMeetingYaml(yaml);
    if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
    await database.transaction(async (tx) => {
      const { meeting } = await meetings.upsertFromFolder(operator, tx, parsed.folder);
      await meetings.setState(operator, tx, meeting.id, step);
      id = step === 'publish' ? meeting.id : id;
    });
  }
  const words = createWords({ database, clock: systemClock, audit: createAuditLog(database) });
  const said = (channel: string, language: string): NewText => ({
    kind: 'transcript', channel, language, status: 'edited', provenance: null, segments: [{ startMs: 13_000, endMs: 15_000, text: 'One', speaker: null, language: null, words: null }],
  });
  await database.transaction((tx) => words.bring(operator, tx, id, said('floor', 'mul')));
  await database.transaction((tx) => words.bring(operator, tx, id, said('fr', 'fr')));
  const media = (meeting: string): FeedMedia => ({
    state: 'complete', hls: `/media/${meeting}/master.m3u8`, poster: null, hasPicture: true, durationMs: 180_400,
    channels: ['floor', 'fr-auto', 'fr'].map((key) => ({ key, sound: key === 'floor' ? [`/media/${meeting}/1.mp4`, `/media/${meeting}/2.mp4`] : [`/media/${meeting}/${key}.mp4`] })),
  });
  routes = feedRoutes({
    publicUrl: 'https://tv.example.org',
    sitemaps: new Sitemaps({ meetings, browse: createBrowse({ database }), words }),
    feeds: new Feeds({ meetings, searches: new SavedSearches({ meetings, browse: createBrowse({ database }), moments: { find: async () => NOTHING_SAID } }), media: { forMeetings: async (ids) => new Map(ids.map((one) => [one, media(one)])), sizeOf: async () => 1000 }, words: { textFor: async (_meeting, { key, language }) => (key === 'fr' ? { language } : null) } }),
  });
});
afterAll(() => database.close());

async function get(path: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await routes.request(path, { headers });
  expect(response.status, path).toBe(200);
  return response.text();
}

describe('RSS', () => {
  it('is read by a feed reader, in the language of its address', async () => {
    const { title, language, items = [], atom } = parseRssFeed(await get('/feeds/fr/meetings.rss'));
    expect([title, language, atom?.links?.[0]?.href]).toEqual(['Openfloor', 'fr', 'https://tv.example.org/feeds/fr/meetings.rss']);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      title: AWKWARD, link: 'https://tv.example.org/fr/meetings/reform', guid: { value: `urn:uuid:${id}`, isPermaLink: false }, categories: [{ name: 'Debates' }],
    });
    expect(items[0]?.dc).toMatchObject({ rights: ['CC-BY-4.0 (https://creativecommons.org/licenses/by/4.0/)', 'The Council', 'Utilisation libre'] });
    expect(parseRssFeed(await get('/feeds/en/meetings.rss')).items?.[0]?.title).toBe('Reform, of <b>everything</b> & more');
  });

  it('is one per body, with the bodies below it', async () => {
    expect(parseRssFeed(await get('/feeds/en/bodies/assembly/meetings.rss'))).toMatchObject({ title: 'Assembly · Openfloor', items: [{ link: 'https://tv.example.org/en/meetings/reform' }] });
    expect(parseRssFeed(await get('/feeds/fr/bodies/council/meetings.rss')).link).toBe('https://tv.example.org/fr/bodies/council');
  });
});

describe('RSS of a search', () => {
  it('has what the search finds, and leads to it', async () => {
    const feed = parseRssFeed(await get('/feeds/fr/search.rss?sort=oldest&q=%C3%A9verything+reform&body=council'));
    expect(feed).toMatchObject({ title: '« éverything reform » · Conseil · Openfloor', link: 'https://tv.example.org/fr/search?body=council&q=%C3%A9verything+reform', items: [{ guid: { value: `urn:uuid:${id}` } }] });
    expect(feed.atom?.links?.[0]?.href).toBe('https://tv.example.org/feeds/fr/search.rss?body=council&q=%C3%A9verything+reform');
    expect(parseRssFeed(await get('/feeds/en/search.rss?q=nowhere')).items ?? []).toEqual([]);
  });

  it('of nothing is no feed', async () => {
    const answered = new Hono().onError((error, c) => c.text(error.message, 404)).route('/', routes);
    expect(await (await answered.request('/feeds/en/search.rss?sort=newest')).text()).toBe('There is no search sort=newest.');
  });
});

describe('podcasts', () => {
  it('carry the human interpretation in the language, with chapters and the other languages', async () => {
    const feed = parseRssFeed(await get('/feeds/en/podcast/fr.rss'));
    expect(feed).toMatchObject({ title: 'Openfloor (French)', language: 'fr', itunes: { explicit: false, image: 'https://tv.example.org/media/artwork/en-fr.jpg', categories: [{ text: 'Government' }] }, podcast: { guid: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) as string } });
    const [item] = feed.items ?? [];
    expect(item?.enclosures).toEqual([{ url: `https://tv.example.org/media/${id}/fr.mp4`, length: 1000, type: 'audio/mp4' }]);
    expect(item).toMatchObject({ itunes: { duration: 180 }, pubDate: 'Thu, 03 Dec 2020 15:00:00 GMT' });
    expect(item?.podcast).toMatchObject({ chapters: { url: 'https://tv.example.org/feeds/en/chapters/reform.json', type: 'application/json+chapters' }, license: { display: 'CC-BY-4.0' } });
    expect(item?.podcast?.transcripts).toEqual([
      { url: 'https://tv.example.org/en/meetings/reform/words/fr', type: 'text/html', language: 'fr' },
      { url: 'https://tv.example.org/api/v1/meetings/reform/texts/fr?format=vtt', type: 'text/vtt', language: 'fr', rel: 'captions' },
      { url: 'https://tv.example.org/api/v1/meetings/reform/texts/fr?format=srt', type: 'application/x-subrip', language: 'fr', rel: 'captions' },
      { url: 'https://tv.example.org/api/v1/meetings/reform/texts/fr?format=podcast', type: 'application/json', language: 'fr' },
    ]);
    expect(item?.podcast?.persons?.map(({ display }) => display)).toEqual(['Jane Doe', 'Jean Dupont']);
    expect(item?.podcast?.alternateEnclosures?.map(({ lang }) => lang)).toEqual(['mul', 'fr']);
  });

  it('carry the floor, and in a meeting of parts one file of them all', async () => {
    const [item] = parseRssFeed(await get('/feeds/ru/podcast/floor.rss')).items ?? [];
    expect(item?.podcast?.transcripts).toBeUndefined();
    expect(item?.enclosures).toEqual([{ url: `https://tv.example.org/media/${id}/download.m4a?ch=floor`, length: 2000, type: 'audio/mp4' }]);
    expect(parseRssFeed(await get('/feeds/ru/bodies/council/podcast/floor.rss')).itunes?.image).toBe('https://tv.example.org/media/artwork/bodies/council/ru-floor.jpg');
    expect(parseRssFeed(await get('/feeds/en/podcast/es.rss')).items ?? []).toEqual([]);
  });

  it('have chapters in the form of Podcasting 2.0', async () => {
    expect(JSON.parse(await get('/feeds/en/chapters/reform.json'))).toEqual({
      version: '1.2.0', title: 'Reform, of <b>everything</b> & more', chapters: [
        { startTime: 12.5, endTime: 95, title: 'Jane Doe (South Africa)', url: 'https://tv.example.org/en/meetings/reform?t=12' },
        { startTime: 100, title: 'Jean Dupont', url: 'https://tv.example.org/en/meetings/reform?t=100' },
      ],
    });
  });
});

describe('calendars', () => {
  it.each(['/calendar.ics?lang=ar', '/feeds/ar/calendar.ics'])('%s is read by a calendar program', async (path) => {
    const text = await get(path);
    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    const events = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    expect(events.map((event) => [event.startDate.toJSDate().toISOString(), event.endDate.toJSDate().toISOString()])).toEqual([
      ['2031-01-05T09:00:00.000Z', '2031-01-05T12:00:00.000Z'], ['2020-12-03T15:00:00.000Z', '2020-12-03T15:00:00.000Z'],
    ]);
    expect(events[1]?.summary).toBe('إصلاح قطاع الأمن: الجلسة المفتوحة بشأن صون السلم والأمن الدوليين في جميع أنحاء العالم');
    expect(events[1]?.description).toBe('S/2020/1\nmul, fr\nhttps://tv.example.org/ar/meetings/reform');
  });

  it('keep commas, semicolons and backslashes, and are one per body', async () => {
    const [calendar] = [ICAL.parse(await get('/calendar.ics?lang=fr&body=council')) as ConstructorParameters<typeof ICAL.Component>[0]];
    const events = new ICAL.Component(calendar).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    expect(events.map(({ summary }) => summary)).toEqual([AWKWARD]);
  });
});

describe('sitemaps', () => {
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => ['sitemap', 'url', 'xhtml:link'].includes(name) });
  const read = async (path: string): Promise<unknown> => {
    const text = await get(path);
    return parser.parse(text);
  };

  it('lead to each page in each language, and from each to the others', async () => {
    const index = await read('/sitemap.xml') as { sitemapindex: { sitemap: { loc: string }[] } };
    const addresses = index.sitemapindex.sitemap.map(({ loc }) => loc);
    expect(addresses).toEqual(['site', 'series', 'topics', 'speakers', 'meetings', 'words'].map((kind) => `https://tv.example.org/sitemaps/${kind}.xml`));
    const { urlset } = await read('/sitemaps/meetings.xml') as { urlset: { url: { 'loc': string; 'xhtml:link': { '@_hreflang': string; '@_href': string }[] }[] } };
    expect(urlset.url.map(({ loc }) => loc)).toEqual(['later', 'reform'].flatMap((slug) => UI_LANGUAGES.map((language) => `https://tv.example.org/${language}/meetings/${slug}`)));
    for (const { 'xhtml:link': links } of urlset.url) expect(links.map((link) => link['@_hreflang'])).toEqual(UI_LANGUAGES);
    const pages = async (kind: string) => ((await read(`/sitemaps/${kind}.xml`)) as { urlset: { url: { loc: string }[] } }).urlset.url
      .flatMap(({ loc }) => (loc.startsWith('https://tv.example.org/es/') ? [loc.slice('https://tv.example.org/es/'.length)] : []));
    expect(await pages('site')).toEqual(['', 'help', 'about', 'accessibility', 'topics', 'bodies/assembly', 'bodies/council', 'categories/debates', 'schedule/2020-12', 'schedule/2031-01']);
    expect([await pages('series'), await pages('topics'), await pages('speakers')]).toEqual([['series/r%C3%A9forme'], ['topics/police'], ['speakers/jane-doe', 'speakers/jean-dupont']]);
    const texts = await read('/sitemaps/words.xml') as { urlset: { url: { loc: string; lastmod: string }[] } };
    expect(texts.urlset.url.map(({ loc }) => loc.slice('https://tv.example.org/'.length))).toEqual([...UI_LANGUAGES.map((language) => `${language}/meetings/reform/words/floor`), 'fr/meetings/reform/words/fr']);
    for (const path of ['/sitemaps/site.xml?part=2', '/sitemaps/speakers.xml?part=9']) expect(await get(path)).not.toContain('<url>');
    expect(await get('/robots.txt')).toContain('Sitemap: https://tv.example.org/sitemap.xml');
  });
});

describe('every feed', () => {
  it('answers "not changed" to those who have it, and may be read by any site', async () => {
    const first = await routes.request('/feeds/en/meetings.rss');
    expect([first.headers.get('Access-Control-Allow-Origin'), first.headers.get('Cache-Control')]).toEqual(['*', 'public, max-age=300']);
    const again = await routes.request('/feeds/en/meetings.rss', { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});

describe('the sitemaps of a large site', () => {
  it('are as many as the protocol wants', async () => {
    const slugs = Array.from({ length: 2500 }, (_, n) => `speaker-${n}`);
    const sitemaps = new Sitemaps({
      meetings: { list: async () => ({ meetings: [], next: null }), listBodies: async () => [], listCategories: async () => [] },
      browse: { addresses: async (_, offset, limit) => slugs.slice(offset, offset + limit), countAddresses: async () => slugs.length, months: async () => [] },
      words: { pagesOf: async () => [] },
    });
    const parts = await Promise.all(Array.from({ length: await sitemaps.parts('speakers') }, (_, n) => sitemaps.pages('speakers', n + 1)));
    expect(parts.map(({ length }) => length)).toEqual([1000, 1000, 500]);
    expect(parts.flat().map(({ path }) => path)).toEqual(slugs.map((slug) => `speakers/${slug}`));
    for (const pages of parts) {
      const text = sitemap('https://a-site-with-a-long-name.example.org', pages);
      expect([text.split('<url>').length - 1 <= 50_000, Buffer.byteLength(text) < 50_000_000]).toEqual([true, true]);
    }
  });
});
