import { describe, expect, it } from 'vitest';
import { AppError } from '#platform/errors/index.ts';
import { UI_LANGUAGES } from '#platform/i18n/index.ts';
import type { FoundMoment, SearchAnswer, SearchQuestion } from '#search/index.ts';
import { browseSite, linksIn, NOTHING_SAID } from '../browse-site.test-support.ts';
import { browseWords } from '../locales/index.ts';
import { findOf, textsOf } from './moment-hit.tsx';

const MOMENT: FoundMoment = {
  meeting: { id: 'm', slug: 'water', title: { en: 'Drinking water', fr: 'Eau potable' }, body: { slug: 'council', name: { en: 'Council', fr: 'Conseil' } }, starts: '2026-03-01T01:00:00Z', timezone: 'America/New_York', symbol: 'W/1' },
  start: 63_000, end: 90_000, speaker: { slug: 'ana', name: { en: 'Ana <i>Ruiz</i>' } }, capacity: { en: 'Chair' }, agenda: null, spoken: 'ar', topics: ['wells'], score: 1,
  floor: { channel: 'floor', kind: 'transcript', language: 'mul', text: 'المياه حق للجميع', marks: [{ from: 0, to: 6 }], at: 63_400 },
  reader: { channel: 'fr', kind: 'transcript', language: 'fr', text: 'L’eau <est> un droit pour tous', marks: [{ from: 2, to: 5 }], at: 65_900 },
  match: { channel: 'en', kind: 'transcript', language: 'en', text: 'Water is a right', marks: [{ from: 0, to: 5 }], at: 64_100, by: 'words' },
};
const ANSWER: SearchAnswer = {
  ...NOTHING_SAID, total: 41, moments: [MOMENT], suggestion: 'waters', concepts: [{ slug: 'wells', label: { en: 'Wells', fr: 'Puits' } }],
  facets: { ...NOTHING_SAID.facets, capacity: [{ value: 'Chair', name: { en: 'Chair' }, count: 30 }, { value: 'France & co', name: { fr: 'France & co' }, count: 11 }], spoken: [{ value: 'ar', name: null, count: 40 }, { value: 'zh', name: null, count: 1 }], year: [{ value: '2026', name: null, count: 40 }, { value: '2020', name: null, count: 1 }] },
};

const siteWith = async (answer: SearchAnswer, asked: SearchQuestion[] = []) => browseSite({}, async (question) => {
  asked.push(question);
  return answer;
});

