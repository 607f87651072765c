import type { Band, ChooseBand } from './band.ts';
import { BETWEEN, LEFT_OUT, SPOKEN, type Lattice } from './lattice.ts';
import { likenesses } from './likeness.ts';
import type { Seen } from './metric.ts';
import { ALONG, BOTH, DOWN, ROUND, Trail } from './trail.ts';

/** The way that was found. */
export interface Path {
  /** The column of each row. */
  readonly column: Int32Array;
  /** How much likelier it is than that sound and text have nothing in common, in the unit of `likenesses`. */
  readonly score: number;
}

/** What steps give and cost, in the unit of `likenesses`. */
export interface Scores {
  /** A frame of speech that has no text. */
  readonly untold: number;
  /** To leave out a sentence, or several that follow each other. */
  readonly leaveOut: number;
}

// To hold a sound is a little dearer than to keep the reference's pace, to pass over one much.
const HOLD = -0.1;
const PASS = -0.7;
// For each frame of a sentence that is left out.
const LEFT_OUT_FRAME = -0.05;

/**
 * The likeliest way through sound and text, where each of both may have what the other has not.
 * What is far back is decided once and for all, so memory grows little with the sound.
 * @param blockBytes of steps that are kept together; a few megabytes unless told
 */
export function bestPath(sound: Seen, text: Seen, lattice: Lattice, scores: Scores, choose: ChooseBand, blockBytes?: number): Path {
  const rows = sound.speech.length;
  const columns = lattice.kind.length;
  const trail = new Trail(lattice, rows, blockBytes);
  let above = new Float32Array(columns).fill(-Infinity);
  let here = new Float32Array(columns).fill(-Infinity);
  const { kind, frame, round } = lattice;
  const likes = new Float64Array(text.speech.length);
  let band: Band = { first: 0, end: 0 };
  for (let row = -1; row < rows; row += 1) {
    const before = band;
    band = choose(row, above, before);
    const { first, end } = band;
    const steps = row < 0 ? new Uint8Array((end + 3) >> 2) : trail.open(row, band, above, before);
    const untold = row < 0 ? -Infinity : sound.speech[row] === 1 ? scores.untold : 0;
    // Nothing is known of columns that weren't looked at.
    above.fill(-Infinity, before.end, end);
    let [left, diagonal] = [-Infinity, first > before.first ? (above[first - 1] as number) : -Infinity];
    let packed = 0;
    if (row >= 0) likenesses(sound, row, text, firstFrame(lattice, first, end), firstFrame(lattice, end, columns), likes);
    for (let column = first; column < end; column += 1) {
      const up = above[column] as number;
      const what = kind[column];
      let best: number;
      let step = DOWN;
      if (what === SPOKEN) {
        // The column that leaves out stands between a sentence and the sound before it.
        const isFirst = kind[column - 1] === LEFT_OUT;
        best = isFirst ? (column - 2 >= before.first ? (above[column - 2] as number) : -Infinity) : diagonal;
        step = BOTH;
        if (up + HOLD > best) { best = up + HOLD; step = DOWN; }
        best += likes[frame[column] as number] as number;
        if (!isFirst && left + PASS > best) { best = left + PASS; step = ALONG; }
      } else if (what === BETWEEN) {
        best = row < 0 && column === 0 ? 0 : up + untold;
        if (left > best && kind[column - 1] === SPOKEN) { best = left; step = ALONG; }
        const around = round[column] as number;
        if (around >= first && (here[around] as number) > best) { best = here[around] as number; step = ROUND; }
      } else {
        const whole = (frame[column] as number) * LEFT_OUT_FRAME;
        best = left + scores.leaveOut + whole;
        step = ALONG;
        const chain = round[column - 1] as number;
        if (chain >= first && (here[chain] as number) + whole > best) { best = (here[chain] as number) + whole; step = ROUND; }
      }
      here[column] = best;
      left = best;
      diagonal = up;
      const off = column - first;
      packed |= step << ((off & 3) * 2);
      if ((off & 3) === 3) {
        steps[off >> 2] = packed;
        packed = 0;
      }
    }
    if (((end - first) & 3) !== 0) steps[(end - first) >> 2] = packed;
    [above, here] = [here, above];
  }
  const end = lastColumn(above, lattice, band, scores);
  return { column: trail.end(end), score: above[end] ?? 0 };
}

/** The first frame of the text in the columns from one on; as many as there are where there is none. */
function firstFrame({ kind, frame }: Lattice, from: number, end: number): number {
  for (let column = from; column < end; column += 1) if (kind[column] === SPOKEN) return frame[column] as number;
  return frame.at(-2) === undefined ? 0 : (frame.at(-2) as number) + 1;
}

/** Where the sound ends: at the end of the text, or before sentences that nobody spoke. */
function lastColumn(ends: Float32Array, { kind, frame }: Lattice, { first, end }: Band, scores: Scores): number {
  let [best, bestScore, rest] = [first, -Infinity, 0];
  for (let column = kind.length - 1; column >= first; column -= 1) {
    if (kind[column] === LEFT_OUT) rest += (frame[column] as number) * LEFT_OUT_FRAME;
    if (kind[column] !== BETWEEN || column >= end) continue;
    const score = (ends[column] as number) + (rest < 0 ? rest + scores.leaveOut : 0);
    if (score > bestScore) [best, bestScore] = [column, score];
  }
  return best;
}
