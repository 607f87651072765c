import { COEFFICIENTS } from './cepstra.ts';

/** Frames of 20 ms that are joined to one that is compared. */
export const JOINED = 4;
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

/** Room for so many frames. */
export const emptyStack = (count: number): Stacked => ({ values: new Float32Array(count * STACKED), speech: new Uint8Array(count), at: new Int32Array(count) });

// So many deviations: what is farther off is silence or a click.
const FARTHEST = 3;

/**
 * Joins the chosen frames of a sound by fours, and writes them into a stack from a place on.
 * @param kept The chosen frames, in their order.
 */
export function stackInto(stacked: Stacked, place: number, values: Float32Array, speech: Uint8Array, kept: Int32Array): void {
  const count = Math.ceil(kept.length / JOINED);
  for (let n = 0; n < count; n += 1) {
    const group = kept.subarray(n * JOINED, (n + 1) * JOINED);
    const middle = (place + n) * STACKED + COEFFICIENTS;
    let spoken = 0;
    for (const frame of group) {
      spoken += speech[frame] as number;
      for (let c = 0; c < COEFFICIENTS; c += 1) {
        const value = values[frame * COEFFICIENTS + c] as number;
        stacked.values[middle + c] = (stacked.values[middle + c] as number) + Math.max(-FARTHEST, Math.min(FARTHEST, value)) / group.length;
      }
    }
    stacked.speech[place + n] = spoken * 2 >= group.length ? 1 : 0;
    stacked.at[place + n] = group[0] ?? 0;
  }
  for (let n = 0; n < count; n += 1) {
    copyMiddle(stacked.values, place + n, place + Math.max(0, n - 1), 0);
    copyMiddle(stacked.values, place + n, place + Math.min(count - 1, n + 1), 2 * COEFFICIENTS);
  }
}

function copyMiddle(values: Float32Array, to: number, from: number, at: number): void {
  const middle = from * STACKED + COEFFICIENTS;
  values.copyWithin(to * STACKED + at, middle, middle + COEFFICIENTS);
}

/** Every second frame of each of several stretches, one after the other. */
export function halve({ values, speech, at }: Stacked, bounds: readonly number[]): Stacked {
  const kept = bounds.slice(0, -1).flatMap((from, n) => Array.from({ length: Math.ceil(((bounds[n + 1] ?? from) - from) / 2) }, (_, k) => from + 2 * k));
  const half = emptyStack(kept.length);
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