describe('what was said', () => {
  it('stands in the words of the floor beside those of the reader, with who and where, and plays in the channel of the reader at its second', async () => {
    await using site = await siteWith(ANSWER);
    const html = await site.read('/fr/search?q=eau');
    expect(html).toContain('<blockquote lang="ar" dir="rtl"><mark>المياه</mark> حق للجميع</blockquote>');
    expect(html).toContain('<blockquote>L’<mark>eau</mark> &lt;est&gt; un droit pour tous</blockquote>');
    expect(html).toContain('Ana &lt;i&gt;Ruiz&lt;/i&gt;');
    expect(linksIn(html)).toEqual(expect.arrayContaining(['/fr/meetings/water?t=1m05s&amp;ch=fr&amp;find=eau', '/fr/speakers/ana', '/fr/meetings/water']));
    expect(html).toContain('28 février 2026');
    expect(html).toContain('41 moments trouvés');
  });

  it('opens the floor where nobody says it in the language of the reader', async () => {
    await using site = await siteWith({ ...ANSWER, moments: [{ ...MOMENT, reader: null }] });
    expect(linksIn(await site.read('/ru/search?q=eau'))).toContain(`/ru/meetings/water?t=1m03s&amp;ch=floor&amp;find=${encodeURIComponent('المياه')}`);
  });

  it('is narrowed down by a press, and each step can be taken back', async () => {
    const asked: SearchQuestion[] = [];
    await using site = await siteWith(ANSWER, asked);
    const html = await site.read('/fr/search?q=eau&capacity=Chair&page=2&sort=newest&exact=1');
    expect(asked[0]).toEqual({ text: 'eau', language: 'fr', filters: { capacity: 'Chair' }, order: 'newest', offset: 20, limit: 20, concepts: false });
    const links = linksIn(html);
    expect(links).toContain('?q=eau&amp;capacity=Chair&amp;sort=newest&amp;exact=1&amp;spoken=zh');
    expect(links).toContain('?q=eau&amp;capacity=Chair&amp;sort=newest&amp;exact=1&amp;from=2020-01-01&amp;to=2020-12-31');
    expect(links).toContain('?q=eau&amp;sort=newest&amp;exact=1');
    expect(links).not.toContain('?q=eau&amp;capacity=France');
    expect(links).toContain('?q=eau&amp;capacity=Chair&amp;sort=newest&amp;exact=1&amp;page=3');
    expect(html).toContain('<input type="hidden" name="capacity" value="Chair"/>');
    expect(html).toContain('<ol class="hits" start="21">');
  });

  it('names what it is narrowed down to, whether or not anything was found', async () => {
    const asked: SearchQuestion[] = [];
    await using site = await siteWith(NOTHING_SAID, asked);
    const html = await site.read('/fr/search?q=x&body=council&series=rivers&topic=wells&speaker=ana-i-ruiz-i&meeting=water&original=only&symbol=W/1&from=2026-02-01&spoken=es');
    expect(asked[0]?.filters).toMatchObject({ original: 'only', symbol: 'W/1', spoken: 'es' });
    const chips = html.slice(html.indexOf('<ul class="active-filters"'));
    const { symbol, originalOnly } = browseWords('fr').search.moments;
    for (const text of ['Conseil', 'Rivers', 'Wells', 'Eau potable', `${symbol} : <bdi>W/1</bdi>`, originalOnly, '1 février 2026', 'espagnol']) expect(chips.slice(0, chips.indexOf('</ul>'))).toContain(text);
    expect(html).toContain('name="original" value="only" checked=""');
  });

  it('keeps what meetings are narrowed down to, and says it, where they are shown', async () => {
    await using site = await siteWith(NOTHING_SAID);
    const html = await site.read('/en/search?q=potable&series=rivers');
    expect(html).toContain('<input type="hidden" name="series" value="rivers"/>');
    expect(linksIn(html)).toEqual(expect.arrayContaining(['?q=potable', '/en/meetings/water']));
  });

  it('offers the less frequent values at a press', async () => {
    const speaker = Array.from({ length: 12 }, (_, n) => ({ value: `s${n}`, name: { en: `Speaker ${n}` }, count: 20 - n }));
    await using site = await siteWith({ ...ANSWER, facets: { ...ANSWER.facets, speaker } });
    const html = await site.read('/en/search?q=water');
    const more = html.slice(html.indexOf('<details class="facet-more">'));
    expect([html.includes('?q=water&amp;speaker=s7'), more.includes('speaker=s7'), more.includes('speaker=s8'), more.includes('speaker=s11')]).toEqual([true, false, true, true]);
  });

  it('says how the words were taken, and takes them otherwise at a press', async () => {
    await using site = await siteWith({ ...ANSWER, loose: true, capped: true });
    const html = await site.read('/en/search?q=watre');
    expect(linksIn(html)).toEqual(expect.arrayContaining(['?q=waters', '?q=watre&amp;exact=1']));
    for (const text of [browseWords('en').search.moments.loose, browseWords('en').search.moments.capped, 'More than 41 moments found', '<strong><bdi>Wells</bdi></strong>']) expect(html).toContain(text);
  });

  it('says so where it can’t be searched, and shows meetings all the same', async () => {
    await using site = await browseSite({}, async () => { throw new AppError('search_away'); });
    for (const language of UI_LANGUAGES) {
      const html = await site.read(`/${language}/search?q=W/1`);
      expect(html).toContain(browseWords(language).search.moments.away);
      expect(linksIn(html)).toContain(`/${language}/meetings/water`);
    }
    // What narrows down moments only says nothing of a meeting.
    expect(linksIn(await site.read('/en/search?q=W/1&capacity=Chair'))).toContain('/en/meetings/water');
    expect(linksIn(await site.read('/en/topics/wells'))).toContain('/en/meetings/water');
  });

  it('says so where some of it may be missing', async () => {
    await using site = await siteWith({ ...ANSWER, building: true });
    expect(await site.read('/fr/search?q=eau')).toContain(browseWords('fr').search.moments.building);
  });

  it('stands beside meetings, each with how many there are', async () => {
    await using site = await siteWith(ANSWER);
    const both = await site.read('/en/search?q=water');
    expect(both).toContain('<a href="?q=water&amp;show=moments" aria-current="true">What was said <span class="count">41</span></a>');
    expect(both).not.toContain('id="body"');
    const meetings = await site.read('/en/search?q=water&show=meetings');
    expect(meetings).toContain('1 meeting found');
    expect(meetings).toContain('<input type="hidden" name="show" value="meetings"/>');
    // A place in the tree of categories is known of meetings alone.
    expect(await site.read('/en/search?q=water&category=events')).toContain('1 meeting found');
  });

  it('that nobody said gives way to meetings, and to what may have been meant', async () => {
    await using site = await siteWith({ ...NOTHING_SAID, suggestion: 'water' });
    const html = await site.read('/en/search?q=watre');
    expect(html).toContain(browseWords('en').search.none);
    expect(linksIn(html)).toContain('?q=water');
  });

  it.each(UI_LANGUAGES)('is told of in %s, in little more than nothing', async (language) => {
    await using site = await siteWith({ ...ANSWER, moments: Array(20).fill(MOMENT) as FoundMoment[] });
    const html = await site.read(`/${language}/search?q=eau`);
    expect(html).toContain(browseWords(language).search.moments.onlyWords);
    expect(html.match(/<li class="hit">/g)).toHaveLength(20);
  });
});

