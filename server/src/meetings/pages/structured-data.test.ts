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
      hasPart: [{ name: 'Naledi Mokoena', startOffset: 2, endOffset: 60 }, { name: 'Amadou Diallo', startOffset: 63, endOffset: 180, url: 'https://tv.example.org/fr/meetings/security-sector-reform?t=63' }],
    });
    expect(graph.get('BreadcrumbList')?.['itemListElement']).toHaveLength(3);
  });

  it('promises no recording where there is none, and ends in no title', () => {
    expect([...graphOf(null).keys()]).toEqual(['Event', 'BreadcrumbList']);
    expect(graphOf(null, { title: { fr: '</script><script>alert(1)</script>' } }).get('Event')?.['name']).toContain('</script>');
  });
});
