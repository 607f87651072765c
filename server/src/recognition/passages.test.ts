import { describe, expect, it } from 'vitest';
import { LONGEST_PASSAGE_MS, passagesOf, wholePassages } from './passages.domain.ts';

const never = (): number => { throw new Error('nothing had to be cut'); };
const said = (...pairs: readonly (readonly [number, number])[]) => pairs.map(([fromMs, toMs]) => ({ fromMs, toMs }));

describe('passages', () => {
  it('are apart at pauses, with some of the pause around', () => {
    expect(passagesOf(said([1000, 3000], [3300, 5000], [7000, 8000]), 9000, never)).toEqual(said([800, 5200], [6800, 8200]));
  });

  it('share a short pause, and stay inside the sound', () => {
    expect(passagesOf(said([100, 12_000], [12_100, 24_500], [24_600, 26_000]), 26_050, never)).toEqual(said([0, 12_050], [12_050, 26_050]));
  });

  it('are never longer than a recogniser takes, speech without a pause included', () => {
    const cuts: (readonly [number, number])[] = [];
    const found = passagesOf(said([0, 60_000]), 60_000, (from, to) => { cuts.push([from, to]); return to - 1000; });
    expect(cuts).toEqual([[19_000, 24_000], [42_000, 47_000]]);
    expect(found).toEqual(said([0, 23_000], [23_000, 46_000], [46_000, 60_000]));
    expect(Math.max(...found.map(({ fromMs, toMs }) => toMs - fromMs))).toBeLessThanOrEqual(LONGEST_PASSAGE_MS);
  });

  it('are none in silence', () => expect(passagesOf([], 5000, never)).toEqual([]));
});

describe('the end of a window', () => {
  const passages = said([800, 5200], [50_000, 59_900]);

  it('leaves what goes on to the next one', () => {
    expect(wholePassages(passages, 60_000, false)).toEqual({ whole: said([800, 5200]), nextMs: 50_000 });
  });

  it('is the end where the sound ends, or where it is silent', () => {
    expect(wholePassages(passages, 60_000, true)).toEqual({ whole: passages, nextMs: 60_000 });
    expect(wholePassages(said([800, 5200]), 60_000, false)).toEqual({ whole: said([800, 5200]), nextMs: 60_000 });
  });

  it('always moves on', () => {
    expect(wholePassages(said([0, 60_000]), 60_000, false).nextMs).toBe(60_000);
  });
});
