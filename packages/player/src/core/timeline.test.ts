import { describe, it, expect } from 'vitest';
import { axisTicks, shareOf, timeAt } from './timeline.ts';

describe('time axis', () => {
  it('picks round steps for any length', () => {
    expect(axisTicks(240_000)).toEqual([0, 30_000, 60_000, 90_000, 120_000, 150_000, 180_000, 210_000]);
    expect(axisTicks(3 * 3_600_000)).toEqual([0, 1_800_000, 3_600_000, 5_400_000, 7_200_000, 9_000_000]);
    expect(axisTicks(0)).toEqual([]);
    for (const hours of [0.001, 0.3, 1, 2.7, 9, 30]) expect(axisTicks(hours * 3_600_000).length).toBeLessThanOrEqual(9);
  });

  it('leaves room for the end', () => expect(axisTicks(61_000, 4)).toEqual([0, 30_000]));

  it('maps both ways and stays inside', () => {
    expect(shareOf(30_000, 120_000)).toBe(0.25);
    expect([shareOf(-1, 10), shareOf(20, 10), shareOf(5, 0)]).toEqual([0, 1, 0]);
    expect([timeAt(25, 100, 120_000), timeAt(-5, 100, 1000), timeAt(200, 100, 1000), timeAt(1, 0, 1000)]).toEqual([30_000, 0, 1000, 0]);
  });
});
