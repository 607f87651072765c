import { BETWEEN, LEFT_OUT, SPOKEN, type Lattice } from './lattice.ts';
import { likeness } from './likeness.ts';
import type { Seen } from './metric.ts';

/** Columns that are looked at before and after the best one so far. */
export interface Band {
  readonly behind: number;
  readonly ahead: number;
}

/** The way that was found. */
export interface Path {
  /** The column of each row. */
  readonly column: Int32Array;
  /** How much likelier it is than that sound and text have nothing in common, in the unit of `likeness`. */
  readonly score: number;
}

/** What steps give and cost, in the unit of `likeness`. */
export interface Scores {
  /** A frame of speech that has no text. */
  readonly untold: number;
  /** To leave out a sentence, or several that follow each other. */
  readonly leaveOut: number;
}

// Steps to a cell, two bits each: on to the next frame of both; on in the sound only; on in the text only; round a sentence.
const BOTH = 0;
const DOWN = 1;
const ALONG = 2;
const ROUND = 3;
// To hold a sound is a little dearer than to keep the reference's pace, to pass over one much.
const HOLD = -0.1;
const PASS = -0.7;
// For each frame of a sentence that is left out.
const LEFT_OUT_FRAME = -0.05;

// Rows whose steps are kept together, and how many such blocks are kept: by then it is decided how the oldest was passed.
const BLOCK = 4096;
const BLOCKS = 4;

/**
 * The likeliest way through sound and text, where each of both may have what the other has not.
 * Only a band of columns is looked at, which goes along with the best of each row, so a long hole doesn't lead it astray. What is more than
 * twenty minutes of speech back is decided; so memory doesn't grow with the sound.
 */
export function bestPath(sound: Seen, text: Seen, lattice: Lattice, scores: Scores, band: Band): Path {
  const rows = sound.speech.length;
  const columns = lattice.kind.length;
  const width = Math.min(columns, band.behind + band.ahead);
  const trail = new Trail(lattice, rows, width);
  let above = new Float32Array(columns).fill(-Infinity);
  let here = new Float32Array(columns).fill(-Infinity);
  const { kind, frame, round } = lattice;
  let first = 0;
  for (let row = -1; row < rows; row += 1) {
    const before = first;
    if (row > 0) first = Math.max(first, Math.min(columns - width, highest(above, first, Math.min(columns, first + width)) - band.behind));
    const steps = row < 0 ? new Uint8Array((width + 3) >> 2) : trail.open(row, first, above);
    const untold = row < 0 ? -Infinity : sound.speech[row] === 1 ? scores.untold : 0;
    for (let column = first; column < first + width; column += 1) {
      const up = row < 0 ? -Infinity : (above[column] as number);
      const left = column > first ? (here[column - 1] as number) : -Infinity;
      let best: number;
      let step = DOWN;
      if (kind[column] === SPOKEN) {
        // The column that leaves out stands between a sentence and the sound before it.
        const back = kind[column - 1] === LEFT_OUT ? 2 : 1;
        const before1 = row >= 0 && column - back >= before ? (above[column - back] as number) : -Infinity;
        best = before1;
        step = BOTH;
        if (up + HOLD > best) { best = up + HOLD; step = DOWN; }
        if (best > -Infinity) best += likeness(sound, row, text, frame[column] as number);
        if (back === 1 && left + PASS > best) { best = left + PASS; step = ALONG; }
      } else if (kind[column] === BETWEEN) {
        best = row < 0 && column === 0 ? 0 : up + untold;
        if (column > first && kind[column - 1] === SPOKEN && left > best) { best = left; step = ALONG; }
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
      const at = (column - first) >> 2;
      steps[at] = (steps[at] as number) | (step << (((column - first) & 3) * 2));
    }
    [above, here] = [here, above];
  }
  const end = lastColumn(above, lattice, first, width, scores);
  return { column: trail.end(end), score: above[end] ?? 0 };
}

function highest(values: Float32Array, from: number, to: number): number {
  let best = from;
  for (let n = from; n < to; n += 1) if ((values[n] as number) > (values[best] as number)) best = n;
  return best;
}

/** Where the sound ends: at the end of the text, or before sentences that nobody spoke. */
function lastColumn(ends: Float32Array, { kind, frame }: Lattice, first: number, width: number, scores: Scores): number {
  let [best, bestScore, rest] = [first, -Infinity, 0];
  for (let column = kind.length - 1; column >= first; column -= 1) {
    if (kind[column] === LEFT_OUT) rest += (frame[column] as number) * LEFT_OUT_FRAME;
    if (kind[column] !== BETWEEN || column >= first + width) continue;
    const score = (ends[column] as number) + (rest < 0 ? rest + scores.leaveOut : 0);
    if (score > bestScore) [best, bestScore] = [column, score];
  }
  return best;
}

/** The steps that led to each cell, for as long as they can matter. */
class Trail {
  readonly #lattice: Lattice;
  readonly #path: Int32Array;
  readonly #firsts: Int32Array;
  readonly #stride: number;
  readonly #width: number;
  readonly #blocks: Uint8Array[] = [];
  #oldest = 0;

  constructor(lattice: Lattice, rows: number, width: number) {
    this.#lattice = lattice;
    this.#path = new Int32Array(rows).fill(-1);
    this.#firsts = new Int32Array(rows);
    this.#width = width;
    this.#stride = (width + 3) >> 2;
  }

  /** Room for the steps of a row. */
  open(row: number, first: number, above: Float32Array): Uint8Array {
    const block = Math.floor(row / BLOCK);
    if (block - this.#oldest === this.#blocks.length) {
      if (this.#blocks.length === BLOCKS) {
        const before = this.#firsts[row - 1] ?? 0;
        this.#walk(row - 1, highest(above, before, before + this.#width));
        this.#blocks.shift();
        this.#oldest += 1;
      }
      this.#blocks.push(new Uint8Array(this.#stride * Math.min(BLOCK, this.#path.length - block * BLOCK)));
    }
    this.#firsts[row] = first;
    const from = (row % BLOCK) * this.#stride;
    return this.#blocks[block - this.#oldest]?.subarray(from, from + this.#stride) ?? new Uint8Array(0);
  }

  end(column: number): Int32Array {
    this.#walk(this.#path.length - 1, column);
    return this.#path;
  }

  #walk(from: number, end: number): void {
    const { kind, round } = this.#lattice;
    let column = end;
    for (let row = from; row >= this.#oldest * BLOCK && column >= 0;) {
      const off = column - (this.#firsts[row] as number);
      const block = this.#blocks[Math.floor(row / BLOCK) - this.#oldest] as Uint8Array;
      const step = ((block[(row % BLOCK) * this.#stride + (off >> 2)] as number) >> ((off & 3) * 2)) & 3;
      if (kind[column] !== LEFT_OUT && (step === BOTH || step === DOWN)) {
        this.#path[row] = column;
        row -= 1;
      }
      if (step === BOTH) column -= kind[column - 1] === LEFT_OUT ? 2 : 1;
      else if (step === ALONG) column -= 1;
      else if (step === ROUND) column = round[kind[column] === BETWEEN ? column : column - 1] as number;
    }
  }
}
