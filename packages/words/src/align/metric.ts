import { COEFFICIENTS } from './cepstra.ts';
import { cholesky, eigen, identity, multiply, solveLower, transpose, type Square } from './linear.ts';
import { STACKED, vectorOf, type Stacked } from './stacked.ts';

/** Directions in which frames are compared, those first in which two voices have most in common. */
export const DIRECTIONS = 12;

/** How frames of the sound and of the reference voice are compared. */
export interface Metric {
  readonly sound: Side;
  readonly text: Side;
  /** How closely both go together in each direction, 0 to 1. */
  readonly together: Float64Array;
}

interface Side {
  readonly mean: Float64Array;
  /** `DIRECTIONS` rows of `STACKED`: a frame becomes numbers with variance 1. */
  readonly directions: Float64Array;
}

/** Frames of the sound and frames of the text, in the same order, that are the same sound. */
export interface Pairs {
  readonly sound: Int32Array;
  readonly text: Int32Array;
}

// How closely coefficients of two voices that say the same go together, before anything is known of them: measured on espeak-ng's voices.
const USUAL = [0.5, 0.75, 0.7, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3, 0.3, 0.25, 0.25];
// So many pairs weigh as much as what is usual: two minutes of speech in steps of 160 ms.
const USUAL_PAIRS = 750;
const CLOSEST = 0.92;
// Half an hour has all sounds of a language many times.
const ENOUGH = 20_000;
// So much noise is in all of it.
const RIDGE = 0.02;

/**
 * Learns how the two voices go together (canonical correlation of both), as often as it is asked: from pairs of frames that were found to be the same, and
 * from what is usual, which counts for less the more pairs there are.
 */
export function learner(sound: Stacked, text: Stacked): (found: Pairs) => Metric {
  const [heard, spoken] = [spread(sound), spread(text)];
  const [lowerHeard, lowerSpoken] = [cholesky(heard.covariance, STACKED), cholesky(spoken.covariance, STACKED)];
  const unwhiten = (rows: Square, lower: Square) => multiply(rows, solveLower(lower, identity(STACKED), STACKED), STACKED).slice(0, DIRECTIONS * STACKED);
  return (found) => {
    const step = Math.ceil(found.sound.length / ENOUGH);
    const count = step === 0 ? 0 : Math.ceil(found.sound.length / step);
    const both = commonSpread(sound, text, heard, spoken, found, step);
    const learned = transpose(solveLower(lowerSpoken, transpose(solveLower(lowerHeard, both, STACKED), STACKED), STACKED), STACKED);
    const whitened = learned.map((value, n) => (value + (n % (STACKED + 1) === 0 ? USUAL_PAIRS * usual(n / (STACKED + 1)) : 0)) / (count + USUAL_PAIRS));
    const { values, vectors } = eigen(multiply(whitened, transpose(whitened, STACKED), STACKED), STACKED);
    const together = Float64Array.from({ length: DIRECTIONS }, (_, n) => Math.sqrt(Math.max(1e-6, values[n] ?? 0)));
    const others = multiply(vectors, whitened, STACKED).map((value, n) => value / (together[Math.floor(n / STACKED)] ?? 1));
    return {
      sound: { mean: heard.mean, directions: unwhiten(vectors, lowerHeard) }, text: { mean: spoken.mean, directions: unwhiten(others, lowerSpoken) },
      together: together.map((value) => Math.min(CLOSEST, value)),
    };
  };
}

interface Spread {
  readonly mean: Float64Array;
  /** Its lower triangle; the rest is 0. */
  readonly covariance: Square;
}

/** Mean and covariance of the frames of speech. */
function spread(frames: Stacked): Spread {
  const { speech } = frames;
  const mean = new Float64Array(STACKED);
  const covariance = new Float64Array(STACKED * STACKED);
  const vector = new Float64Array(STACKED);
  const step = Math.ceil(speech.length / ENOUGH);
  let count = 0;
  for (let n = 0; n < speech.length; n += step) {
    if (speech[n] !== 1) continue;
    count += 1;
    vectorOf(frames, n, vector);
    for (let c = 0; c < STACKED; c += 1) mean[c] = (mean[c] as number) + (vector[c] as number);
  }
  for (let c = 0; c < STACKED; c += 1) mean[c] = (mean[c] as number) / Math.max(1, count);
  for (let n = 0; n < speech.length; n += step) {
    if (speech[n] !== 1) continue;
    vectorOf(frames, n, vector);
    for (let c = 0; c < STACKED; c += 1) vector[c] = (vector[c] as number) - (mean[c] as number);
    for (let p = 0; p < STACKED; p += 1) {
      const value = vector[p] as number;
      for (let q = 0, at = p * STACKED; q <= p; q += 1, at += 1) covariance[at] = (covariance[at] as number) + value * (vector[q] as number);
    }
  }
  return { mean, covariance: covariance.map((value, n) => value / Math.max(1, count) + (n % (STACKED + 1) === 0 ? RIDGE : 0)) };
}

/** The sum of the products of both over each `step`th of the pairs. */
function commonSpread(sound: Stacked, text: Stacked, heard: Spread, spoken: Spread, pairs: Pairs, step: number): Square {
  const both = new Float64Array(STACKED * STACKED);
  const [a, b] = [new Float64Array(STACKED), new Float64Array(STACKED)];
  for (let n = 0; n < pairs.sound.length; n += step) {
    const [row, column] = [pairs.sound[n] as number, pairs.text[n] as number];
    if (sound.speech[row] !== 1 || text.speech[column] !== 1) continue;
    vectorOf(sound, row, a);
    vectorOf(text, column, b);
    for (let q = 0; q < STACKED; q += 1) b[q] = (b[q] as number) - (spoken.mean[q] as number);
    for (let p = 0; p < STACKED; p += 1) {
      const value = (a[p] as number) - (heard.mean[p] as number);
      for (let q = 0, at = p * STACKED; q < STACKED; q += 1, at += 1) both[at] = (both[at] as number) + value * (b[q] as number);
    }
  }
  return both;
}

// What comes after tells less, as most of it is known from what was before.
const usual = (n: number) => (USUAL[n % COEFFICIENTS] ?? 0) * (n < COEFFICIENTS ? 1 : 0.6);
