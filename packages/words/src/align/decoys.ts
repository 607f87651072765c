import { everyColumn } from './band.ts';
import { bestPath } from './best-path.ts';
import { layOut } from './lattice.ts';
import { DIRECTIONS, type Seen } from './metric.ts';
import type { Rows } from './read-path.ts';

/** A sentence in its place beside what fits there by chance; per frame. */
export interface Trial {
  /** How well the sentence fits. */
  readonly own: number;
  /** How well speech fits that has nothing to do with it: other stretches of the text, as long as it. */
  readonly chance: readonly number[];
  /** Frames of the text that were compared. */
  readonly length: number;
  /** Frames of speech they were laid along. */
  readonly heard: number;
}

// Where in the text others are taken from, as a share of it after the sentence.
const OTHERS = [0.1, 0.3, 0.5, 0.7, 0.9];
// What fits by chance differs less the longer it is: two are enough from six seconds on, which take the most time.
const LONG = 75;
const OTHERS_OF_LONG = [0.3, 0.7];

/**
 * Lays a sentence where it was found, and others beside it in the same way. Null where there is nothing to compare.
 * @param first The sentence's first frame in the text; `end` is after its last.
 */
export function tryOut(sound: Seen, text: Seen, { first, end }: { readonly first: number; readonly end: number }, within: Rows): Trial | null {
  const length = end - first;
  const here = slice(sound, within.from, within.to - within.from);
  if (length === 0 || !here.speech.includes(1)) return null;
  const own = Array.from({ length }, (_, n) => first + n);
  const all = text.speech.length;
  // Round from the last frame of the text to the first, past the sentence itself; where it is nearly all of the text, it is taken backwards.
  const others = all < 2 * length ? [own.toReversed()] : (length < LONG ? OTHERS : OTHERS_OF_LONG).map((share) => own.map((_, n) => (end + Math.floor(share * (all - 2 * length)) + n) % all));
  const lattice = layOut([0, length]);
  const fits = (frames: readonly number[]) =>
    bestPath(here, pick(text, frames), lattice, { untold: 0, hole: 0, leaveOut: -Infinity }, everyColumn(lattice.kind.length)).score / length;
  return { own: fits(own), chance: others.map(fits), length, heard: here.speech.reduce((sum, value) => sum + value, 0) };
}

function slice({ values, own, speech, at }: Seen, from: number, count: number): Seen {
  return { values: values.subarray(from * DIRECTIONS, (from + count) * DIRECTIONS), own: own.subarray(from, from + count), speech: speech.subarray(from, from + count), at: at.subarray(from, from + count) };
}

function pick(text: Seen, frames: readonly number[]): Seen {
  const values = new Float32Array(frames.length * DIRECTIONS);
  frames.forEach((frame, n) => { values.set(text.values.subarray(frame * DIRECTIONS, (frame + 1) * DIRECTIONS), n * DIRECTIONS); });
  return { values, own: Float32Array.from(frames, (frame) => text.own[frame] ?? 0), speech: Uint8Array.from(frames, (frame) => text.speech[frame] ?? 0), at: Int32Array.from(frames) };
}
