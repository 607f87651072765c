import { describe, expect, it } from 'vitest';
import { FLOOR_LAG, sentenceStep } from './sentence-step.ts';

const FRENCH = [{ floorMs: 10_000, lagMs: 2000 }, { floorMs: 20_000, lagMs: 4000 }];
const ARABIC = [{ floorMs: 0, lagMs: 1000 }, { floorMs: 30_000, lagMs: 1000 }];

describe('the step to the same sentence in another channel', () => {
  it('is the lag, from the floor and back to it', () => {
    expect(sentenceStep(FLOOR_LAG, FRENCH, 15_000)).toBe(3000);
    expect(sentenceStep(FRENCH, FLOOR_LAG, 18_000)).toBe(-3000);
    expect(sentenceStep(FLOOR_LAG, FLOOR_LAG, 18_000)).toBe(0);
  });

  it('is the difference of the lags at that moment of the floor', () => {
    expect(sentenceStep(FRENCH, ARABIC, 18_000)).toBe(-2000);
    expect(sentenceStep(ARABIC, FRENCH, 16_000)).toBe(2000);
    expect(sentenceStep(ARABIC, FRENCH, 3000)).toBe(1000);
    expect(sentenceStep(ARABIC, FRENCH, 90_000)).toBe(3000);
  });

  it('is none where a channel is not known', () => {
    expect([sentenceStep([], FRENCH, 5000), sentenceStep(FRENCH, [], 5000)]).toEqual([0, 0]);
  });
});
