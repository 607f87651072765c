import { describe, expect, it } from 'vitest';
import { messages, type Page } from '#web/index.ts';
import { viewMeeting } from './meeting-view.ts';
import { sampleMedia, sampleMeeting } from './sample.test-support.ts';
import { structuredJson } from './structured-data.tsx';

const page: Page = {
  site: { assets: { folder: '', served: (name) => name, address: (name) => name }, clock: { now: () => new Date() }, log: { error: () => undefined } },
  language: 'fr', dir: 'ltr', words: messages('fr'), address: new URL('https://tv.example.org/fr/meetings/security-sector-reform?t=5'),
};
const graphOf = (media: typeof sampleMedia | null, changes: Partial<typeof sampleMeeting> = {}) => {
  const json = structuredJson(viewMeeting(page, { ...sampleMeeting, ...changes }, media));
  expect(json).not.toContain('<');
  const { '@context': context, '@graph': graph } = JSON.parse(json) as { '@context': string; '@graph': Record<string, unknown>[] };
  expect(context).toBe('https://schema.org');
  return new Map(graph.map((thing) => [thing['@type'], thing]));
};

describe('what search engines read', () => {
  it('is the event, its recording with who speaks when, and the way there', () => {
    const graph = graphOf(sampleMedia);
    expect(graph.get('Event')).toMatchObject({ name: 'Réforme du secteur de la sécurité', startDate: '2020-12-03T15:00:00.000Z', organizer: { name: 'Conseil de sécurité' }, inLanguage: ['en', 'fr', 'ar'] });
    expect(graph.get('VideoObject')).toMatchObject({
      duration: 'PT0H3M0S', uploadDate: '2020-12-03T18:00:00.000Z', thumbnailUrl: ['https://tv.example.org/media/meeting-1/poster.jpg'],
      embedUrl: 'https://tv.example.org/embed/security-sector-reform?lang=fr', contentUrl: 'https://tv.example.org/media/meeting-1/download.mp4',
      hasPart: [{ name: 'Naledi Mokoena (President)', startOffset: 2, endOffset: 60 }, { name: 'Amadou Diallo', startOffset: 63, endOffset: 180, url: 'https://tv.example.org/fr/meetings/security-sector-reform?t=63' }],
    });
    expect(graph.get('BreadcrumbList')?.['itemListElement']).toHaveLength(3);
  });

  it('promises no recording where there is none, and ends in no title', () => {
    expect([...graphOf(null).keys()]).toEqual(['Event', 'BreadcrumbList']);
    expect(graphOf(null, { title: { fr: '</script><script>alert(1)</script>' } }).get('Event')?.['name']).toContain('</script>');
  });
});

const CAPTIONS = [{ channel: 'fr', language: 'fr', status: 'edited', hls: '/x' }] as const;
const spokenIn = (sentences: number): Parameters<typeof structuredJson> => {
  const view = viewMeeting(page, sampleMeeting, sampleMedia, { withWords: new Set(['fr']), captions: CAPTIONS });
  const channel = view.channels.find(({ key }) => key === 'fr');
  if (!channel) throw new Error('there is no such channel');
  const own = { ref: 'fr', channel, record: false };
  const segments = Array.from({ length: sentences }, (_, n) => ({ startMs: n * 1000, endMs: n * 1000 + 900, text: 'La séance\nest ouverte.', speaker: null, language: null }));
  return [view, { own, find: '', query: '', doubts: false, columns: [{ ...own, text: { kind: 'captions', language: 'fr', status: 'edited', segments } }] }];
};
const recordingOf = (sentences: number): Record<string, unknown> => {
  const { '@graph': graph } = JSON.parse(structuredJson(...spokenIn(sentences))) as { '@graph': Record<string, unknown>[] };
  return graph.find((thing) => thing['@type'] === 'VideoObject') ?? {};
};

describe('schema.org, as search engines publish their rules', () => {
  it('VideoObject has what is required (name, thumbnailUrl, uploadDate) and what is recommended (description, duration, contentUrl, embedUrl)', () => {
    const video = recordingOf(1);
    for (const name of ['name', 'uploadDate', 'description', 'contentUrl', 'embedUrl']) expect([name, typeof video[name]]).toEqual([name, 'string']);
    expect(Array.isArray(video['thumbnailUrl'])).toBe(true);
    expect([Date.parse(String(video['uploadDate'])) > 0, video['duration']]).toEqual([true, 'PT0H3M0S']);
  });

  it('Clip has a name, its beginning and the address of this page with the time; no two begin together, each ends later', () => {
    const [, later] = sampleMeeting.interventions;
    if (!later) throw new Error('there is no such turn');
    const twice = { ...later, id: 'c', startMs: later.startMs + 400, endMs: later.startMs + 500 };
    const view = viewMeeting(page, { ...sampleMeeting, interventions: [...sampleMeeting.interventions, twice] }, sampleMedia);
    const { '@graph': graph } = JSON.parse(structuredJson(view)) as { '@graph': Record<string, unknown>[] };
    const clips = graph.find((thing) => thing['@type'] === 'VideoObject')?.['hasPart'] as { name: string; startOffset: number; endOffset: number; url: string }[];
    expect(new Set(clips.map(({ startOffset }) => startOffset)).size).toBe(clips.length);
    for (const { name, startOffset, endOffset, url } of clips) {
      expect(name).not.toBe('');
      expect(endOffset).toBeGreaterThan(startOffset);
      expect(url).toBe(`https://tv.example.org/fr/meetings/security-sector-reform?t=${startOffset}`);
    }
  });

  it('transcript is there where it is short; where it is long, the captions are all of it, and the page does not grow with the speech', () => {
    expect(recordingOf(2)['transcript']).toBe('La séance est ouverte. La séance est ouverte.');
    expect(recordingOf(2)['caption']).toEqual([{ '@type': 'MediaObject', 'encodingFormat': 'text/vtt', 'inLanguage': 'fr', 'contentUrl': 'https://tv.example.org/api/v1/meetings/security-sector-reform/texts/fr?format=vtt&language=fr' }]);
    expect(recordingOf(5000)).not.toHaveProperty('transcript');
    expect(structuredJson(...spokenIn(5000)).length).toBeLessThan(4000);
  });
});
