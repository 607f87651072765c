import { lay } from './lay.ts';
import type { Metric } from './metric.ts';
import type { Heard, Stretch } from './heard.ts';
import type { Reference } from './reference.ts';
import { JOINED } from './stacked.ts';

/** A sentence in its place beside what fits there by chance; per frame. */
export interface Trial {
  /** How well the sentence fits. */
  readonly own: number;
  /** How well speech fits that has nothing to do with it: the sentence backwards, and others of the text, as long as it. */
  readonly chance: readonly number[];
  /** Frames of the text that were compared. */
  readonly length: number;
}

// Where in the text others are taken from, as a share of it after the sentence.
const OTHERS = [0.3, 0.6];

/** Lays a sentence where it was found, and others beside it in the same way. Null where there is nothing to compare. */
export function tryOut(heard: Heard, reference: Reference, metric: Metric, n: number, within: Stretch): Trial | null {
  const kept = reference.kept[n] ?? new Int32Array(0);
  const length = Math.ceil(kept.length / JOINED);
  const fits = (own: Int32Array) => (lay({ heard, reference, metric, kept: own, within, step: JOINED, untold: 0 })?.score ?? 0) / length;
  if (length === 0 || !heard.speech.subarray(within.from, within.to).includes(1)) return null;
  const others = OTHERS.map((share) => asLongAs(kept, reference, n + Math.ceil(reference.kept.length * share))).filter((other) => other.length === kept.length);
  return { own: fits(kept), chance: [kept, ...others].map((one) => fits(one.toReversed())).concat(others.map(fits)), length };
}

/** Frames of the sentences from one on, round from the last to the first, but not of the sentence itself. */
function asLongAs(own: Int32Array, { kept }: Reference, from: number): Int32Array {
  const other = new Int32Array(own.length);
  let length = 0;
  for (let k = 0; k < kept.length && length < own.length; k += 1) {
    const next = kept[(from + k) % kept.length] ?? own;
    if (next === own) continue;
    const part = next.subarray(0, own.length - length);
    other.set(part, length);
    length += part.length;
  }
  return other.subarray(0, length);
}
