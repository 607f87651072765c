import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorTimeOf, inOrder, lagAt, thinned, type LagCurve, type LagPoint } from './lag-curve.ts';

const point = (floorMs: number, lagMs: number, confidence = 0.9): LagPoint => ({ floorMs, lagMs, confidence, basis: 'between' });
const CURVE: LagCurve = [point(10_000, 1000), point(20_000, 3000, 0.5), point(30_000, 0)];

describe('a lag curve', () => {
  it('tells the lag between its points, and beyond them that of the nearest', () => {
    expect(lagAt(CURVE, 15_000)).toEqual({ floorMs: 15_000, lagMs: 2000, confidence: 0.7 });
    expect(lagAt(CURVE, 20_000)?.lagMs).toBe(3000);
    expect(lagAt(CURVE, 0)?.lagMs).toBe(1000);
    expect(lagAt(CURVE, 99_000)?.lagMs).toBe(0);
    expect([lagAt([], 5), floorTimeOf([], 5)]).toEqual([null, null]);
  });

  it('leads back from the channel to the floor', () => {
    expect(floorTimeOf(CURVE, 17_000)).toMatchObject({ floorMs: 15_000, lagMs: 2000 });
    for (let ms = 10_000; ms < 30_000; ms += 500) expect(floorTimeOf(CURVE, ms + (lagAt(CURVE, ms)?.lagMs ?? 0))?.floorMs).toBeCloseTo(ms, 6);
  });

  it('never goes back in the channel', () => {
    const steps = fc.array(fc.tuple(fc.nat(10_000), fc.nat(9000)), { minLength: 1, maxLength: 40 });
    fc.assert(fc.property(steps, (all) => {
      let at = 0;
      const said = inOrder(all.map(([step, lag]) => point((at += step), lag))).map(({ floorMs, lagMs }) => floorMs + lagMs);
      expect(said).toEqual(said.toSorted((a, b) => a - b));
    }));
  });

  it('lets the booth end before the channel carries the floor', () => {
    const carried = { floorMs: 30_000, lagMs: 0, confidence: 1, basis: 'floor' } as const;
    expect(inOrder([point(28_000, 3000), point(29_900, 3000), carried]).map(({ lagMs }) => lagMs)).toEqual([2000, 100, 0]);
  });

  it('is told in few points without telling anything else', () => {
    const straight = Array.from({ length: 50 }, (_, n) => point(n * 500, 1000 + n * 20));
    const bent = Array.from({ length: 50 }, (_, n) => point(25_000 + n * 500, 2000 - n * 20));
    const few = thinned([...straight, ...bent], 50, 0.05);
    expect(few.length).toBeLessThanOrEqual(4);
    for (const { floorMs, lagMs } of [...straight, ...bent]) expect(Math.abs((lagAt(few, floorMs)?.lagMs ?? 0) - lagMs)).toBeLessThanOrEqual(50);
    expect(thinned(CURVE, 50, 0.05)).toEqual(CURVE);
    expect(thinned([], 50, 0.05)).toEqual([]);
  });
});
