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
  /** The frame of the sound where each begins. */
  readonly at: Int32Array;
}

// So many deviations: what is farther off is silence or a click.
const FARTHEST = 3;

/**
 * Joins the chosen frames of a sound, one at each `step` of them.
 * @param kept The chosen frames, in their order; in reverse order, the sound is heard backwards.
 */
export function stack(values: Float32Array, speech: Uint8Array, kept: Int32Array, step: number): Stacked {
  const count = Math.ceil(kept.length / step);
  const stacked = { values: new Float32Array(count * STACKED), speech: new Uint8Array(count), at: new Int32Array(count) };
  const means = movingMeans(values, kept);
  for (let n = 0; n < count; n += 1) {
    const first = n * step;
    for (let place = 0; place < 3; place += 1) {
      const from = Math.max(0, Math.min(kept.length - 1, first + (place - 1) * JOINED)) * COEFFICIENTS;
      stacked.values.set(means.subarray(from, from + COEFFICIENTS), n * STACKED + place * COEFFICIENTS);
    }
    let spoken = 0;
    const group = kept.subarray(first, first + JOINED);
    for (const frame of group) spoken += speech[frame] ?? 0;
    stacked.speech[n] = spoken * 2 >= group.length ? 1 : 0;
    stacked.at[n] = kept[first] ?? 0;
  }
  return stacked;
}

/** Of each chosen frame the mean with the three after it. */
function movingMeans(values: Float32Array, kept: Int32Array): Float32Array {
  const means = new Float32Array(kept.length * COEFFICIENTS);
  for (let n = 0; n < kept.length; n += 1) {
    const count = Math.min(JOINED, kept.length - n);
    for (let c = 0; c < COEFFICIENTS; c += 1) {
      let sum = 0;
      for (let k = 0; k < count; k += 1) sum += Math.max(-FARTHEST, Math.min(FARTHEST, values[(kept[n + k] ?? 0) * COEFFICIENTS + c] ?? 0));
      means[n * COEFFICIENTS + c] = sum / count;
    }
  }
  return means;
}
