import { DIRECTIONS, type Metric } from './metric.ts';
import { STACKED, vectorOf, type Stacked } from './stacked.ts';

/** Frames seen in the directions of a metric. */
export interface Seen {
  /** `DIRECTIONS` for each. */
  readonly values: Float32Array;
  /** What a frame adds to every comparison. */
  readonly own: Float32Array;
  readonly speech: Uint8Array;
}

/**
 * Looks at frames of one side. The product of a frame of each side, with what both add, is the logarithm of how much likelier it is that they
 * are the same than that they are any two.
 */
export function look(frames: Stacked, metric: Metric, which: 'sound' | 'text'): Seen {
  const { mean, directions } = metric[which];
  const { speech } = frames;
  const count = speech.length;
  const vector = new Float64Array(STACKED);
  const seen = { values: new Float32Array(count * DIRECTIONS), own: new Float32Array(count), speech };
  const scales = metric.together.map((r) => Math.sqrt(r / (1 - r * r)));
  const owns = metric.together.map((r) => (r * r) / (2 * (1 - r * r)));
  const base = which === 'sound' ? 0 : metric.together.reduce((sum, r) => sum - 0.5 * Math.log(1 - r * r), 0);
  const means = new Float64Array(DIRECTIONS).map((_, d) => mean.reduce((sum, value, c) => sum + (directions[d * STACKED + c] ?? 0) * value, 0));
  for (let n = 0; n < count; n += 1) {
    let own = base;
    vectorOf(frames, n, vector);
    for (let d = 0; d < DIRECTIONS; d += 1) {
      let sum = -(means[d] as number);
      for (let c = 0, at = d * STACKED; c < STACKED; c += 1, at += 1) sum += (directions[at] as number) * (vector[c] as number);
      own -= (owns[d] as number) * sum * sum;
      seen.values[n * DIRECTIONS + d] = (scales[d] as number) * sum;
    }
    seen.own[n] = own;
  }
  return seen;
}

/** Frames from one on, not copied. */
export function slice({ values, own, speech }: Seen, from: number, count: number): Seen {
  return { values: values.subarray(from * DIRECTIONS, (from + count) * DIRECTIONS), own: own.subarray(from, from + count), speech: speech.subarray(from, from + count) };
}

/** The frames of these numbers. */
export function pick({ values, own, speech }: Seen, frames: Int32Array): Seen {
  const picked = { values: new Float32Array(frames.length * DIRECTIONS), own: new Float32Array(frames.length), speech: new Uint8Array(frames.length) };
  for (let n = 0; n < frames.length; n += 1) {
    const frame = frames[n] as number;
    picked.own[n] = own[frame] ?? 0;
    picked.speech[n] = speech[frame] ?? 0;
    for (let d = 0; d < DIRECTIONS; d += 1) picked.values[n * DIRECTIONS + d] = values[frame * DIRECTIONS + d] ?? 0;
  }
  return picked;
}
