import { COEFFICIENTS } from './cepstra.ts';

// Half a minute of speech before and after, in frames of 80 ms: long enough to be fair to all sounds, short enough for the next speaker.
const REACH = 375;

/**
 * Takes from each coefficient its mean and scales it to a variance of 1, in place, over the speech around each frame:
 * what is left tells sounds apart, not voices and microphones.
 * @param counted 1 for the frames that mean and variance are taken from.
 */
export function normalise(values: Float32Array, counted: Uint8Array): void {
  const frames = counted.length;
  const spoken = framesOf(counted);
  if (spoken.length < 2) return;
  const original = new Float32Array(spoken.length);
  for (let c = 0; c < COEFFICIENTS; c += 1) {
    for (let n = 0; n < spoken.length; n += 1) original[n] = values[(spoken[n] as number) * COEFFICIENTS + c] as number;
    let [sum, squares, from, to, passed] = [0, 0, 0, 0, 0];
    for (let frame = 0; frame < frames; frame += 1) {
      while (passed < spoken.length && (spoken[passed] ?? 0) < frame) passed += 1;
      const first = Math.max(0, Math.min(passed - REACH, spoken.length - 2 * REACH));
      const last = Math.min(spoken.length, Math.max(passed + REACH, 2 * REACH));
      for (; to < last; to += 1) {
        const value = original[to] ?? 0;
        sum += value;
        squares += value * value;
      }
      for (; from < first; from += 1) {
        const value = original[from] ?? 0;
        sum -= value;
        squares -= value * value;
      }
      const mean = sum / (to - from);
      const deviation = Math.sqrt(Math.max(1e-6, squares / (to - from) - mean * mean));
      const at = frame * COEFFICIENTS + c;
      values[at] = ((values[at] ?? 0) - mean) / deviation;
    }
  }
}

/** Where the ones are. */
function framesOf(counted: Uint8Array): Int32Array {
  const found = new Int32Array(counted.length);
  let count = 0;
  for (let frame = 0; frame < counted.length; frame += 1) if (counted[frame] === 1) found[count++] = frame;
  return found.subarray(0, count);
}
