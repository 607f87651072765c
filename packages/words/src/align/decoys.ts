import { everyColumn } from './band.ts';
import { bestScore } from './best-path.ts';
import { layOut } from './lattice.ts';
import type { Rows } from './read-path.ts';
import { pick, slice, type Seen } from './seen.ts';

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
export function tryOut({ sound, text }: { readonly sound: Seen; readonly text: Seen }, { first, end }: { readonly first: number; readonly end: number }, within: Rows): Trial | null {
  const length = end - first;
  const here = slice(sound, within.from, within.to - within.from);
  if (length === 0 || !here.speech.includes(1)) return null;
  const all = text.speech.length;
  // Round from the last frame of the text to the first, past the sentence itself; where it is nearly all of the text, it is taken backwards.
  const others = all < 2 * length
    ? [pick(text, new Int32Array(length).map((_, n) => end - 1 - n))]
    : (length < LONG ? OTHERS : OTHERS_OF_LONG).map((share) => round(text, end + Math.floor(share * (all - 2 * length)), length));
  const lattice = layOut([0, length]);
  const fits = (frames: Seen) =>
    bestScore({ sound: here, text: frames, lattice, scores: { untold: 0, hole: 0, leaveOut: -Infinity }, choose: everyColumn(lattice.kind.length) }) / length;
  return { own: fits(slice(text, first, length)), chance: others.map(fits), length, heard: here.speech.reduce((sum, value) => sum + value, 0) };
}

/** Frames from one on, counted round the end of the text. */
function round(text: Seen, from: number, count: number): Seen {
  const all = text.speech.length;
  const first = from % all;
  return first + count <= all ? slice(text, first, count) : pick(text, new Int32Array(count).map((_, n) => (first + n) % all));
}
