import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { AppError } from '#platform/errors/index.ts';
import { UI_LANGUAGES } from '#platform/i18n/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { createPages, messages } from '#web/index.ts';
import type { MeetingDetail } from '../meeting-detail.domain.ts';
import type { WatchableMedia } from './media.ports.ts';
import type { SpokenText } from './words.ports.ts';
import { meetingPages } from './meetings.pages.tsx';
import { sampleMedia, sampleMeeting } from './sample.test-support.ts';

const others = [{ ...sampleMeeting, id: 'other', slug: 'police', title: { en: 'Police' } }];

/** The site with one meeting in it; the catalogue and the recordings stand behind their ports. */
function site(meeting: MeetingDetail = sampleMeeting, media: WatchableMedia | null = sampleMedia, now = new Date('2020-12-01T00:00:00Z'), texts: Readonly<Record<string, SpokenText>> = {}): Hono {
  return createPages({
    assets: { folder: '', served: (name) => name, address: (name) => `/assets/${name}` }, clock: { now: () => now }, log: silentLog, publicUrl: 'https://tv.example',
    sets: [meetingPages({
      meetings: {
        get: async () => meeting,
        list: async (_actor, filter) => ({ meetings: others.filter(({ id }) => filter?.ids?.includes(id)), next: null }),
        resolveSlug: async (slug) => {
          if (slug === 'withdrawn') throw new AppError('meeting_withdrawn', { id: slug });
          return slug === 'old-name' ? { slug: meeting.slug, moved: true } : slug === meeting.slug ? { slug, moved: false } : null;
        },
      },
      browse: { related: async () => ({ series: [], topics: ['other'], speakers: [] }) },
      words: {
        channelsWithTexts: async () => ({
          withWords: new Set(Object.keys(texts).filter((key) => !key.endsWith('.record'))),
          withRecord: new Set(Object.keys(texts).filter((key) => key.endsWith('.record')).map((key) => key.replace('.record', ''))),
        }),
        forChannel: async (_id, { key }, record) => texts[record ? `${key}.record` : key] ?? null,
        captionsOf: async () => Object.entries(texts).map(([channel, { language, status }]) => ({ channel, language, status, hls: `/media/m/captions/${channel}.m3u8` })),
      },
      media: { forMeeting: async () => media, forMeetings: async (ids) => new Map(media ? ids.map((id) => [id, media]) : []) },
    })],
  });
}

const read = async (app: Hono, path: string): Promise<string> =>
  (await app.request(path, { headers: { Accept: 'text/html' } })).text();
const meetingPage = (path = '', app = site()): Promise<string> => read(app, `/en/meetings/security-sector-reform${path}`);

