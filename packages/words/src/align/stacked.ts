import { COEFFICIENTS, type Joined } from './cepstra.ts';

/** Numbers of a frame with what is before and after it. */
export const STACKED = 3 * COEFFICIENTS;

/** Frames as they are compared: the mean of 80 ms with those before and after it, pauses shortened. */
export interface Stacked {
  /** `STACKED` for each. */
  readonly values: Float32Array;
  /** 1 where somebody speaks. */
  readonly speech: Uint8Array;
  /** The frame of 20 ms where each begins. */
  readonly at: Int32Array;
}

// So many deviations: what is farther off is silence or a click.
const FARTHEST = 3;

/** Gives each frame what is before and after it, within each of several stretches. */
export function stack({ values, speech, at }: Joined, bounds: readonly number[]): Stacked {
  const stacked = new Float32Array(speech.length * STACKED);
  for (const [n, from] of bounds.slice(0, -1).entries()) {
    const last = (bounds[n + 1] ?? from) - 1;
    for (let frame = from; frame <= last; frame += 1) {
      for (let place = 0; place < 3; place += 1) {
        const source = Math.max(from, Math.min(last, frame + place - 1)) * COEFFICIENTS;
        const target = frame * STACKED + place * COEFFICIENTS;
        for (let c = 0; c < COEFFICIENTS; c += 1) stacked[target + c] = Math.max(-FARTHEST, Math.min(FARTHEST, values[source + c] as number));
      }
    }
  }
  return { values: stacked, speech, at };
}

/** Every second frame of each of several stretches, one after the other. */
export function halve({ values, speech, at }: Stacked, bounds: readonly number[]): Stacked {
  const kept = bounds.slice(0, -1).flatMap((from, n) => Array.from({ length: Math.ceil(((bounds[n + 1] ?? from) - from) / 2) }, (_, k) => from + 2 * k));
  const half = { values: new Float32Array(kept.length * STACKED), speech: new Uint8Array(kept.length), at: new Int32Array(kept.length) };
  kept.forEach((frame, n) => {
    half.values.set(values.subarray(frame * STACKED, (frame + 1) * STACKED), n * STACKED);
    half.speech[n] = speech[frame] ?? 0;
    half.at[n] = at[frame] ?? 0;
  });
  return half;
}

/** The first so many frames. */
export const beginning = ({ values, speech, at }: Stacked, count: number): Stacked =>
  ({ values: values.subarray(0, count * STACKED), speech: speech.subarray(0, count), at: at.subarray(0, count) });
