import { FLOOR_LAG, sentenceStep } from '@openfloor/player';
import { floorTimeOf, lagAt, type LagPoint } from '@openfloor/words';
import { describe, expect, it } from 'vitest';
import { isInterpreted, summaryOf } from './lag.domain.ts';

const point = (floorMs: number, lagMs: number, basis: LagPoint['basis'] = 'between', confidence = 0.8): LagPoint => ({ floorMs, lagMs, basis, confidence });
const lag = (points: readonly LagPoint[]) => summaryOf({ channel: 'fr', points, withWords: false, version: 2, measuredAt: new Date('2026-11-24T15:00:00Z') });

describe('a lag in a few numbers', () => {
  it('counts each value by the time it lasts, and leaves out where the channel carries the floor', () => {
    const points = [point(0, 0, 'floor', 1), point(60_000, 0, 'floor', 1), point(70_000, 2000), point(160_000, 3000), point(161_000, 6000)];
    expect(lag(points)).toEqual({
      channel: 'fr', withWords: false, version: 2, measuredAt: '2026-11-24T15:00:00.000Z', usualMs: 3000, leastMs: 2000, mostMs: 3000, confidence: 0.87,
    });
  });

  it('says so where there is nothing to count', () => {
    expect(lag([point(0, 0, 'floor'), point(60_000, 0, 'floor')])).toMatchObject({ usualMs: null, leastMs: null, mostMs: null });
    expect(lag([])).toMatchObject({ usualMs: null, confidence: 0 });
  });
});

describe('isInterpreted', () => {
  it.each([['interpretation', true], ['relay', true], ['machine-voice', true], ['floor', false], ['sign-language', false], ['audio-description', false]])('%s: %s', (role, expected) => {
    expect(isInterpreted({ role })).toBe(expected);
  });
});

describe('the player', () => {
  it('makes of a lag what the server makes of it', () => {
    const curve = [point(10_000, 2000), point(20_000, 4000), point(26_000, 500)];
    for (let ms = 9000; ms < 30_000; ms += 700) {
      expect(sentenceStep(curve, FLOOR_LAG, ms)).toBeCloseTo(-(floorTimeOf(curve, ms)?.lagMs ?? Number.NaN), 6);
      expect(sentenceStep(FLOOR_LAG, curve, ms)).toBeCloseTo(lagAt(curve, ms)?.lagMs ?? Number.NaN, 6);
    }
  });
});