describe('the page of a meeting', () => {
  it.each(UI_LANGUAGES)('speaks %s, and marks what it has in another language only', async (language) => {
    const html = await read(site(), `/${language}/meetings/security-sector-reform`);
    expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(html).toContain(messages(language).authentic.text);
    const own = language in sampleMeeting.title;
    const title = /<h1>(.*?)<\/h1>/.exec(html)?.[1];
    expect(title).toBe(own ? sampleMeeting.title[language] : '<span lang="en" dir="ltr">Security sector reform</span>');
  });

  it('offers each channel as a radio button by its own name, the floor first', async () => {
    const html = await meetingPage();
    expect([...html.matchAll(/type="radio" name="ch" value="([^"]+)"/g)].map(([, key]) => key)).toEqual(['floor', 'fr', 'ar', 'ar-auto']);
    expect(html).toContain('<span class="pill-name" lang="ar" dir="rtl">العربية</span>');
    expect(html).toContain('Sound is missing at 1 point');
    expect(html).toContain('A check found a fault in this channel');
  });

  it('opens with the channel of the address, of the page, or the floor', async () => {
    const checked = (html: string) => /value="([^"]+)" checked/.exec(html)?.[1];
    expect(checked(await meetingPage('?ch=ar'))).toBe('ar');
    expect(checked(await read(site(), '/fr/meetings/security-sector-reform'))).toBe('fr');
    expect(checked(await meetingPage())).toBe('floor');
  });

  it('hands the player its data, and nothing that ends the block', async () => {
    const evil = { ...sampleMeeting, interventions: [{ ...sampleMeeting.interventions[0]!, speaker: { slug: 'x', name: { en: '</script><b>' } } }] };
    const html = await meetingPage('?t=1m03s', site(evil));
    const block = /<script type="application\/json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    const data = JSON.parse(block) as { startMs: number; turns: { name: string }[]; channels: { key: string; gainDb: number }[]; events: string | null };
    expect(data).toMatchObject({ startMs: 63_000, hls: '/media/meeting-1/master.m3u8', events: null });
    expect(data.turns[0]?.name).toBe('</script><b>');
    expect(data.channels.find(({ key }) => key === 'fr')?.gainDb).toBe(-2.5);
  });

  it('lists who spoke, in order, as links to the moment in the chosen channel', async () => {
    const html = await meetingPage('?ch=fr');
    expect([...html.matchAll(/<a href="\?t=(\w+)&amp;ch=fr" data-start-ms="(\d+)"/g)].map(([, t, ms]) => [t, ms])).toEqual([['2s', '2000'], ['1m03s', '63000']]);
  });

  it('keeps the moment and the channel in the links to the other languages', async () => {
    expect(await meetingPage('?t=90&ch=fr')).toContain('href="/ar/meetings/security-sector-reform?t=90&amp;ch=fr"');
  });

  it('escapes what people wrote', async () => {
    const html = await meetingPage();
    expect(html).toContain('A &lt;letter&gt;');
    expect(html).toContain('href="https://example.org/letter?a=1&amp;b=2"');
  });
});

describe('what leads on from a meeting', () => {
  it('are the body, the agenda item, the speakers, and related meetings', async () => {
    const html = await meetingPage();
    for (const href of ['bodies/council', 'series/peace', 'speakers/mokoena', 'speakers/diallo', 'meetings/police']) expect(html).toContain(`href="/en/${href}"`);
    expect(html).toContain('On the same topics');
    expect(html).not.toContain('With the same speakers');
  });
});

