import type { Band, ChooseBand } from './band.ts';
import { BETWEEN, HOLE, LEFT_OUT, SPOKEN, type Lattice } from './lattice.ts';
import { likenesses } from './likeness.ts';
import type { Seen } from './seen.ts';
import { ALONG, BOTH, DOWN, FROM_PAUSE, NoTrail, ROUND, Trail, type Steps } from './trail.ts';

/** What steps give and cost, in the unit of `likenesses`. */
export interface Scores {
  /** A frame of speech that has no text. */
  readonly untold: number;
  /** A stretch of such speech, however long: a sentence that begins or ends unlike the reference is not cut off for less. */
  readonly hole: number;
  /** To leave out a sentence, or several that follow each other. */
  readonly leaveOut: number;
}

// To hold a sound is a little dearer than to keep the reference's pace, to pass over one much.
const HOLD = -0.2;
const PASS = -0.7;
// A frame of speech in a pause: a breath, a cough, or a bit of the sentence before.
const HEARD_IN_PAUSE = -0.3;
// For each frame of a sentence that is left out.
const LEFT_OUT_FRAME = -0.05;

/** Sound and text, and the ways there are through both. */
export interface Ways {
  readonly sound: Seen;
  readonly text: Seen;
  readonly lattice: Lattice;
  readonly scores: Scores;
  readonly choose: ChooseBand;
}

/**
 * The likeliest way through sound and text, where each of both may have what the other has not: the column of each row.
 * What is far back is decided once and for all, so memory grows little with the sound.
 * @param blockSize Steps that are kept together; some millions unless told.
 */
export function bestPath(ways: Ways, blockSize?: number): Int32Array {
  const trail = new Trail(ways.lattice, ways.sound.speech.length, blockSize);
  return trail.end(goAll(ways, trail).end);
}

/** How much likelier the likeliest way is than that sound and text have nothing in common, in the unit of `likenesses`. */
export const bestScore = (ways: Ways): number => goAll(ways, new NoTrail()).score;

/** Goes all ways; says where the best one ends. */
function goAll({ sound, text, lattice, scores, choose }: Ways, trail: Steps): { readonly end: number; readonly score: number } {
  const rows = sound.speech.length;
  const columns = lattice.kind.length;
  const likes = new Float64Array(text.speech.length);
  let above = new Float64Array(columns).fill(-Infinity);
  let here = new Float64Array(columns).fill(-Infinity);
  // Before the first row: at the beginning of the text, or round sentences there.
  above[0] = 0;
  likes.fill(-Infinity);
  let band: Band = { first: 0, end: 1 };
  for (let row = -1; row < rows; row += 1) {
    const before = band;
    band = choose(row, above, before);
    // Whatever is looked at, the way begins at the beginning.
    if (row < 0) band = { first: 0, end: band.end };
    const { first, end } = band;
    const at = trail.open(row, band, above, before);
    const speaks = row >= 0 && sound.speech[row] === 1;
    // Nothing is known of columns that weren't looked at.
    above.fill(-Infinity, before.end, end);
    if (row >= 0) likenesses(sound, row, text, firstFrame(lattice, first, likes.length), firstFrame(lattice, end, likes.length), likes);
    goOn({ lattice, above, here, likes, steps: trail.steps, at, first, end, known: before.first, speaks, scores });
    [above, here] = [here, above];
  }
  const end = lastColumn(above, lattice, band, scores);
  return { end, score: above[end] ?? 0 };
}

interface Row extends Band {
  readonly lattice: Lattice;
  /** Scores of the row before, which are known from a column on, and of this one. */
  readonly above: Float64Array;
  readonly known: number;
  readonly here: Float64Array;
  readonly likes: Float64Array;
  /** Gets the step to each column of the band, from a place on. */
  readonly steps: Uint8Array;
  readonly at: number;
  readonly speaks: boolean;
  readonly scores: Scores;
}

/** The best way to each column of a row; done hundreds of times for each frame of the sound, so sentences are gone through without looking round. */
function goOn({ lattice: { kind, frame, round }, above, known, here, likes, steps, at, first, end, speaks, scores }: Row): void {
  const toStep = at - first;
  let left = -Infinity;
  let diagonal = first > known ? (above[first - 1] as number) : -Infinity;
  for (let column = first; column < end;) {
    const what = kind[column];
    if (what === SPOKEN) {
      let like = frame[column] as number;
      if (kind[column - 1] === LEFT_OUT) {
        const [pause, hole] = [column - 3 >= known ? (above[column - 3] as number) : -Infinity, column - 2 >= known ? (above[column - 2] as number) : -Infinity];
        const up = above[column] as number;
        let best = Math.max(pause, hole);
        let step = pause >= hole ? FROM_PAUSE : BOTH;
        if (up + HOLD > best) { best = up + HOLD; step = DOWN; }
        here[column] = left = best + (likes[like] as number);
        steps[toStep + column] = step;
        diagonal = up;
        column += 1;
        like += 1;
      }
      for (; column < end && kind[column] === SPOKEN; column += 1, like += 1) {
        const up = above[column] as number;
        let best = diagonal;
        let step = BOTH;
        if (up + HOLD > best) { best = up + HOLD; step = DOWN; }
        best += likes[like] as number;
        if (left + PASS > best) { best = left + PASS; step = ALONG; }
        here[column] = best;
        steps[toStep + column] = step;
        left = best;
        diagonal = up;
      }
      continue;
    }
    let best: number;
    let step = ALONG;
    if (what === BETWEEN) {
      best = (above[column] as number) + (speaks ? HEARD_IN_PAUSE : 0);
      step = DOWN;
      if (left > best) { best = left; step = ALONG; }
      const around = round[column] as number;
      if (around >= first && (here[around] as number) > best) { best = here[around] as number; step = ROUND; }
    } else if (what === HOLE) {
      best = (above[column] as number) + (speaks ? scores.untold : 0);
      step = DOWN;
      if (left + scores.hole > best) { best = left + scores.hole; step = ALONG; }
    } else {
      const whole = (frame[column] as number) * LEFT_OUT_FRAME;
      const pause = column - 2 >= first ? (here[column - 2] as number) : -Infinity;
      if (pause > left) { left = pause; step = FROM_PAUSE; }
      best = left + scores.leaveOut + whole;
      const chain = column - 2 >= first ? (round[column - 2] as number) : -1;
      if (chain >= first && (here[chain] as number) + whole > best) { best = (here[chain] as number) + whole; step = ROUND; }
    }
    here[column] = best;
    steps[toStep + column] = step;
    left = best;
    diagonal = above[column] as number;
    column += 1;
  }
}

/** The first frame of the text in the columns from one on. */
function firstFrame({ kind, frame }: Lattice, from: number, all: number): number {
  for (let column = from; column < kind.length; column += 1) if (kind[column] === SPOKEN) return frame[column] as number;
  return all;
}

/** Where the sound ends: at the end of the text, or before sentences that nobody spoke. */
function lastColumn(ends: Float64Array, { kind, frame }: Lattice, { first, end }: Band, scores: Scores): number {
  let [best, bestScore, rest] = [first, -Infinity, 0];
  for (let column = kind.length - 1; column >= first; column -= 1) {
    const what = kind[column];
    if (what === LEFT_OUT) rest += (frame[column] as number) * LEFT_OUT_FRAME;
    if ((what !== BETWEEN && what !== HOLE) || column >= end) continue;
    const score = (ends[column] as number) + (rest < 0 ? rest + scores.leaveOut : 0);
    if (score > bestScore) [best, bestScore] = [column, score];
  }
  return best;
}
