import { describe, expect, it } from 'vitest';
import { hearSample } from '../../../../fixtures/lag/index.ts';
import { lagAt } from './lag-curve.ts';
import { measureLag } from './measure-lag.ts';

describe('the sample meeting', () => {
  it('has the lags that it was made with', async () => {
    const booths = await hearSample(['ar', 'fr', 'ru']);
    const found = [];
    for (const { question, captioned, truth, language } of booths) {
      const curve = await measureLag(question, async () => undefined);
      found.push(...truth.map((one) => ({ ...one, language, captioned, offMs: Math.abs((lagAt(curve, one.floorMs)?.lagMs ?? Infinity) - one.lagMs) })));
    }
    const starts = found.filter(({ startsTurn }) => startsTurn).map(({ offMs }) => offMs).toSorted((a, b) => a - b);
    const inside = found.filter(({ startsTurn, captioned }) => captioned && !startsTurn).map(({ offMs }) => offMs).toSorted((a, b) => a - b);
    expect(starts.length).toBe(17);
    expect(starts[Math.floor(starts.length / 2)], JSON.stringify(found)).toBeLessThanOrEqual(300);
    // One in seventeen may be wrong by more; the bench asks all six booths, for 95 %.
    expect(starts[15]).toBeLessThanOrEqual(1000);
    expect(inside[Math.floor(inside.length / 2)]).toBeLessThanOrEqual(1000);
  });
});
