import { describe, expect, it } from 'vitest';
import { nthSmallest } from './nth-smallest.ts';

describe('nthSmallest', () => {
  it.each([[[7]], [[2, 1]], [[3, 3, 3, 3]], [[5, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]], [Array.from({ length: 500 }, (_, n) => (n * 7919) % 263)], [Array.from({ length: 100 }, (_, n) => -n)]])('is what stands there in order: %j', (numbers) => {
    const ordered = numbers.toSorted((a, b) => a - b);
    for (const place of numbers.keys()) expect(nthSmallest(Float32Array.from(numbers), place)).toBe(ordered[place]);
  });

  it('finds several places in the same values, one after the other', () => {
    const values = Float32Array.from({ length: 200 }, (_, n) => (n * 37) % 200);
    expect([20, 180, 20].map((place) => nthSmallest(values, place))).toEqual([20, 180, 20]);
  });
});
