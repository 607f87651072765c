import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote, joinTexts, makeQuote, type QuotedSegment } from './index.ts';

const said = (...texts: string[]): QuotedSegment[] => texts.map((text, n) => ({ startMs: n * 5000, endMs: n * 5000 + 4500, text, words: null }));
const english = said('Thank you, Mr. President.', 'We support the reform of the police.', 'It takes years, and money.', 'Thank you, Mr. President.', 'The floor is yours.');
const at = (n: number) => ({ startMs: n * 5000, endMs: n * 5000 + 4500 });

describe('a quote', () => {
  it('is the sentences with what stands around them', () => {
    expect(makeQuote(english, 1, 2)).toEqual({
      exact: 'We support the reform of the police. It takes years, and money.', prefix: 'Thank you, Mr. President.', suffix: 'Thank you, Mr. President. The floor is yours.',
    });
    expect(makeQuote(said('维护国际\n和平。', '安全部门改革。'), 0, 1).exact).toBe('维护国际和平。安全部门改革。');
    expect(() => makeQuote(english, 4, 5)).toThrow(RangeError);
  });

  it('is found as it was, and told of when it has moved', () => {
    expect(findQuote(english, makeQuote(english, 1, 2), { startMs: 5000, endMs: 14_500 })).toEqual({
      state: 'unchanged', startMs: 5000, endMs: 14_500, text: 'We support the reform of the police. It takes years, and money.', likeness: 1, first: 1, last: 2,
    });
    const later = english.map((one) => ({ ...one, startMs: one.startMs + 30_000, endMs: one.endMs + 30_000 }));
    expect(findQuote(later, makeQuote(english, 1, 1), at(1))).toMatchObject({ state: 'moved', startMs: 35_000 });
  });

  it('tells what was said twice apart by what stands around it, and by its time', () => {
    for (const n of [0, 3]) expect(findQuote(english, makeQuote(english, n, n), null)).toMatchObject({ first: n });
    const bare = { exact: 'Thank you, Mr. President.', prefix: '', suffix: '' };
    for (const n of [0, 3]) expect(findQuote(english, bare, at(n))).toMatchObject({ first: n });
  });

  it('is found with other words at its edges, whole sentences of them', () => {
    const corrected = said('Thank you, Mr. President.', 'Uganda supports reform of our police.', 'That takes many years, and means.', 'Thank you, Mr. President.', 'The floor is yours.');
    expect(findQuote(corrected, makeQuote(english, 1, 2), { startMs: 5000, endMs: 14_500 })).toMatchObject({
      state: 'changed', first: 1, last: 2, text: 'Uganda supports reform of our police. That takes many years, and means.',
    });
  });

  it('is found in the middle of longer segments, with the times of its words', () => {
    const long = { startMs: 0, endMs: 10_000, text: 'Good morning. We support the reform of the police. More follows.', words: null };
    const found = findQuote([long], makeQuote(english, 1, 1), at(1));
    expect(found).toMatchObject({ text: 'We support the reform of the police.' });
    expect(found?.startMs).toBeGreaterThan(1500);
    expect(found?.endMs).toBeLessThan(9000);
  });

  it('is nowhere once it is gone', () => {
    expect(findQuote(said('Thank you, Mr. President.', 'Nothing of the kind was ever uttered here.', 'The floor is yours.'), makeQuote(english, 2, 2), at(2))).toBeNull();
    expect(findQuote([], makeQuote(english, 2, 2), at(2))).toBeNull();
    expect(findQuote(english, { exact: '…', prefix: '', suffix: '' }, at(2))).toBeNull();
  });

  it('is found wherever it is in any text, however the text is cut into segments', () => {
    const sentence = fc.array(fc.constantFrom('قال', 'السلام', 'police', 'реформа', '安全', 'sécurité', 'the', '1,000'), { minLength: 4, maxLength: 9 }).map((words) => words.join(' '));
    fc.assert(fc.property(fc.uniqueArray(sentence, { minLength: 3, maxLength: 12 }), fc.nat(), (texts, n) => {
      const segments = said(...texts.map((text, i) => `${text} ${String.fromCodePoint(0x61 + i).repeat(6)}.`));
      const from = n % segments.length;
      const quote = makeQuote(segments, from, Math.min(from + 1, segments.length - 1));
      expect(findQuote(segments, quote, at(from))).toMatchObject({ state: 'unchanged', text: quote.exact, startMs: from * 5000 });
      const joined = { startMs: 0, endMs: segments.length * 5000, text: joinTexts(segments.map(({ text }) => text)), words: null };
      expect(findQuote([joined], quote, at(from))).toMatchObject({ text: quote.exact });
    }), { numRuns: 60 });
  });
});
