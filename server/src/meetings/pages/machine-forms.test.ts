import { describe, expect, it } from 'vitest';
import { messages, type Page } from '#web/index.ts';
import { documentLanguages, linkHeader, machineForms } from './machine-forms.ts';
import { viewMeeting } from './meeting-view.ts';
import { sampleMedia, sampleMeeting } from './sample.test-support.ts';

const page: Page = {
  site: { assets: { folder: '', served: (name) => name, address: (name) => name }, clock: { now: () => new Date() }, log: { error: () => undefined } },
  language: 'ar', dir: 'rtl', words: messages('ar'), address: new URL('https://tv.example.org/ar/meetings/security-sector-reform'),
};
const view = (media: typeof sampleMedia | null, withWords: readonly string[], withRecord: readonly string[] = []) =>
  viewMeeting(page, { ...sampleMeeting, slug: 'réforme' }, media, { withWords: new Set(withWords), withRecord: new Set(withRecord) });

describe('what a page is for programs', () => {
  it('is told in the language of the page where there are words in it, else in the first there is', () => {
    const hrefs = (...given: Parameters<typeof view>) => machineForms(view(...given)).map(({ href }) => href);
    expect(hrefs(sampleMedia, ['fr', 'ar'])).toEqual(['/api/v1/meetings/r%C3%A9forme', '/iiif/meetings/meeting-1/manifest.json', '/api/v1/meetings/r%C3%A9forme/akn/ar', '/api/v1/meetings/r%C3%A9forme/tei/ar']);
    expect(hrefs(sampleMedia, [], ['fr']).slice(2)).toEqual(['/api/v1/meetings/r%C3%A9forme/akn/fr', '/api/v1/meetings/r%C3%A9forme/tei/fr']);
    expect(hrefs(null, [])).toEqual(['/api/v1/meetings/r%C3%A9forme']);
  });

  it('names each language once, whichever channel or record it is of', () => {
    expect(documentLanguages(view(sampleMedia, ['ar', 'ar-auto', 'floor'], ['fr', 'ar']))).toEqual(expect.arrayContaining(['ar', 'fr', 'mul']));
    expect(documentLanguages(view(sampleMedia, ['ar', 'ar-auto'])).length).toBe(1);
  });

  it('goes into a header that holds letters of ASCII only', () => {
    const header = linkHeader(machineForms(view(sampleMedia, ['ar'])));
    expect(header).toMatch(/^[\x20-\x7E]+$/);
    expect(header.split(', <').length).toBe(4);
    expect(header).toContain('</iiif/meetings/meeting-1/manifest.json>; rel="alternate"; type="application/ld+json;profile=\\"http://iiif.io/api/presentation/3/context.json\\""');
  });
});
