import { describe, expect, it } from 'vitest';
import type { Segment } from '../../segment.ts';
import { consonantsOf } from './sound-key.ts';
import { plainWord } from './number-words.ts';
import { tracesOf } from './tokens.ts';

const said = (text: string, words: Segment['words'] = null): Segment => ({ startMs: 1000, endMs: 11_000, text, words, speaker: null, language: null });
const numbers = (text: string): string[] => tracesOf([said(text)]).tokens.flatMap(({ keys }) => keys.filter((key) => key.startsWith('#')));

describe('numbers', () => {
  it.each([
    ['#30', ['thirty years', 'trente années', 'treinta años', 'тридцать лет', 'ثلاثين عاما', '三十年', 'for 30 years', '٣٠ عاما']],
    ['#25', ['twenty-five states', 'vingt-cinq États', 'veinte y cinco Estados', 'двадцать пять государств', 'خمسة وعشرون دولة', '二十五个国家']],
    ['#80', ['eighty', 'quatre-vingts', 'ochenta', 'восемьдесят', 'ثمانون', '八十']],
    ['#2019', ['two thousand and nineteen', 'deux mille dix-neuf', 'dos mil diecinueve', 'в две тысячи девятнадцать', '二千零一十九', '二〇一九年', 'in 2019']],
    ['#3400', ['3,400 troops', '3 400 soldats', '3.400 soldados', 'three thousand four hundred troops']],
    ['#1325', ['resolution 1325 (2000)']],
  ])('%s', (key, texts) => {
    for (const text of texts) expect(numbers(text)[0], text).toBe(key === '#2019' && text.startsWith('deux') ? '#2019' : key);
  });

  it('are not made of articles and single signs', () => {
    expect(['one of us', 'un homme, une femme', 'один из нас', '一个', 'واحد منا', 'Article 1'].flatMap(numbers)).toEqual([]);
  });

  it('end where another begins', () => {
    expect(numbers('three of the four agreements')).toEqual(['#3', '#4']);
    expect(numbers('five, twenty')).toHaveLength(1);
    expect(numbers('ten, eleven')).toEqual(['#10', '#11']);
  });
});

describe('what sounds the same', () => {
  it.each([
    ['Lucien', 'Люсьен', 'لوسيان'], ['sector', 'secteur', 'сектор'], ['Abadie', 'Абади', 'أبادي'], ['reform', 'réforme', 'reforma', 'реформа'],
    ['nation', 'nación'], ['Philip', 'Филипп', 'فيليب'],
  ])('%s, %s', (...words) => {
    expect(new Set(words.map((word) => consonantsOf(plainWord(word)))).size).toBe(1);
  });
});

describe('the traces of a text', () => {
  it('have the times of words, or lie evenly in their segment', () => {
    const words = ['I', 'saw', 'thirty', 'wolves.'].map((text, n) => ({ text, startMs: 2000 + n * 1000, endMs: 2500 + n * 1000, confidence: null }));
    expect(tracesOf([said('I saw thirty wolves.', words)]).tokens.find(({ keys }) => keys[0] === '#30')?.ms).toBe(4000);
    expect(tracesOf([said('I saw thirty wolves.')]).tokens.find(({ keys }) => keys[0] === '#30')?.ms).toBe(4000);
  });

  it('have the sentences, across segments too', () => {
    const { sentences } = tracesOf([said('Good morning to all of you, and'), { ...said('welcome back. We are late, Mr. Abadie? Yes, very late.'), startMs: 11_000, endMs: 21_000 }]);
    expect(sentences.map(({ ms }) => ms < 11_000)).toEqual([true, false, false, false].slice(0, sentences.length));
    expect(sentences.length).toBeGreaterThanOrEqual(3);
    expect(tracesOf([said('各位早上好，欢迎参加。现在请法国代表发言。')]).sentences).toHaveLength(2);
  });
});
