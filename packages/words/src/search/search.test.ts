import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuery, readQuery, searchTokens, splitRuns, type SearchToken } from './index.ts';
import { partAfter } from './parts.ts';
import { stemmerOf } from './stem-of.ts';

const keys = (text: string, language = 'en') => searchTokens(text, language).map(({ key, position }) => `${position}:${key}`);
const finds = (text: string, query: string, language = 'en') => {
  const spans = findQuery(searchTokens(text, language), readQuery(query, language));
  return spans && spans.map(({ from, to }) => text.slice(from, to));
};

describe('the words of a text', () => {
  it('are numbered in order, and know where they stand', () => {
    expect(searchTokens('The Council, reformed.', 'en')).toEqual([
      { key: 'the', position: 0, from: 0, to: 3 }, { key: 'council', position: 1, from: 4, to: 11 }, { key: 'reform', position: 2, from: 13, to: 21 },
    ]);
  });

  it('of a script without spaces come in pairs, the last letter alone', () => {
    expect(keys('安理会 and 法', 'zh')).toEqual(['0:安理', '1:理会', '2:会', '3:and', '4:法']);
  });

  it('that are symbols of documents come whole and in parts', () => {
    expect(keys('See S/2020/1234.')).toEqual(['0:see', '1:s/2020/1234', '1:s', '2:2020', '3:1234']);
  });

  it.each([['1,000'], ['1 000'], ['1.000'], ['١٬٠٠٠'], ['1\u202f000']])('that are figures are the same however they are written: %s', (written) => {
    expect(keys(written)).toEqual(['0:1000']);
  });

  it('of a language without rules are found without accents', () => {
    expect(finds('Hội đồng Bảo an', 'hoi dong', 'vi')).toEqual(['Hội', 'đồng']);
  });

  it('hold no space, though some signs are written as several words', () => {
    expect(keys('محمد ﷺ', 'ar')).toEqual(['0:محمد', '1:صلياللهعليهوسلم']);
  });

  it('stand inside the text, whatever it is, and none is empty', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('ar', 'zh', 'en', 'fr', 'ru', 'es', 'th'), (text, language) => {
      let before = 0;
      for (const { key, position, from, to } of searchTokens(text, language)) {
        expect(key).toMatch(/^\S+$/u);
        expect(from).toBeLessThan(to);
        expect(to).toBeLessThanOrEqual(text.length);
        expect(position).toBeGreaterThanOrEqual(before);
        before = position;
      }
    }));
  });

  it('are those that the pattern alone finds', () => {
    const piece = fc.constantFrom('co', 'E', 'l', 'S', 'RES', 'Peace', 'État', '\u0301', 'لأمم', 'ـ', '\u200D', '法院', 'が', 'か\u3099', 'Ａ', '\uFA0E', '𠀀', '𝒳', 'กำ', 'ไทย', '🏳️', '٣', '12', '1,000', '-', '\u2010', '\'', '’', 'ʼ', '/', '.', ' ', '\u00A0', '\uD83C');
    const text = fc.oneof(fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')), fc.string({ unit: 'binary' }));
    fc.assert(fc.property(text, fc.constantFrom('ar', 'en', 'zh'), (said, language) => {
      const tokens: SearchToken[] = [];
      for (let part = partAfter(said, 0, 0, stemmerOf(language), tokens); part; part = partAfter(said, part.end, part.position, stemmerOf(language), tokens));
      expect(searchTokens(said, language)).toEqual(tokens);
    }), { numRuns: 3000 });
  });

  it('find the text again, each of them', () => {
    const word = fc.stringMatching(/^[a-zàâçéèêëîïôûœñáíóú]{2,12}$/u);
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.constantFrom('en', 'fr', 'es'), (words, language) => {
      for (const one of words) expect(finds(words.join(' '), one, language)).not.toBeNull();
    }));
  });

  it('of a Chinese text find it by any part', () => {
    const text = '人民法院安全理事会决议';
    fc.assert(fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 6 }), (from, length) => {
      expect(finds(text, text.slice(from, from + length), 'zh')).not.toBeNull();
    }));
  });
});

describe('a query', () => {
  const TEXT = 'The Security Council reformed its working methods; peacekeepers stayed.';

  it('wants all its words, in any order', () => {
    expect(finds(TEXT, 'methods council')).toEqual(['Council', 'methods']);
    expect(finds(TEXT, 'methods assembly')).toBeNull();
  });

  it('wants phrases in their order, in the quotation marks of any language', () => {
    for (const phrase of ['"security council"', '«Security Council»', '„security council“', '“security council']) expect(finds(TEXT, phrase)).toEqual(['Security Council']);
    expect(finds(TEXT, '"council security"')).toBeNull();
  });

  it('wants the last word of a phrase too, however short', () => {
    expect(finds('это да и нет', '"да а"', 'ru')).toBeNull();
    expect(finds('это да а не нет', '"да а"', 'ru')).toEqual(['да а']);
  });

  it('goes without what is excluded', () => {
    expect(finds(TEXT, 'council -assembly')).toEqual(['Council']);
    expect(finds(TEXT, 'council -"working methods"')).toBeNull();
    expect(finds(TEXT, '-council')).toBeNull();
  });

  it('of a script without spaces can be taken apart, unless it is quoted', () => {
    const pairs = (query: string) => readQuery(query, 'zh').flatMap((part) => splitRuns(part)).map(({ words }) => words.map(({ key }) => key));
    expect(pairs('安理会 vice-chair')).toEqual([['安理'], ['理会'], ['vice', 'chair']]);
    expect(pairs('"安理会"')).toEqual([['安理', '理会']]);
  });

  it('takes the beginning of a word for it where a star says so', () => {
    expect(finds(TEXT, 'peace*')).toEqual(['peacekeepers']);
    expect(finds(TEXT, 'peace')).toBeNull();
  });

  it('of nothing but signs asks for nothing', () => {
    for (const nothing of ['', '  ', '***', '"" -', '¿?']) expect(readQuery(nothing, 'es')).toEqual([]);
  });

  it('is never an error, and never long', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => { expect(readQuery(text, 'ar').length).toBeLessThanOrEqual(40); }));
    expect(readQuery('word '.repeat(100_000), 'en').length).toBe(40);
  });
});
