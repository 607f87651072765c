/** Stands for a frame of the text as spoken. */
export const SPOKEN = 0;
/** Stands for the pause between two sentences, with what is heard in it. */
export const BETWEEN = 1;
/** Stands for leaving a sentence out. */
export const LEFT_OUT = 2;
/** Stands for speech between two sentences that has no text. */
export const HOLE = 3;

/**
 * The columns that the sound is laid along: before each sentence, one for the pause, one for speech without text and one through which the
 * sentence is left out; then its frames; after the last sentence, one more for a pause and for speech without text.
 */
export interface Lattice {
  readonly kind: Uint8Array;
  /** Of a spoken column the frame of the text; of one that leaves out, how many frames the sentence has. */
  readonly frame: Int32Array;
  /** The sentence of each column. */
  readonly sentence: Int32Array;
  /** Of a pause the column that leaves out the sentence before it; -1 elsewhere. */
  readonly round: Int32Array;
}

/** @param bounds Where in the frames of the text each sentence begins, and where the last ends. */
export function layOut(bounds: readonly number[]): Lattice {
  const sentences = bounds.length - 1;
  const from = bounds[0] ?? 0;
  const columns = (bounds.at(-1) ?? 0) - from + 3 * sentences + 2;
  const lattice = { kind: new Uint8Array(columns), frame: new Int32Array(columns), sentence: new Int32Array(columns), round: new Int32Array(columns).fill(-1) };
  let column = 0;
  let round = -1;
  const put = (kind: number, frame: number, sentence: number) => {
    lattice.kind[column] = kind;
    lattice.frame[column] = frame;
    lattice.sentence[column] = sentence;
    if (kind === BETWEEN) lattice.round[column] = round;
    if (kind === LEFT_OUT) round = column;
    column += 1;
  };
  for (let s = 0; s < sentences; s += 1) {
    const [first, end] = [bounds[s] ?? 0, bounds[s + 1] ?? 0];
    put(BETWEEN, 0, s);
    put(HOLE, 0, s);
    put(LEFT_OUT, end - first, s);
    for (let frame = first; frame < end; frame += 1) put(SPOKEN, frame, s);
  }
  put(BETWEEN, 0, sentences);
  put(HOLE, 0, sentences);
  return lattice;
}
