import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapDifference, mean, ndcg10, recall10, reciprocalRank } from './metrics.ts';

const GRADES = new Map([['best', 3], ['good', 2], ['touches', 1]]);

describe('measures of a ranking', () => {
  it('give one over the place of the first that answers', () => {
    expect(reciprocalRank(['x', 'good', 'best'], GRADES)).toBe(1 / 2);
    expect(reciprocalRank(['x', 'y'], GRADES)).toBe(0);
  });

  it('give 1 to the best order, less to any other, by the published formula', () => {
    expect(ndcg10(['best', 'good', 'touches', 'x'], GRADES)).toBe(1);
    // (2^2-1)/log2(2) + (2^3-1)/log2(3), against 7/log2(2) + 3/log2(3) + 1/log2(4).
    expect(ndcg10(['good', 'best'], GRADES)).toBeCloseTo((3 + 7 / Math.log2(3)) / (7 + 3 / Math.log2(3) + 0.5), 10);
    expect(ndcg10([], GRADES)).toBe(0);
  });

  it('count only the first ten', () => {
    const ten = Array.from({ length: 10 }, (_, n) => `other ${n}`);
    expect(ndcg10([...ten, 'best'], GRADES)).toBe(0);
    expect(recall10([...ten, 'best'], new Set(['best']))).toBe(0);
  });

  it('ask for no more than ten places can hold', () => {
    const wanted = Array.from({ length: 14 }, (_, n) => `${n}`);
    expect(recall10(wanted, new Set(wanted))).toBe(1);
    expect(recall10(['1', 'x', '2'], new Set(['1', '2', '3', '4']))).toBe(0.5);
  });

  it('lie between 0 and 1', () => {
    const rankings = fc.shuffledSubarray(['best', 'good', 'touches', 'x', 'y', 'z']);
    fc.assert(fc.property(rankings, (ranking) => {
      for (const value of [ndcg10(ranking, GRADES), reciprocalRank(ranking, GRADES), recall10(ranking, new Set(GRADES.keys()))]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }));
  });
});

describe('the bootstrap interval', () => {
  const better = Array.from({ length: 60 }, (_, n) => (n % 3 === 0 ? 0.5 : 1));
  const worse = better.map((value, n) => (n % 4 === 0 ? value - 0.4 : value));

  it('is the same for the same seed, and holds the mean', () => {
    const one = bootstrapDifference(better, worse, 7, 2000);
    expect(bootstrapDifference(better, worse, 7, 2000)).toEqual(one);
    expect(one.mean).toBeCloseTo(mean(better) - mean(worse), 10);
    expect(one.low).toBeLessThan(one.mean);
    expect(one.high).toBeGreaterThan(one.mean);
  });

  it('is above 0 where the first is surely better, and around 0 where it is not', () => {
    expect(bootstrapDifference(better, worse, 7, 2000).low).toBeGreaterThan(0);
    const noise = better.map((value, n) => value + (n % 2 === 0 ? 0.3 : -0.3));
    const even = bootstrapDifference(noise, better, 7, 2000);
    expect(even.low).toBeLessThan(0);
    expect(even.high).toBeGreaterThan(0);
  });

  it('is refused for what does not answer the same questions', () => {
    expect(() => bootstrapDifference([1, 2], [1], 7)).toThrow(RangeError);
  });
});
