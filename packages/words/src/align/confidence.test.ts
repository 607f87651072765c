import { describe, expect, it } from 'vitest';
import { confidences } from './confidence.ts';
import type { Trial } from './decoys.ts';

const CHANCE = [0.5, 0.7, 0.4, 0.6, 0.55];
const trial = (own: number, length = 60): Trial => ({ own, chance: CHANCE, length, heard: length });
const sure = (...trials: (Trial | null)[]) => confidences(trials);

describe('confidences', () => {
  it('are high for what fits far better than by chance, and low for what fits as chance does', () => {
    expect(Math.min(...sure(trial(2), trial(1.8), trial(2.2)))).toBeGreaterThan(0.95);
    expect(Math.max(...sure(trial(0.6), trial(0.8), trial(0.5)))).toBeLessThan(0.05);
  });

  it('grow with the length of what fits equally well', () => {
    const [short, middle, long] = [4, 20, 100].map((length) => sure(trial(2), trial(1.4, length), trial(2))[1] ?? 0);
    expect(short).toBeLessThan(middle ?? 0);
    expect(middle).toBeLessThan(long ?? 0);
  });

  it('are lower for a sentence whose neighbours are not there', () => {
    const [, among] = sure(trial(2), trial(1.3), trial(2));
    const [, , alone] = sure(null, null, trial(1.3), null, null);
    expect(alone).toBeLessThan((among ?? 0) / 2);
  });

  it('are none where there is no place, and no less than that for a single sentence', () => {
    expect(sure(null)).toEqual([0]);
    expect(sure(trial(2.2))[0]).toBeGreaterThan(0.9);
    expect(sure()).toEqual([]);
  });
});
