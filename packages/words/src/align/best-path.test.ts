import { describe, expect, it } from 'vitest';
import { followBest, followPath, type Reach } from './band.ts';
import { bestPath } from './best-path.ts';
import { BETWEEN, HOLE, layOut, SPOKEN } from './lattice.ts';
import { DIRECTIONS } from './metric.ts';
import type { Seen } from './seen.ts';

const SENTENCE = 50;
const REACH = { lead: 40, ahead: 300, far: 600 };
const BESIDE = { margin: 30, before: 30, after: 200, longHole: 60 };
const SCORES = { untold: 0.5, hole: -8, leaveOut: -12 };

/** Frames that are the less alike the farther they lie apart; the same number gives the same frame. */
function frames(numbers: readonly number[]): Seen {
  const values = new Float32Array(numbers.length * DIRECTIONS);
  const own = new Float32Array(numbers.length).fill(1);
  numbers.forEach((number, n) => {
    let state = number * 7919 + 1;
    for (let d = 0; d < DIRECTIONS; d += 1) {
      const value = (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647 * 2.2 - 1.1;
      values[n * DIRECTIONS + d] = value;
      own[n] = (own[n] ?? 0) - value * value / 2;
    }
  });
  return { values, own, speech: new Uint8Array(numbers.length).fill(1) };
}

const count = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);
const sentences = (length: number) => layOut(count(0, length / SENTENCE + 1).map((n) => n * SENTENCE));

/** The frame of the text at each row; null where there is sound without text. */
function follow(sound: readonly number[], text: readonly number[], reach: Reach = REACH, blockSize?: number): (number | null)[] {
  const lattice = sentences(text.length);
  const path = bestPath({ sound: frames(sound), text: frames(text), lattice, scores: SCORES, choose: followBest(lattice.kind.length, reach) }, blockSize);
  return [...path].map((at) => {
    if (lattice.kind[at] === BETWEEN || lattice.kind[at] === HOLE) return null;
    if (lattice.kind[at] !== SPOKEN) throw new Error('Sound lies where a sentence is left out.');
    return text[lattice.frame[at] ?? -1] ?? null;
  });
}

describe('bestPath', () => {
  it('goes along what is the same, for hours', () => {
    // Longer than the steps are kept.
    const all = count(0, 1500);
    expect(follow(all, all, REACH, 1 << 16)).toEqual(all);
  });

  it('goes past what only the sound has', () => {
    const all = count(0, 1000);
    expect(follow(all, [...count(0, 400), ...count(700, 1000)])).toEqual(all.map((n) => (n < 400 || n >= 700 ? n : null)));
  });

  it('goes round sentences that only the text has, at the beginning, inside and at the end', () => {
    const sound = [...count(100, 400), ...count(600, 800)];
    expect(follow(sound, count(0, 1000))).toEqual(sound);
  });

  it('holds what is said slowly', () => {
    const slow = count(0, 500).flatMap((n) => [n, n]);
    expect(follow(slow, count(0, 500))).toEqual(slow);
  });

  it('is not led astray by what sounds like a later sentence, where only the sound has something', () => {
    const text = [...count(0, 400), ...count(700, 1500)];
    const lookalike = [...count(900, 1100)];
    const sound = [...count(0, 400), ...lookalike, ...count(5000, 5050), ...count(700, 1500)];
    const expected = sound.map((n, row) => (row >= 400 && row < 650 ? null : n));
    expect(follow(sound, text, { lead: 500, ahead: 100, far: 400 })).toEqual(expected);
  });

  it('follows in finer steps what was found in coarser ones, over jumps too, even where those were found late', () => {
    const [sound, text] = [[...count(0, 400), ...count(1400, 2000)], count(0, 2000)];
    const odd = (all: readonly number[]) => all.filter((_, n) => n % 2 === 0);
    const [coarse, fine] = [layOut(count(0, 41).map((n) => n * SENTENCE / 2)), sentences(2000)];
    const rough = bestPath({ sound: frames(odd(sound)), text: frames(odd(text)), lattice: coarse, scores: SCORES, choose: followBest(coarse.kind.length, { lead: 40, ahead: 100, far: 700 }) });
    const path = bestPath({ sound: frames(sound), text: frames(text), lattice: fine, scores: SCORES, choose: followPath(rough, coarse, fine, 2, BESIDE) });
    expect([...path].map((at) => text[fine.frame[at] ?? -1])).toEqual(sound);
  });

  it('finds nothing where nothing is the same', () => {
    expect(follow(count(5000, 5200), count(0, 200)).every((at) => at === null)).toBe(true);
  });
});
