import { readQuery } from '@openfloor/words';
import { describe, expect, it } from 'vitest';
import { indexedQuery, setsQuery } from './literals.ts';

const TEXTS = 100_000;
const HAVING: Readonly<Record<string, number>> = { the: 98_000, of: 90_000, water: 30_000, council: 12_000, drought: 1500, dam: 40 };
const having = (key: string): number => HAVING[key] ?? 0;
const partsOf = (text: string) => readQuery(text, 'en');
const indexed = (...texts: readonly string[]): string => indexedQuery(texts.map(partsOf), having, TEXTS);

describe('what the index is asked for', () => {
  it('is all words where none is rare', () => {
    expect(indexed('water council')).toBe('\'water\' & \'council\'');
  });

  it('leaves frequent words out beside a rare one, which finds few texts by itself', () => {
    expect(indexed('the water of drought')).toBe('\'drought\'');
    expect(indexed('dam drought')).toBe('\'dam\' & \'drought\'');
  });

  it('has the words of a phrase, in whatever order', () => {
    expect(indexed('"water council"')).toBe('\'water\' & \'council\'');
  });

  it('is nothing where what is asked for stands nearly everywhere, alone or as one of several', () => {
    expect(indexed('"of the"')).toBe('');
    expect(indexed('water')).toBe('');
    expect(indexed('dam', 'the')).toBe('');
  });

  it('keeps a frequent word that has to stand beside others', () => {
    expect(indexed('water the council')).toBe('\'water\' & \'the\' & \'council\'');
  });

  it('keeps a word that goes on, however many it stands for', () => {
    expect(indexed('dam wat*')).toBe('\'dam\' & \'wat\':*');
  });

  it('is one of several sets', () => {
    expect(indexed('dam the', 'drought council')).toBe('(\'dam\') | (\'drought\')');
  });
});

it('a query has the order of phrases, and what is left out', () => {
  const [wanted, excluded] = [partsOf('"water council" drought'), partsOf('dam')];
  expect(setsQuery([wanted], excluded)).toBe('((\'water\' <-> \'council\') & \'drought\') & !(\'dam\')');
});
