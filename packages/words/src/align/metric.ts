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

/** A frame of the sound and a frame of the text that are the same sound. */
export type Pairs = readonly (readonly [sound: number, text: number])[];

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
 * Learns how the two voices go together (canonical correlation of both): from pairs of frames that were found to be the same, and from what is usual,
 * which counts for less the more pairs there are.
 */
export function learnMetric(sound: Stacked, text: Stacked, found: Pairs): Metric {
  const step = Math.ceil(found.length / ENOUGH);
  const pairs = found.filter((_, n) => n % step === 0);
  const [heard, spoken] = [spread(sound), spread(text)];
  const [lowerHeard, lowerSpoken] = [cholesky(heard.covariance, STACKED), cholesky(spoken.covariance, STACKED)];
  const both = commonSpread(sound, text, heard, spoken, pairs);
  const learned = transpose(solveLower(lowerSpoken, transpose(solveLower(lowerHeard, both, STACKED), STACKED), STACKED), STACKED);
  const whitened = learned.map((value, n) => (value + (n % (STACKED + 1) === 0 ? USUAL_PAIRS * usual(n / (STACKED + 1)) : 0)) / (pairs.length + USUAL_PAIRS));
  const { values, vectors } = eigen(multiply(whitened, transpose(whitened, STACKED), STACKED), STACKED);
  const together = Float64Array.from({ length: DIRECTIONS }, (_, n) => Math.sqrt(Math.max(1e-6, values[n] ?? 0)));
  const others = multiply(vectors, whitened, STACKED).map((value, n) => value / (together[Math.floor(n / STACKED)] ?? 1));
  const unwhiten = (rows: Square, lower: Square) => multiply(rows, solveLower(lower, identity(STACKED), STACKED), STACKED).slice(0, DIRECTIONS * STACKED);
  return {
    sound: { mean: heard.mean, directions: unwhiten(vectors, lowerHeard) }, text: { mean: spoken.mean, directions: unwhiten(others, lowerSpoken) },
    together: together.map((value) => Math.min(CLOSEST, value)),
  };
}

interface Spread {
  readonly mean: Float64Array;
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
    addProduct(covariance, vector, mean, vector, mean);
  }
  return { mean, covariance: covariance.map((value, n) => value / Math.max(1, count) + (n % (STACKED + 1) === 0 ? RIDGE : 0)) };
}

function addProduct(sum: Square, a: Float64Array, meanA: Float64Array, b: Float64Array, meanB: Float64Array): void {
  for (let p = 0; p < STACKED; p += 1) {
    const value = (a[p] as number) - (meanA[p] as number);
    for (let q = 0; q < STACKED; q += 1) sum[p * STACKED + q] = (sum[p * STACKED + q] as number) + value * ((b[q] as number) - (meanB[q] as number));
  }
}

/** The sum of the products of both over all pairs. */
function commonSpread(sound: Stacked, text: Stacked, heard: Spread, spoken: Spread, pairs: Pairs): Square {
  const both = new Float64Array(STACKED * STACKED);
  const [a, b] = [new Float64Array(STACKED), new Float64Array(STACKED)];
  for (const [row, column] of pairs) {
    if (sound.speech[row] !== 1 || text.speech[column] !== 1) continue;
    vectorOf(sound, row, a);
    vectorOf(text, column, b);
    addProduct(both, a, heard.mean, b, spoken.mean);
  }
  return both;
}

// What comes after tells less, as most of it is known from what was before.
const usual = (n: number) => (USUAL[n % COEFFICIENTS] ?? 0) * (n < COEFFICIENTS ? 1 : 0.6);

/** Frames seen in the directions of a metric. */
export interface Seen {
  /** `DIRECTIONS` for each. */
  readonly values: Float32Array;
  /** What a frame adds to every comparison. */
  readonly own: Float32Array;
  readonly speech: Uint8Array;
  readonly at: Int32Array;
}

/**
 * Looks at frames of one side. The product of a frame of each side, with what both add, is the logarithm of how much likelier it is that they
 * are the same than that they are any two.
 */
export function look(frames: Stacked, metric: Metric, which: 'sound' | 'text'): Seen {
  const { mean, directions } = metric[which];
  const { speech, at } = frames;
  const count = speech.length;
  const vector = new Float64Array(STACKED);
  const seen = { values: new Float32Array(count * DIRECTIONS), own: new Float32Array(count), speech, at };
  const scales = metric.together.map((r) => Math.sqrt(r / (1 - r * r)));
  const owns = metric.together.map((r) => (r * r) / (2 * (1 - r * r)));
  const base = which === 'sound' ? 0 : metric.together.reduce((sum, r) => sum - 0.5 * Math.log(1 - r * r), 0);
  for (let n = 0; n < count; n += 1) {
    let own = base;
    vectorOf(frames, n, vector);
    for (let d = 0; d < DIRECTIONS; d += 1) {
      let sum = 0;
      for (let c = 0; c < STACKED; c += 1) sum += (directions[d * STACKED + c] as number) * ((vector[c] as number) - (mean[c] as number));
      own -= (owns[d] as number) * sum * sum;
      seen.values[n * DIRECTIONS + d] = (scales[d] as number) * sum;
    }
    seen.own[n] = own;
  }
  return seen;
}
