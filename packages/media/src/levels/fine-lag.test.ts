import { describe, expect, it } from 'vitest';
import { farLags } from './far-lag.ts';
import { createFineLag } from './fine-lag.ts';
import { matchPair, SAME } from './match.ts';
import { makeMeeting, measured } from './test-speech.ts';
import { median, timingOf, type LagPoint } from './timing.ts';
import { trackOf } from './windows.ts';

const { floor } = makeMeeting({ seed: 5, seconds: 1200, languages: ['en'] });
const track = (envelope: Float32Array) => trackOf({ envelope, integratedLufs: -20 });
const reference = track(measured(floor));

function lagsOf(delayMs: number, driftMsPerHour = 0): LagPoint[] {
  const late = track(measured(floor, { delayMs, driftMsPerHour, gainDb: -7, noiseLufs: -52 }));
  const match = matchPair(reference, late);
  const fine = createFineLag(reference, late);
  return [...match.states.entries()].filter(([, state]) => state === SAME)
    .map(([window]) => ({ atS: 5 * (window + 1), lagMs: 100 * fine(window, match.lags[window] ?? 0) }));
}

describe('createFineLag', () => {
  it.each([0, 13, 25, 37, 50, 63, 75, 90, 100, -63, 1234, -2851])('measures a delay of %i ms to within 5 ms', (delayMs) => {
    const lags = lagsOf(delayMs).map((point) => point.lagMs);
    expect(lags.length).toBeGreaterThan(200);
    expect(Math.abs(median(lags) - delayMs)).toBeLessThan(5);
  });

  it.each([0, 30, -75, 400])('measures a drift of %i ms an hour within 20 minutes, and knows how sure it is', (drift) => {
    const timing = timingOf(lagsOf(40, drift));
    expect(Math.abs((timing.driftMsPerHour ?? Number.NaN) - drift)).toBeLessThan(12);
    expect(timing.driftErrorMsPerHour).toBeLessThan(10);
  });
});

describe('timingOf', () => {
  const points = (length: number, lag: (index: number) => number): LagPoint[] =>
    Array.from({ length }, (_, index) => ({ atS: index * 5, lagMs: lag(index) }));

  it('does not follow single mistakes', () => {
    const timing = timingOf(points(500, (index) => (index % 7 === 0 ? -2500 : 20 + index * 0.05)));
    expect(timing.driftMsPerHour).toBeCloseTo(36, 0);
    expect(timing.unevenMs).toBeLessThan(20);
  });

  it('gives no drift for less than ten minutes', () => {
    expect(timingOf(points(119, () => 10)).driftMsPerHour).toBeNull();
    expect(timingOf(points(122, () => 10)).driftMsPerHour).toBeCloseTo(0);
  });
});

describe('farLags', () => {
  it.each([12_500, -45_000, 311_000])('finds a file that starts %i ms too late', (delayMs) => {
    const [best] = farLags(reference, track(measured(floor, { delayMs })));
    expect(Math.abs((best ?? 0) * 100 - delayMs)).toBeLessThanOrEqual(100);
  });
});
