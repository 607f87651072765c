import { highest, type Band } from './band.ts';
import { BETWEEN, LEFT_OUT, type Lattice } from './lattice.ts';

/** Step to a cell: on to the next frame of both. */
export const BOTH = 0;
/** On in the sound only. */
export const DOWN = 1;
/** On in the text only. */
export const ALONG = 2;
/** Round a sentence. */
export const ROUND = 3;
/** From the pause before a sentence, to its first frame or to leave it out. */
export const FROM_PAUSE = 4;

// Steps that are kept together, and how many such blocks are kept: by then it is decided how the oldest was passed.
const BLOCK = 1 << 21;
const BLOCKS = 4;

/** Where steps are written. */
export interface Steps {
  /** Of the row that was opened last, and others. */
  readonly steps: Uint8Array;
  /** Makes room for the steps of a row, of which the one before the first is -1; says where in `steps` they begin. */
  open(row: number, band: Band, above: Float64Array, before: Band): number;
}

/** Keeps no steps, where nobody asks for the way. */
export class NoTrail implements Steps {
  steps: Uint8Array = new Uint8Array(0);

  open(_row: number, { first, end }: Band): number {
    if (this.steps.length < end - first) this.steps = new Uint8Array(end - first);
    return 0;
  }
}

interface Block {
  readonly steps: Uint8Array;
  /** Its first row. */
  readonly row: number;
  filled: number;
}

/** The steps that led to each cell, for as long as they can matter, and the path where it is decided. */
export class Trail implements Steps {
  steps: Uint8Array = new Uint8Array(0);
  readonly #lattice: Lattice;
  readonly #path: Int32Array;
  readonly #firsts: Int32Array;
  /** Where in its block each row begins. */
  readonly #starts: Int32Array;
  readonly #blocks: Block[] = [];
  readonly #blockSize: number;

  /** @param blockSize Steps that are kept together. */
  constructor(lattice: Lattice, rows: number, blockSize = BLOCK) {
    this.#blockSize = blockSize;
    this.#lattice = lattice;
    this.#path = new Int32Array(rows).fill(-1);
    this.#firsts = new Int32Array(rows);
    this.#starts = new Int32Array(rows);
  }

  open(row: number, band: Band, above: Float64Array, before: Band): number {
    const size = band.end - band.first;
    if (row < 0) {
      this.steps = new Uint8Array(size);
      return 0;
    }
    let block = this.#blocks.at(-1);
    if (!block || block.filled + size > block.steps.length) {
      if (this.#blocks.length === BLOCKS) {
        this.#walk(row - 1, highest(above, before));
        this.#blocks.shift();
      }
      const rest = (this.#path.length - row) * size;
      block = { steps: new Uint8Array(Math.max(size, Math.min(this.#blockSize, rest))), row, filled: 0 };
      this.#blocks.push(block);
      this.steps = block.steps;
    }
    this.#firsts[row] = band.first;
    this.#starts[row] = block.filled;
    block.filled += size;
    return block.filled - size;
  }

  /** The column of each row, by a path that ends in a column. */
  end(column: number): Int32Array {
    this.#walk(this.#path.length - 1, column);
    return this.#path;
  }

  #walk(from: number, end: number): void {
    const { kind, round } = this.#lattice;
    const oldest = this.#blocks[0]?.row ?? 0;
    let n = this.#blocks.length - 1;
    let column = end;
    for (let row = from; row >= oldest && column >= 0;) {
      while (row < (this.#blocks[n]?.row ?? 0)) n -= 1;
      const step = this.#blocks[n]?.steps[(this.#starts[row] as number) + column - (this.#firsts[row] as number)];
      if (step === ALONG) column -= 1;
      else if (step === ROUND) column = round[kind[column] === BETWEEN ? column : column - 2] as number;
      else if (kind[column] === LEFT_OUT) column -= 2;
      else {
        this.#path[row] = column;
        row -= 1;
        if (step === BOTH) column -= kind[column - 1] === LEFT_OUT ? 2 : 1;
        else if (step === FROM_PAUSE) column -= 3;
      }
    }
  }
}
