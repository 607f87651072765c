import { describe, expect, it } from 'vitest';
import { bitRates, iframeRates, targetDuration } from './bit-rates.ts';
import type { MediaSegment } from './segments.ts';

const segments = (...shapes: [seconds: number, bytes: number][]): MediaSegment[] => {
  let startSeconds = 0;
  return shapes.map(([durationSeconds, length]) => {
    const segment = { startSeconds, durationSeconds, offset: 0, length };
    startSeconds += durationSeconds;
    return segment;
  });
};

describe('bitRates', () => {
  it('takes the average over all bytes and the peak over the busiest segment', () => {
    expect(bitRates(segments([6, 600_000], [6, 1_200_000], [6, 300_000]), 6)).toEqual({ average: Math.ceil((2_100_000 * 8) / 18), peak: 1_600_000 });
  });

  it('does not count a run shorter than half a target duration by itself, but with its neighbours', () => {
    const { peak } = bitRates(segments([4, 400_000], [1, 500_000], [4, 400_000]), 4);
    expect(peak).toBe(Math.ceil((900_000 * 8) / 5));
  });

  it('counts runs of several short segments up to one and a half target durations', () => {
    const { peak } = bitRates(segments([1, 100_000], [1, 100_000], [1, 100_000], [1, 100_000], [1, 100_000]), 4);
    expect(peak).toBe(800_000);
  });

  it('measures a meeting shorter than half a segment as a whole', () => {
    expect(bitRates(segments([1, 50_000]), 6)).toEqual({ average: 400_000, peak: 400_000 });
    expect(bitRates([], 6)).toEqual({ average: 0, peak: 0 });
  });

  it('rounds up, so that nothing is promised to be lighter than it is', () => {
    expect(bitRates(segments([3, 1]), 3)).toEqual({ average: 3, peak: 3 });
  });
});

describe('iframeRates', () => {
  it('counts single I-frames, as their playlist has a short target duration', () => {
    const frames = segments([2, 10_000], [2, 30_000], [2, 10_000]);
    expect(iframeRates(frames)).toEqual({ average: Math.ceil((50_000 * 8) / 6), peak: 120_000 });
    expect(bitRates(frames, 6).peak).toBe(80_000);
  });
});

describe('targetDuration', () => {
  it('is the longest segment of all renditions in whole seconds', () => {
    expect(targetDuration([segments([4, 1], [4.4, 1]), segments([5.5, 1])])).toBe(6);
    expect(targetDuration([segments([10.4, 1])])).toBe(10);
  });

  it('leaves room for renditions to come', () => {
    expect(targetDuration([segments([4, 1])], 6)).toBe(6);
    expect(targetDuration([], 5.2)).toBe(6);
    expect(targetDuration([])).toBe(1);
  });
});
