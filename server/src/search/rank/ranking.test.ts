import { describe, expect, it } from 'vitest';
import { likelihoodOf, slipsBetween, splitWords } from './nearness.domain.ts';
import { scoreOf, weightOf, type AskedWord, type WordPlaces } from './ranking.domain.ts';

const word = (key: string, place: number, weight = 3): AskedWord => ({ key, prefix: false, weight, place });
const said = (...places: readonly number[]): WordPlaces => ({ said: places, named: false });
const NOWHERE = said();
const score = (places: readonly WordPlaces[], length = 60, weights: readonly number[] = []) => scoreOf(places.map((_, n) => word(`w${n}`, n, weights[n])), places, length, 60);

describe('the score of a text', () => {
  it('is higher the more words it has of those asked for, and nothing without any', () => {
    expect(score([NOWHERE, NOWHERE])).toBe(0);
    expect(score([said(1), NOWHERE])).toBeLessThan(score([said(1), said(40)]));
  });

  it('goes by how rare words are', () => {
    expect(weightOf(3, 1000)).toBeGreaterThan(weightOf(300, 1000));
    expect(score([said(5), NOWHERE], 60, [5, 1])).toBeGreaterThan(score([NOWHERE, said(5)], 60, [5, 1]));
  });

  it('is higher where words stand near each other, and most where they stand as they were asked', () => {
    const [far, near, together] = [score([said(1), said(50)]), score([said(1), said(6)]), score([said(1), said(2)])];
    expect(near).toBeGreaterThan(far);
    expect(together).toBeGreaterThan(near);
    expect(together).toBeGreaterThan(score([said(2), said(1)]));
  });

  it('grows ever less with the same word again, and is lower in long texts, but not highest in very short ones', () => {
    const [once, twice, thrice] = [score([said(1)]), score([said(1, 9)]), score([said(1, 9, 20)])];
    expect(twice - once).toBeGreaterThan(thrice - twice);
    expect(score([said(1)], 200)).toBeLessThan(once);
    expect(score([said(1)], 3)).toBe(score([said(1)], 30));
  });

  it('counts less who speaks than what is said', () => {
    const named = score([{ said: [], named: true }]);
    expect(named).toBeGreaterThan(0);
    expect(named).toBeLessThan(score([said(1)]));
  });
});

describe('words that are near', () => {
  it.each([['secuirty', 'security'], ['mine', 'mines'], ['peacekeping', 'peacekeeping'], ['réforne', 'réforme']])('%s: %s', (a, b) => {
    expect(slipsBetween(a, b)).toBe(1);
  });

  it.each([['mine', 'wind'], ['peace', 'place of'], ['council', 'counter']])('not %s: %s', (a, b) => { expect(slipsBetween(a, b)).toBeNull(); });

  it('were rather meant where they are said more often, have fewer slips, are of the own language and begin the same', () => {
    const of = (written: string, meant: string, texts: number, isOwn = true) => likelihoodOf(written, meant, texts, isOwn) ?? -Infinity;
    expect(of('reformm', 'reform', 20)).toBeGreaterThan(of('reformm', 'reforms', 5));
    expect(of('goverment', 'government', 3)).toBeGreaterThan(of('goverment', 'governed', 30));
    expect(of('goverment', 'government', 900)).toBeGreaterThan(of('goverment', 'governent', 1));
    expect(of('securitee', 'security', 9)).toBeGreaterThan(of('securitee', 'sécurité', 9, false));
    expect(of('raform', 'reform', 9)).toBeGreaterThan(of('beform', 'reform', 9));
    expect(of('lakes', 'takes', 9)).toBe(-Infinity);
    expect(of('ehat', 'heat', 9)).toBeGreaterThan(-Infinity);
  });

  it('are looked for word by word, and put back where they were', () => {
    for (const query of ['"security sector" -reform* 2020', '安全 S/RES/1325', '', '  a\nb ']) expect(splitWords(query).map(({ text }) => text).join('')).toBe(query);
    expect(splitWords('the secto* re-form').filter(({ isWord }) => isWord).map(({ text }) => text)).toContain('the');
  });
});
