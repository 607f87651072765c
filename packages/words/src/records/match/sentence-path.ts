import { commonMatrix, mergedBag, type Bag, type Weights } from './similarity.ts';

/** Sentences of the record and of the transcript that say the same; where one side has none, the other has it alone. */
export interface Pair {
  /** Of the record: the first and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Of the transcript. */
  readonly heardFrom: number;
  readonly heardTo: number;
  /** 0 to 1: what both have in common, as part of what they have. */
  readonly likeness: number;
}

/** How many sentences of the record and of the transcript may be one pair. */
const SHAPES = [[1, 1], [1, 2], [1, 3], [1, 4], [2, 1], [3, 1], [2, 2]] as const;
// Chance makes sentences of one debate a little alike; what is less alike than that is better left alone.
const CHANCE = 0.14;
// A pair of more sentences is more likely by chance.
const EACH_MORE = 0.03;
const LEAST_SHARE = 0.12;
const LEAST_SHARE_HEARD = 0.12;

/**
 * The best way through a record and a transcript in which both go forward: pairs of sentences that say the same, with what
 * only one side has left between them.
 */
export function sentencePath(record: readonly Bag[], heard: readonly Bag[], weights: Weights): Pair[] {
  const [rows, columns] = [record.length, heard.length];
  const common = commonMatrix(record, heard, weights);
  const recordMass = runningSums(record.map((bag) => weights.mass(bag)));
  const heardMass = runningSums(heard.map((bag) => weights.mass(bag)));
  const width = columns + 1;
  const best = new Float32Array((rows + 1) * width);
  const move = new Int8Array((rows + 1) * width);
  const [recordRuns, heardRuns] = [runsOf(record, 3), runsOf(heard, 4)];
  const shared = (row: number, column: number, down: number, right: number): number =>
    (down === 1 && right === 1 ? common.at(row - 1, column - 1) : weights.common(recordRuns(row - down, down), heardRuns(column - right, right)));
  /** More than it can be: what both sides of a run share may be the same word. */
  const atMost = (row: number, column: number, down: number, right: number): number => {
    let sum = 0;
    for (let r = row - down; r < row; r += 1) for (let c = column - right; c < column; c += 1) sum += common.at(r, c);
    return sum;
  };
  /** Nothing is taken along that has next to nothing in common with the other side. */
  const eachHasItsShare = (row: number, column: number, down: number, right: number): boolean => {
    for (let r = row - down; down > 1 && r < row; r += 1) {
      let own = 0;
      for (let c = column - right; c < column; c += 1) own += common.at(r, c);
      if (own < span(recordMass, r, r + 1) * LEAST_SHARE) return false;
    }
    for (let c = column - right; right > 1 && c < column; c += 1) {
      let own = 0;
      for (let r = row - down; r < row; r += 1) own += common.at(r, c);
      if (own < span(heardMass, c, c + 1) * LEAST_SHARE_HEARD) return false;
    }
    return true;
  };
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column <= columns; column += 1) {
      const here = row * width + column;
      let [most, how] = [row === 0 && column === 0 ? 0 : -1, SKIP_HEARD];
      if (column > 0) [most, how] = [best[here - 1] ?? 0, SKIP_HEARD];
      if (row > 0 && (best[here - width] ?? 0) > most) [most, how] = [best[here - width] ?? 0, SKIP_RECORD];
      SHAPES.forEach(([down, right], shape) => {
        if (row < down || column < right || common.at(row - 1, column - 1) === 0) return;
        const mass = (span(recordMass, row - down, row) + span(heardMass, column - right, column)) / 2;
        const chance = mass * (CHANCE + EACH_MORE * (down + right - 2));
        const so = (best[here - down * width - right] ?? 0) - chance;
        const limit = atMost(row, column, down, right);
        if (limit <= chance || so + limit <= most || !eachHasItsShare(row, column, down, right)) return;
        const total = so + shared(row, column, down, right);
        if (total > most) [most, how] = [total, shape];
      });
      best[here] = Math.max(0, most);
      move[here] = how;
    }
  }
  const pairs: Pair[] = [];
  for (let [row, column] = [rows, columns]; row > 0 || column > 0;) {
    const how = move[row * width + column] ?? SKIP_HEARD;
    if (how === SKIP_RECORD || column === 0) row -= 1;
    else if (how === SKIP_HEARD) column -= 1;
    else {
      const [down, right] = SHAPES[how] ?? [1, 1];
      const mass = (span(recordMass, row - down, row) + span(heardMass, column - right, column)) / 2;
      pairs.push({ from: row - down, to: row, heardFrom: column - right, heardTo: column, likeness: mass === 0 ? 0 : shared(row, column, down, right) / mass });
      row -= down;
      column -= right;
    }
  }
  return pairs.toReversed();
}

const SKIP_HEARD = -1;
const SKIP_RECORD = -2;

const runningSums = (values: readonly number[]): Float64Array => {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, at) => { sums[at + 1] = (sums[at] ?? 0) + value; });
  return sums;
};
/** Bags of sentences that follow each other, each run made once. */
function runsOf(bags: readonly Bag[], longest: number): (from: number, length: number) => Bag {
  const made = new Map<number, Bag>();
  return (from, length) => {
    const key = from * (longest + 1) + length;
    const bag = made.get(key) ?? mergedBag(bags.slice(from, from + length));
    made.set(key, bag);
    return bag;
  };
}
const span = (sums: Float64Array, from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0);