describe('citing a meeting', () => {
  it('gives the reference, and the address of the moment', async () => {
    const html = await meetingPage('?t=63&ch=fr');
    expect(html).toContain('<bdi>Security Council</bdi>, <bdi>“Security sector reform”</bdi>');
    expect(html).toContain('https://tv.example/meetings/security-sector-reform?t=63&amp;ch=fr</p>');
    expect(html).toContain('value="1:03"');
  });

  it.each(['99h', 'soon'])('says that %s is not in the recording', async (t) => {
    const html = await meetingPage(`?t=${t}`);
    expect(html).toContain('This is not a time within the recording.');
    expect(html).toContain(`value="${t}" dir="ltr"`);
  });

  it.each([['bib', 'application/x-bibtex', '@misc{'], ['ris', 'application/x-research-info-systems', 'TY  - VIDEO'], ['json', 'application/vnd.citationstyles.csl+json', '"broadcast"']])('as a .%s file', async (ending, type, begins) => {
    const answer = await site().request(`/fr/meetings/security-sector-reform/cite.${ending}?t=63`);
    expect(answer.headers.get('Content-Type')).toContain(type);
    expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="security-sector-reform.${ending}"`);
    const text = await answer.text();
    expect(text).toContain(begins);
    expect(text).toContain('t=63');
  });

  it('takes a time as people read it off a clock', async () => {
    const answer = await site().request('/fr/meetings/security-sector-reform?t=1%3A03&ch=fr');
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/fr/meetings/security-sector-reform?t=1m03s&ch=fr']);
  });

  it('follows a meeting that has moved', async () => {
    expect((await site().request('/es/meetings/old-name/cite.ris')).headers.get('Location')).toBe('/es/meetings/security-sector-reform/cite.ris');
    expect((await site().request('/es/meetings/security-sector-reform/cite.doc')).status).toBe(404);
  });
});

describe('the states of a meeting', () => {
  it('says of a recording too when that was on the reader’s clock', async () => {
    const html = await meetingPage('', site());
    expect(html).toMatch(/<time datetime="[^"]+" data-zone="America\/New_York" data-reader="\{time\} your time">/);
    expect(html).toContain('reader-time.js');
  });

  it('shows how long a recording still takes', async () => {
    const html = await meetingPage('', site(sampleMeeting, { ...sampleMedia, state: 'processing', hls: null, progress: { step: 'package', percent: 40, secondsLeft: 150 } }));
    expect(html).toContain('<openfloor-progress events="/api/v1/recordings/1/events">');
    expect(html).toContain('Ready in about 3 minutes');
    expect(html).not.toContain('type="radio"');
  });

  it('says when a scheduled meeting begins, and in which languages', async () => {
    const html = await meetingPage('', site({ ...sampleMeeting, state: 'scheduled', interventions: [] }, null));
    expect(html).toMatch(/It begins on 3 December 2020/);
    expect(html).toContain('in the languages listed above');
    expect(html).toContain('Français');
    expect(html).not.toContain('player.js');
    expect(html).toContain('reader-time.js');
  });

  it('promises no languages where none are known', async () => {
    const html = await meetingPage('', site({ ...sampleMeeting, state: 'scheduled', channels: [] }, null));
    expect(html).toContain('The recording will be here afterwards.');
    expect(html).not.toContain('listed above');
  });

  it.each([['2020-12-03T15:30:00Z', 'This meeting is taking place now'], ['2020-12-04T15:00:00Z', 'There is no recording here yet']])('says at %s: %s', async (now, title) => {
    expect(await meetingPage('', site({ ...sampleMeeting, state: 'scheduled' }, null, new Date(now)))).toContain(title);
  });

  it('offers sign language beside the languages, and hands the player its picture', async () => {
    const secondPicture = { hls: '/media/meeting-1/second.m3u8', width: 640, height: 360, channel: 'sign' };
    const html = await meetingPage('', site(sampleMeeting, { ...sampleMedia, secondPicture }));
    expect(html).toContain('data-second-picture');
    expect(html).toContain(`"secondPicture":${JSON.stringify(secondPicture)}`);
    const slides = await meetingPage('', site(sampleMeeting, { ...sampleMedia, secondPicture: { ...secondPicture, channel: null } }));
    expect(slides).not.toContain('data-second-picture');
    expect(await meetingPage()).not.toContain('secondPicture');
  });

  it('plays sound alone where there is no picture', async () => {
    const html = await meetingPage('', site(sampleMeeting, { ...sampleMedia, hasPicture: false }));
    expect(html).toContain('<audio controls');
    expect(html).not.toContain('<video');
  });
});

describe('addresses of meetings', () => {
  it.each([['withdrawn', 410, 'withdrawn'], ['nothing', 404, 'notFound']] as const)('answers %s with %d', async (slug, status, kind) => {
    const answer = await site().request(`/fr/meetings/${slug}`, { headers: { Accept: 'text/html' } });
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(messages('fr').errors[kind]);
  });

  it('leads from an old name to the new one, moment and all', async () => {
    const answer = await site().request('/es/meetings/old-name?t=5s');
    expect([answer.status, answer.headers.get('Location')]).toEqual([301, '/es/meetings/security-sector-reform?t=5s']);
  });
});

describe('the words of a channel', () => {
  const segment = (startMs: number, text: string, more = {}) => ({ startMs, endMs: startMs + 1500, text, speaker: null, language: null, ...more });
  const TEXTS: Readonly<Record<string, SpokenText>> = {
    ar: { kind: 'captions', language: 'ar', status: 'edited', segments: [segment(4000, 'سيداتي وسادتي'), segment(6000, 'S/2020/1', { language: 'en', edited: ['text'] })] },
    'ar-auto': { kind: 'transcript', language: 'ar', status: 'machine', segments: [segment(66_000, 'شكرا', { words: [{ text: 'شكرا', confidence: 0.2 }] })] },
    fr: { kind: 'captions', language: 'fr', status: 'final', segments: [segment(4000, 'Mesdames et'), segment(5600, 'Messieurs, la réforme'), segment(66_000, 'Merci. La réforme avance.')] },
    'fr.record': { kind: 'record', language: 'fr', status: 'final', segments: [segment(4000, 'Les délégués'), segment(66_000, 'M. Diallo remercie.', { confidence: 0.2 }), segment(68_000, 'Il salue.', { unspoken: true })], holes: [{ startMs: 70_000, endMs: 250_000 }] },
  };
  const withWords = site(sampleMeeting, sampleMedia, undefined, TEXTS);
  const wordsPage = (path: string, language = 'en') => read(withWords, `/${language}/meetings/security-sector-reform/words${path}`);

  it('stand beside the picture, under who says them, each with its language and the way to its moment', async () => {
    const html = await read(withWords, '/en/meetings/security-sector-reform?ch=ar');
    expect(html).toContain('<p lang="ar" dir="rtl"><span data-ms="4000">سيداتي وسادتي</span> <span data-ms="6000">S/2020/1</span></p>');
    expect(html).toContain('href="/en/meetings/security-sector-reform?t=4s&amp;ch=ar" data-start-ms="4000"');
    expect(html.indexOf('Naledi Mokoena')).toBeLessThan(html.indexOf('id="interventions"'));
    expect(html).toContain('With words to read along');
  });

  it('say so where a channel has none, and leave the page as it was where no channel has any', async () => {
    expect(await read(withWords, '/en/meetings/security-sector-reform')).toContain('There are no words in this channel yet.');
    expect(await meetingPage()).not.toContain('openfloor-words');
  });

  it('are those of the record in its language where a channel has no others, and that is said', async () => {
    const html = await read(site(sampleMeeting, sampleMedia, undefined, { 'fr.record': TEXTS['fr.record']! }), '/en/meetings/security-sector-reform?ch=fr');
    expect(html).toContain('There are no words in this channel yet.');
    expect(html).toContain('Official record · final');
    expect(html).toContain('data-channels="" data-records="fr"');
  });

  it('are a page of their own for each channel', async () => {
    const html = await wordsPage('/ar-auto', 'fr');
    expect(html).toContain('par une machine');
    expect(await read(withWords, '/fr/meetings/security-sector-reform/listen?ch=ar-auto')).toContain('data-words="ar-auto"');
    expect(html).toContain('data-words="ar-auto"');
    expect(html).toContain('Amadou Diallo');
    expect(html).toContain('/api/v1/meetings/security-sector-reform/texts/ar-auto?kind=transcript&amp;language=ar&amp;format=vtt');
    expect((await withWords.request('/en/meetings/security-sector-reform/words/floor')).status).toBe(404);
    expect((await withWords.request('/en/meetings/old-name/words/ar?with=fr')).headers.get('Location')).toBe('/en/meetings/security-sector-reform/words/ar?with=fr');
  });

  it('stand side by side as the address says, each in its language and direction, with what it is', async () => {
    const html = await wordsPage('/fr?with=ar&with=fr.record&with=nobody&with=fr');
    expect(html).toContain('data-words="fr" data-with="ar fr.record" data-columns="3"');
    expect(html).toContain('<p lang="fr" dir="ltr" data-n="0" data-of="Français"><span data-ms="4000">Mesdames et</span> <span data-ms="5600">Messieurs, la réforme</span></p><p lang="ar" dir="rtl" data-n="1" data-of="العربية">');
    expect(html).toContain('data-n="2" data-of="Official record"');
    expect([...html.matchAll(/<summary><span class="visually-hidden">What this text is: <\/span>(.*?)<\/summary>/g)].map(([, what]) => what))
      .toEqual(['Interpretation · Captions · final', 'Interpretation · Captions · edited', 'Official record · final']);
    expect(html).toContain('It is not word for word what is heard here.');
    expect(await read(withWords, '/en/meetings/security-sector-reform?ch=fr&with=ar')).toContain('data-words="fr" data-with="ar" data-columns="2"');
  });

  it('say where the place of a sentence is not sure, and what is not heard', async () => {
    const html = await wordsPage('/fr.record');
    expect(html).toContain('<span data-ms="66000" class="uncertain">M. Diallo remercie.</span> <small class="spoken-note" data-aside="true" lang="en" dir="ltr">place uncertain</small>');
    expect(html).toContain('<span data-ms="68000" class="unspoken">Il salue.</span> <small class="spoken-note" data-aside="true" lang="en" dir="ltr">not heard here</small>');
    expect(html).toContain('<small class="spoken-hole" data-aside="true" lang="en" dir="ltr">[3 mins of speech that this text doesn’t have]</small>');
  });

  it('mark words in doubt, and what people have corrected, for those who ask', async () => {
    expect(await wordsPage('/ar-auto')).toContain('<a href="/en/meetings/security-sector-reform/words/ar-auto?doubt=1" data-doubt="1">Mark 1 doubtful word</a>');
    expect(await wordsPage('/ar')).toContain('data-doubt="1">Mark corrected sentences</a>');
    expect(await wordsPage('/ar')).not.toContain('corrected by hand');
    expect(await wordsPage('/ar?doubt=1')).toContain('>S/2020/1</span> <small class="spoken-note" data-aside="true" lang="en" dir="ltr">corrected by hand</small>');
    expect(await wordsPage('/ar-auto?doubt=1')).toContain('<span class="doubt" title="doubtful">شكرا<span class="visually-hidden"');
  });

  it('are searched without a script, over the end of a caption as well, each place with a way to it', async () => {
    const html = await wordsPage('/fr?find=messieurs%2C+la+Reforme');
    expect(html).toContain('1 place in what is shown');
    expect(html).toContain('<a href="#hit-1"><span class="figures" dir="ltr">0:05</span></a>');
    expect(html).toContain('<span data-ms="5600"><mark data-hit="1" id="hit-1">Messieurs, la réforme</mark></span>');
    expect(await wordsPage('/fr?find=et+messieurs')).toContain('Mesdames <mark data-hit="1" id="hit-1">et</mark></span> <span data-ms="5600"><mark data-hit="1">Messieurs</mark>');
    expect(await wordsPage('/fr?find=<b>')).toContain('It is not in what is shown here.');
  });

  it('are marked over time where they are found, each a link with its sentence', async () => {
    const html = await read(withWords, '/en/meetings/security-sector-reform?ch=fr&find=messieurs');
    expect(html).toContain('<svg class="hit-marks" data-hits="true" width="100%" height="24" role="group" aria-label="1 place in what is shown"><a href="/en/meetings/security-sector-reform?t=5s&amp;ch=fr&amp;find=messieurs" aria-label="0:05 Messieurs, la réforme">');
    expect(await read(withWords, '/en/meetings/security-sector-reform?ch=fr')).toMatch(/data-hits="true"[^>]* hidden/);
  });

  it('are searched in all languages at once', async () => {
    const html = await wordsPage('?find=réforme');
    expect([...html.matchAll(/data-text="([^"]+)" data-count="(\d+)"/g)].map(([, text, count]) => [text, count])).toEqual([['fr', '2'], ['ar', '0'], ['ar-auto', '0'], ['fr.record', '0']]);
    expect(html).toContain('href="/en/meetings/security-sector-reform?t=1m06s&amp;ch=fr"');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(await wordsPage('?find=zzz')).toContain('It is not in any text of this meeting.');
    expect((await site().request('/en/meetings/security-sector-reform/words')).status).toBe(404);
  });

  it('are told to search engines once, in their own language', async () => {
    const html = await wordsPage('/fr?with=ar');
    expect(html).toContain('<link rel="canonical" href="https://tv.example/fr/meetings/security-sector-reform/words/fr"/>');
    expect([...html.matchAll(/hreflang="([^"]+)" href="https:\/\/tv.example([^"]+)"\/>/g)].map(([, language, path]) => [language, path]))
      .toEqual([['fr', '/fr/meetings/security-sector-reform/words/fr'], ['ar', '/ar/meetings/security-sector-reform/words/ar']]);
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '') as { '@graph': Record<string, unknown>[] };
    expect(data['@graph'][0]).toMatchObject({ '@type': 'WebPage', inLanguage: 'fr', about: { '@id': 'https://tv.example/en/meetings/security-sector-reform#event' } });
  });
});
