import { describe, expect, it } from 'vitest';
import { UI_LANGUAGES } from '#platform/i18n/index.ts';
import { messages } from '#web/index.ts';
import { browseSite, linksIn } from './browse-site.test-support.ts';
import { browseWords } from './locales/index.ts';

const en = browseWords('en');

describe('the front page', () => {
  it('begins with what takes place, then what comes, then the latest; and leads to bodies and categories', async () => {
    await using site = await browseSite();
    const html = await site.read('/en/');
    const order = [en.home.now, 'meetings/under-way', messages('en').home.coming, 'meetings/to-come', messages('en').home.recent, 'meetings/water'];
    const places = order.map((text) => html.indexOf(text, html.indexOf('columns')));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(linksIn(html)).toEqual(expect.arrayContaining(['/en/bodies/union', '/en/bodies/council', '/en/categories/events', '/en/categories/events/council']));
    expect(html).not.toMatch(/secret|Missed/);
    expect(html).toContain('<form class="search-box" action="/en/search" role="search">');
  });

  it.each(UI_LANGUAGES)('is in %s', async (language) => {
    await using site = await browseSite();
    const html = await site.read(`/${language}/`);
    expect(html).toContain(browseWords(language).home.now);
    // What there is in English only is marked as English, except on the English page.
    expect(html.includes('<span lang="en" dir="ltr">Under way</span>')).toBe(language !== 'en');
  });
});

describe('the field on the page of a speaker, a body, an agenda item and a topic', () => {
  it.each(UI_LANGUAGES)('searches in what was said there: in %s', async (language) => {
    await using site = await browseSite();
    const { within } = browseWords(language).search;
    for (const [path, place, slug, label] of [
      ['bodies/council', 'body', 'council', within.body], ['series/rivers', 'series', 'rivers', within.series], ['topics/wells', 'topic', 'wells', within.topic],
      ['speakers/ana-i-ruiz-i', 'speaker', 'ana-i-ruiz-i', within.speaker.replace('{name}', 'Ana &lt;i&gt;Ruiz&lt;/i&gt;')],
    ] as const) {
      const html = await site.read(`/${language}/${path}`);
      const form = html.slice(html.indexOf('<form class="search-box search-within"'), html.indexOf('</form>'));
      expect(form).toContain(`action="/${language}/search"`);
      expect(form).toContain(`<label for="q">${label}</label>`);
      expect(form).toContain(`<input type="hidden" name="${place}" value="${slug}"/><input type="hidden" name="show" value="moments"/>`);
    }
  });

  it('is not where there is nothing', async () => {
    await using site = await browseSite({ series: async () => ({ slug: 'empty', name: { en: 'Empty' }, uri: null }) });
    expect(await site.read('/en/series/empty')).not.toContain('search-within');
  });
});

describe('the page of a body', () => {
  it('has the meetings of all bodies below it, the way up and the way down', async () => {
    await using site = await browseSite();
    const union = await site.read('/fr/bodies/union');
    expect(linksIn(union)).toEqual(expect.arrayContaining(['/fr/meetings/water', '/fr/meetings/under-way', '/fr/meetings/to-come', '/fr/bodies/council']));
    expect(union).toContain('<h1><bdi>L’Union</bdi></h1>');
    const council = await site.read('/fr/bodies/council');
    expect(linksIn(council)[0]).toBe('/fr/bodies/union');
    expect(linksIn(council)).not.toContain('/fr/meetings/under-way');
    expect(council).toContain('<link rel="canonical" href="https://tv.example/fr/bodies/council"/>');
  });
});

describe('following a place', () => {
  it('leads to its news, its dates, and a podcast in each language that is heard there', async () => {
    await using site = await browseSite();
    const feeds = (html: string) => linksIn(html).filter((link) => link.startsWith('/feeds/'));
    const home = await site.read('/zh/');
    expect(feeds(home).slice(0, 3)).toEqual(['/feeds/zh/meetings.rss', '/feeds/zh/calendar.ics', '/feeds/zh/podcast/floor.rss']);
    expect(home).toMatch(/href="\/feeds\/zh\/podcast\/es\.rss" hreflang="es"[^>]*><span>西班牙语<\/span> <bdi class="quiet" lang="es">Español</);
    const council = await site.read('/fr/bodies/council');
    expect(feeds(council)).toEqual(expect.arrayContaining(['/feeds/fr/bodies/council/meetings.rss', '/feeds/fr/bodies/council/calendar.ics', '/feeds/fr/bodies/council/podcast/es.rss']));
    expect(council).toMatch(/<link rel="alternate" type="application\/rss\+xml" href="\/feeds\/fr\/bodies\/council\/meetings\.rss"/);
    expect(feeds(await site.read('/fr/topics/wells'))).toEqual([]);
  });
});

describe('pages of categories, series and topics', () => {
  it.each(['categories/events', 'categories/events/council', 'series/rivers', 'topics/wells'])('%s has its meeting', async (path) => {
    await using site = await browseSite();
    expect(linksIn(await site.read(`/en/${path}`))).toContain('/en/meetings/water');
  });

  it('of a topic leads to its vocabulary', async () => {
    await using site = await browseSite();
    expect(await site.read('/en/topics/wells')).toContain('href="https://example.org/wells"');
  });
});

describe('the page of a speaker', () => {
  it('leads to each moment at its second', async () => {
    await using site = await browseSite();
    const html = await site.read('/en/speakers/ana-i-ruiz-i');
    expect(linksIn(html)).toEqual(expect.arrayContaining(['/en/meetings/water?t=1m03s', '/en/meetings/water?t=1h02m03s']));
    expect(html).toContain('Ana &lt;i&gt;Ruiz');
    expect(html).toContain('<ul class="capacities"><li><bdi>Chair</bdi></li></ul>');
  });
});