describe('what is looked for in the meeting', () => {
  it.each([
    ['a new well was dug', [[2, 5], [6, 10]], 'new well'],
    ['a new, deep well', [[2, 5], [12, 16]], 'well'],
    ['nothing of it', [], ''],
  ] as const)('%s', (text, marks, found) => {
    expect(findOf({ text, marks: marks.map(([from, to]) => ({ from, to })) })).toBe(found);
  });

  it('is the question’s own words rather than what they name', () => {
    const text = 'officers of the law';
    expect(findOf({ text, marks: [{ from: 0, to: 8, named: true }, { from: 16, to: 19 }] })).toBe('law');
    expect(findOf({ text, marks: [{ from: 0, to: 8, named: true }] })).toBe('officers');
  });
});

describe('the texts of a moment', () => {
  const { floor, reader, match } = MOMENT;
  const unmarked = { ...MOMENT, floor: floor && { ...floor, marks: [] }, reader: reader && { ...reader, marks: [] } };
  it('are those of the floor and of the reader, and where nothing was found in them, the one that has it', () => {
    expect(textsOf(MOMENT)).toEqual([floor, reader]);
    expect(textsOf(unmarked)).toEqual([unmarked.floor, unmarked.reader, match]);
    expect(textsOf({ ...MOMENT, floor: null })).toEqual([reader]);
    expect(textsOf({ ...MOMENT, floor: null, reader: null })).toEqual([match]);
  });

  it('have each language once, in the text in which more was found', () => {
    expect(textsOf({ ...MOMENT, reader: { ...match, language: 'ar-SA' } })).toEqual([floor]);
    expect(textsOf({ ...unmarked, match: { ...match, language: 'fr-CA', kind: 'record' } })).toEqual([unmarked.floor, { ...match, language: 'fr-CA', kind: 'record' }]);
  });
});
