import { describe, expect, it } from 'vitest';
import { publicActor } from '#access/index.ts';
import { Search } from './search.service.ts';
import type { SearchIndex } from './search.ports.ts';

const nobody = async (): Promise<never> => { throw new Error('nobody asks for this'); };
const WORDS = [{ text: 'security', language: 'en' }, { text: 'sécurité', language: 'fr' }, { text: 'secteur', language: 'fr' }];

function searchWith(asked: string[] = []): Search {
  const index: SearchIndex = {
    put: nobody, remove: nobody, rebuild: nobody, find: nobody, correct: nobody,
    complete: async (beginning) => {
      asked.push(beginning);
      return WORDS;
    },
  };
  const names = { find: async () => ({ speakers: [], bodies: [], series: [], topics: [{ slug: 'security', name: { en: 'Security', ar: 'الأمن' } }] }), names: nobody };
  return new Search({ index, names, meetings: { get: nobody, shown: nobody } });
}

describe('what goes on from what is typed', () => {
  it('is names with a page, and words of any language', async () => {
    const completions = await searchWith().complete('sec', 'ar');
    expect(completions.map(({ text, kind }) => [text, kind])).toEqual([['الأمن', 'topic'], ['security', 'word'], ['sécurité', 'word'], ['secteur', 'word']]);
  });

  it('goes on in the reader’s language after other words', async () => {
    const texts = async (text: string, language: string) => (await searchWith().complete(text, language)).map((one) => one.text);
    expect(await texts('réforme du sec', 'fr')).toEqual(['Security', 'réforme du sécurité', 'réforme du secteur']);
    expect(await texts('реформа sec', 'ru')).toContain('реформа security');
  });

  it('begins with the second letter, and with the first where that is a word', async () => {
    const asked: string[] = [];
    const search = searchWith(asked);
    expect(await search.complete('s', 'en')).toEqual([]);
    await search.complete('改', 'zh');
    expect(asked).toEqual(['改']);
  });
});

describe('what was meant', () => {
  it('may be the name of who speaks, though nobody has said it', async () => {
    const facets = { body: [], series: [], speaker: [], capacity: [], agenda: [], topic: [], spoken: [], channel: [], year: [] };
    const index: SearchIndex = {
      put: nobody, remove: nobody, rebuild: nobody, complete: nobody,
      find: async () => ({ total: 40, capped: false, loose: false, building: false, unknown: true, hits: [], facets, frequent: new Set() }),
      correct: async (text, _language, wordsOfNames) => `${text}: ${(await wordsOfNames?.('am'))?.join(' ') ?? ''}`,
    };
    const names = { find: async () => ({ speakers: [{ slug: 'a', name: { en: 'Aminata Sarr', fr: 'Aminata Sarr' } }], bodies: [{ slug: 'b', name: { fr: 'Conseil d’État' } }], series: [], topics: [] }), names: async () => ({ bodies: new Map(), series: new Map(), topics: new Map() }) };
    const { suggestion } = await new Search({
      index, names, meetings: { get: nobody, shown: nobody },
      expansion: { expand: async () => [{ slug: 'w', label: { en: 'Water supply' }, labels: {}, from: 9, to: 21, weight: 1 }] },
    }).find(publicActor(), { text: 'aminatta water supply', language: 'en' });
    // Nor is what names a concept written wrongly, whoever has said it.
    expect(suggestion).toBe('aminatta water supply: Aminata Sarr Conseil d’État water supply');
  });
});