describe('the schedule', () => {
  it('puts each meeting on the day of its own place', async () => {
    await using site = await browseSite();
    const march = await site.read('/en/schedule/2026-03');
    expect(march).not.toContain('/meetings/water');
    expect(linksIn(march)).toEqual(expect.arrayContaining(['/en/meetings/missed', '/en/meetings/under-way', '/en/meetings/to-come', '/en/schedule/2026-02']));
    const day = await site.read('/en/schedule/2026-02-28');
    expect(day).toContain('Saturday, 28 February 2026');
    expect(day).toContain('New York time');
    expect(linksIn(day)).toEqual(expect.arrayContaining(['/en/meetings/water', '/en/schedule/2026-03-01']));
    expect(linksIn(await site.read('/en/schedule/2026-03-13'))).toEqual(expect.arrayContaining(['/en/meetings/to-come', '/en/schedule/2026-03-12']));
  });

  it('lists the days of a month that has too many meetings for one page', async () => {
    await using site = await browseSite({ days: async () => [{ day: '2026-03-12', meetings: 150 }, { day: '2026-03-13', meetings: 51 }] });
    const html = await site.read('/en/schedule/2026-03');
    expect(html).toContain('150 meetings');
    expect(linksIn(html)).toContain('/en/schedule/2026-03-13');
    expect(html).not.toContain('class="entry"');
  });

  it('names the days of the week as each language writes them', async () => {
    await using site = await browseSite();
    expect(await site.read('/ar/schedule/2026-03')).toContain('<th scope="col" abbr="الأحد">ح</th>');
    expect(await site.read('/fr/schedule/2026-03')).toContain('<th scope="col" abbr="lundi">lun.</th>');
  });

  it('begins with the month of today, and says when there is nothing', async () => {
    await using site = await browseSite();
    expect((await site.app.request('/ar/schedule')).headers.get('Location')).toBe('/ar/schedule/2026-03');
    const empty = await site.read('/ru/schedule/2027-01');
    expect(empty).toContain(browseWords('ru').schedule.none);
    expect(empty).toContain('noindex');
    expect(linksIn(empty)).toContain('/ru/schedule/2026-03');
  });
});

describe('addresses that lead nowhere', () => {
  it.each(['bodies/none', 'categories/none/at/all', 'series/none', 'topics/none', 'speakers/none', 'schedule/2026-13', 'schedule/today', 'bodies/%00'])('%s', async (path) => {
    await using site = await browseSite();
    const answer = await site.app.request(`/zh/${path}`, { headers: { Accept: 'text/html' } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(messages('zh').errors.notFound);
  });

  it('say that a place to go on from is none', async () => {
    await using site = await browseSite();
    expect((await site.app.request('/en/?before=nonsense', { headers: { Accept: 'text/html' } })).status).toBe(400);
  });
});

describe('the search', () => {
  it('finds in one language what is shown in another, and pages of that name', async () => {
    await using site = await browseSite();
    const html = await site.read(`/en/search?q=${encodeURIComponent('مياه الشرب')}`);
    expect(html).toContain('1 meeting found');
    expect(linksIn(html)).toContain('/en/meetings/water');
    expect(linksIn(await site.read('/fr/search?q=ruiz'))).toEqual(expect.arrayContaining(['/fr/speakers/ana-i-ruiz-i', '/fr/meetings/water']));
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/assets/search.js" fetchpriority="low">']);
  });

  it('keeps what was asked in the form, and escapes it', async () => {
    await using site = await browseSite();
    const html = await site.read('/en/search?q=%22%3E%3Cb%3E&body=council&language=es&from=2026-01-01');
    expect(html).toContain('value="&quot;&gt;&lt;b&gt;"');
    expect(html).toContain('<option value="council" selected="">');
    expect(html).toContain('<option value="es" selected="">');
    expect(html).toContain('value="2026-01-01"');
  });

  it('says what to do when nothing is found, and how to go without filters', async () => {
    await using site = await browseSite();
    const html = await site.read('/es/search?q=water&from=2027-01-01');
    expect(html).toContain(browseWords('es').search.none);
    expect(linksIn(html)).toContain('?q=water');
  });

  it('leaves out what it can’t use, and says so', async () => {
    await using site = await browseSite();
    const html = await site.read(`/en/search?q=${'x'.repeat(300)}&from=2026-02-31&to=yesterday&body=nobody&language=tlh`);
    for (const problem of [en.search.badDate, en.search.unknown, en.search.tooLong]) expect(html).toContain(problem);
    expect(await site.read('/en/search?from=2026-03-02&to=2026-03-01')).toContain(en.search.badRange);
    expect((await site.app.request('/en/search?q=%00%ff')).status).toBe(200);
  });

  it('asks before it answers', async () => {
    await using site = await browseSite();
    expect(await site.read('/en/search')).not.toContain('id="results"');
    expect(await site.read('/en/search?sort=oldest')).not.toContain('id="results"');
  });

  it('has the order that was chosen, and goes on in it', async () => {
    await using site = await browseSite();
    const html = await site.read('/ar/search?from=2000-01-01&sort=oldest');
    expect(html).toContain(`<option value="oldest" selected="">${browseWords('ar').search.sorts.oldest}</option>`);
    const meetings = (text: string) => linksIn(text).filter((link) => link.includes('/meetings/'));
    const [oldest, newest] = [meetings(html), meetings(await site.read('/ar/search?from=2000-01-01&sort=newest'))];
    expect(oldest.length).toBeGreaterThan(1);
    expect(oldest).toEqual(newest.toReversed());
  });
});
