import { readQuery } from '@openfloor/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundText } from './excerpt.domain.ts';
import type { MomentText } from './moment.domain.ts';

const text = (own: string, more: Partial<MomentText> = {}): MomentText => ({ channel: 'en', kind: 'transcript', language: 'en', text: own, places: [{ from: 0, startMs: 1000 }], ...more });
const marked = (own: MomentText, query: string) => {
  const { text: shown, marks } = foundText(own, { parts: readQuery(query, own.language), names: [] });
  return marks.map(({ from, to }) => shown.slice(from, to));
};

describe('a text that was found', () => {
  it('has what was looked for marked, in whatever form it stands there', () => {
    expect(marked(text('The Council reformed its methods.'), 'reforms council')).toEqual(['Council', 'reformed']);
    expect(marked(text('The Council reformed its methods.'), '"its methods" refor*')).toEqual(['reformed', 'its methods']);
    expect(marked(text('安全理事会的改革', { language: 'zh' }), '理事会')).toEqual(['理事会']);
    expect(marked(text('Nothing of that.'), 'council')).toEqual([]);
  });

  it('marks what a concept is called only where all of it is there', () => {
    const names = ['police officer', 'rule of law'].map((label) => ({ whole: readQuery(label, 'en'), marked: readQuery(label.replace(' of ', ' '), 'en') }));
    const called = (own: string) => {
      const { text: shown, marks } = foundText(text(own), { parts: [], names });
      return marks.map(({ from, to }) => shown.slice(from, to));
    };
    expect(called('An officer of the law.')).toEqual([]);
    expect(called('The officers of the police, and the rule of a law.')).toEqual(['officers', 'police', 'rule', 'law']);
  });

  it('marks what overlaps once', () => {
    expect(marked(text('the security sector reform'), '"security sector" "sector reform" sector')).toEqual(['security sector reform']);
  });

  it('tells where to listen: at the sentence of the first mark', () => {
    const places = [{ from: 0, startMs: 1000 }, { from: 11, startMs: 9000 }];
    expect(foundText(text('First this. Then mines.', { places }), { parts: readQuery('mines', 'en'), names: [] }).at).toBe(9000);
    expect(foundText(text('First this. Then mines.', { places }), { parts: readQuery('first mines', 'en'), names: [] }).at).toBe(1000);
    expect(foundText(text('First this. Then mines.', { places }), { parts: [], names: [] }).at).toBe(1000);
  });

  it('is cut to the part with the most marks, where it is long', () => {
    const { text: shown, marks } = foundText(text(`${'filler word '.repeat(60)}mines and more mines were cleared ${'filler word '.repeat(60)}`), { parts: readQuery('mines cleared', 'en'), names: [] });
    expect(shown).toMatch(/^… filler.*mines and more mines were cleared.* …$/u);
    expect(shown.length).toBeLessThanOrEqual(430);
    expect(marks.map(({ from, to }) => shown.slice(from, to))).toEqual(['mines', 'mines', 'cleared']);
  });

  it('keeps its marks inside what is shown, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), fc.string({ unit: 'grapheme', maxLength: 20 }), (own, query) => {
      const { text: shown, marks } = foundText(text(own), { parts: readQuery(query, 'en'), names: [] });
      for (const { from, to } of marks) expect([from >= 0, from < to, to <= shown.length]).toEqual([true, true, true]);
    }));
  });
});
