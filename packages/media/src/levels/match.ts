import { LEAST_VARIATION_DB, REACH, spread, stretch, windowCount, WINDOW, WINDOW_STEP, type Track } from './windows.ts';

/** A window of a pair of channels that says nothing: silence, or hum. */
export const UNKNOWN = 0;
/** A window with two sounds. */
export const DIFFERENT = 1;
/** A window with one sound in both channels. */
export const SAME = 2;
/** A window in which the second channel is silent. */
export const ONE_SIDED = 3;

/** Two channels compared window by window. */
export type PairMatch = {
  /** Per window of the first channel: UNKNOWN, DIFFERENT, SAME or ONE_SIDED. */
  readonly states: Uint8Array;
  /** Per window with SAME: how many whole hops the second channel is later than the first. */
  readonly lags: Int16Array;
};

// Chosen by experiment (espeak speech, interpretation sentence by sentence behind the floor, AAC, hiss, compressors):
// sound that is the same has an outline above 0.97, and above 0.8 behind a hard compressor. Interpretation that pauses
// where the speaker pauses reaches 0.98, for pauses rule the outline; inside the speech it stays below 0.6.
const SAME_OUTLINE = 0.8;
const SAME_INSIDE = 0.6;
const COARSE_OUTLINE = 0.55;
// Inside the speech: within this share of the window's range below its top, but at most 15 dB, and 2 hops from an edge.
const INSIDE_SHARE = 0.6;
const INSIDE_DB = 15;
const EDGE = 2;
const LEAST_INSIDE = 15;
// Few values agree by chance more easily.
const FEW_INSIDE = 40;
const SAME_INSIDE_FEW = 0.8;

type Scratch = { readonly first: Float64Array; readonly second: Float64Array; readonly inside: Uint8Array };

/** Compares two channels: where they carry the same sound, up to 3 s around `around` (hops, positive: the second is later). */
export function matchPair(first: Track, second: Track, around = 0): PairMatch {
  const count = windowCount(first.envelope.length);
  const states = new Uint8Array(count);
  const lags = new Int16Array(count);
  const scratch: Scratch = {
    first: new Float64Array(WINDOW),
    second: new Float64Array(WINDOW + 2 * REACH),
    inside: new Uint8Array(WINDOW),
  };
  for (let window = 0; window < count; window += 1) {
    const start = window * WINDOW_STEP;
    if (stretch(first, start, scratch.first) < first.activeLufs) continue;
    const from = start + around - REACH;
    const heard = stretch(second, from, scratch.second) >= second.activeLufs;
    // The edge of a recording is no change of level: only lags at which it fills the window count.
    const range = { first: Math.max(0, -from), last: Math.min(2 * REACH, second.envelope.length - WINDOW - from) };
    const found = matchWindow(scratch, heard, range);
    states[window] = found.state;
    lags[window] = around + found.lag;
  }
  return { states, lags };
}

type Range = { readonly first: number; readonly last: number };

function matchWindow(scratch: Scratch, heard: boolean, range: Range): { readonly state: number; readonly lag: number } {
  const { first, second } = scratch;
  const { mean, deviation } = spread(first);
  if (deviation < LEAST_VARIATION_DB) return { state: UNKNOWN, lag: 0 };
  if (!heard) return { state: ONE_SIDED, lag: 0 };
  let varies = false;
  let best = -1;
  let bestAt = 0;
  const tryAt = (at: number): void => {
    const outline = outlineAt(first, second, at, mean, deviation);
    if (outline > -1) varies = true;
    if (outline > best) [best, bestAt] = [outline, at];
  };
  // A momentary value spans 4 hops: its outline is smooth enough to look at every second lag first.
  for (let at = range.first; at <= range.last; at += 2) tryAt(at);
  if (!varies) return { state: UNKNOWN, lag: 0 };
  if (best < COARSE_OUTLINE) return { state: DIFFERENT, lag: 0 };
  const coarse = bestAt;
  if (coarse > range.first) tryAt(coarse - 1);
  if (coarse < range.last) tryAt(coarse + 1);
  if (best < SAME_OUTLINE) return { state: DIFFERENT, lag: 0 };
  const inside = insideAt(scratch, bestAt);
  if (inside === null) return { state: UNKNOWN, lag: 0 };
  const wanted = inside.count < FEW_INSIDE ? SAME_INSIDE_FEW : SAME_INSIDE;
  return { state: inside.correlation >= wanted ? SAME : DIFFERENT, lag: bestAt - REACH };
}

/** Pearson's correlation of the window with the second channel from `at` on; -1 where that one doesn't vary. */
function outlineAt(first: Float64Array, second: Float64Array, at: number, mean: number, deviation: number): number {
  let products = 0;
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < WINDOW; index += 1) {
    const other = second[at + index] ?? 0;
    products += (first[index] ?? 0) * other;
    sum += other;
    squares += other * other;
  }
  const otherMean = sum / WINDOW;
  const otherDeviation = Math.sqrt(Math.max(0, squares / WINDOW - otherMean * otherMean));
  if (otherDeviation < LEAST_VARIATION_DB) return -1;
  return (products / WINDOW - mean * otherMean) / (deviation * otherDeviation);
}

/** The same correlation where both are inside their speech, away from its edges; null when too little of that is there. */
function insideAt({ first, second, inside }: Scratch, at: number): { readonly count: number; readonly correlation: number } | null {
  const firstLimit = insideLimit(first, 0);
  const secondLimit = insideLimit(second, at);
  for (let index = 0; index < WINDOW; index += 1) {
    inside[index] = (first[index] ?? 0) >= firstLimit && (second[at + index] ?? 0) >= secondLimit ? 1 : 0;
  }
  let [count, x, y, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (let index = EDGE; index < WINDOW - EDGE; index += 1) {
    let whole = true;
    for (let near = index - EDGE; near <= index + EDGE; near += 1) whole &&= inside[near] === 1;
    if (!whole) continue;
    const one = first[index] ?? 0;
    const other = second[at + index] ?? 0;
    count += 1;
    x += one;
    y += other;
    xx += one * one;
    yy += other * other;
    xy += one * other;
  }
  if (count < LEAST_INSIDE) return null;
  const variance = (xx / count - (x / count) ** 2) * (yy / count - (y / count) ** 2);
  return variance > 0 ? { count, correlation: (xy / count - (x * y) / count / count) / Math.sqrt(variance) } : null;
}

function insideLimit(values: Float64Array, start: number): number {
  let top = -Infinity;
  let bottom = Infinity;
  for (let index = start; index < start + WINDOW; index += 1) {
    const value = values[index] ?? 0;
    if (value > top) top = value;
    if (value < bottom) bottom = value;
  }
  return top - Math.min(INSIDE_DB, INSIDE_SHARE * (top - bottom));
}
