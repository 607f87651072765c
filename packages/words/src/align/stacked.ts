import { COEFFICIENTS, type Joined } from './cepstra.ts';

/** Numbers of a frame with what is before and after it. */
export const STACKED = 3 * COEFFICIENTS;

/** Frames as they are compared: each with those before and after it, which are looked up and not kept twice. */
export interface Stacked {
  /** `COEFFICIENTS` of each frame there is. */
  readonly values: Float32Array;
  /** Of each frame there is the one before it and the one after it; itself at an edge. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** Which of them these are. */
  readonly frames: Int32Array;
  /** 1 where somebody speaks. */
  readonly speech: Uint8Array;
  /** The frame of 20 ms where each begins. */
  readonly at: Int32Array;
}

// So many deviations: what is farther off is silence or a click.
const FARTHEST = 3;

/** Gives each frame what is before and after it, within each of several stretches. What is far off is cut off, in place. */
export function stack({ values, speech, at }: Joined, bounds: readonly number[]): Stacked {
  const count = speech.length;
  for (let n = 0; n < values.length; n += 1) values[n] = Math.max(-FARTHEST, Math.min(FARTHEST, values[n] as number));
  const before = Int32Array.from({ length: count }, (_, n) => n - 1);
  const after = Int32Array.from({ length: count }, (_, n) => n + 1);
  for (const [n, from] of bounds.slice(0, -1).entries()) {
    const last = (bounds[n + 1] ?? from) - 1;
    if (last < from) continue;
    before[from] = from;
    after[last] = last;
  }
  return { values, before, after, frames: Int32Array.from({ length: count }, (_, n) => n), speech, at };
}

/** Writes the numbers of a frame with what is before and after it. */
export function vectorOf({ values, before, after, frames }: Stacked, n: number, vector: Float64Array): void {
  const frame = frames[n] as number;
  const [p, q, r] = [(before[frame] as number) * COEFFICIENTS, frame * COEFFICIENTS, (after[frame] as number) * COEFFICIENTS];
  for (let c = 0; c < COEFFICIENTS; c += 1) {
    vector[c] = values[p + c] as number;
    vector[COEFFICIENTS + c] = values[q + c] as number;
    vector[2 * COEFFICIENTS + c] = values[r + c] as number;
  }
}

/** Every second frame of each of several stretches, one after the other. */
export function halve(stacked: Stacked, bounds: readonly number[]): Stacked {
  const frames = Int32Array.from(bounds.slice(0, -1).flatMap((from, n) => Array.from({ length: Math.ceil(((bounds[n + 1] ?? from) - from) / 2) }, (_, k) => from + 2 * k)));
  return { ...stacked, frames, speech: Uint8Array.from(frames, (frame) => stacked.speech[frame] ?? 0), at: frames.map((frame) => stacked.at[frame] ?? 0) };
}

/** The first so many frames. */
export const beginning = (stacked: Stacked, count: number): Stacked =>
  ({ ...stacked, frames: stacked.frames.subarray(0, count), speech: stacked.speech.subarray(0, count), at: stacked.at.subarray(0, count) });
