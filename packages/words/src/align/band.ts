import { SPOKEN, type Lattice } from './lattice.ts';

/** The columns that are looked at in each row: from `first` on, before `end`; neither ever goes back. */
export interface Band {
  readonly first: number;
  readonly end: number;
}

/** Says which columns to look at in a row, by the scores of the row before it and the columns they are known for. */
export type ChooseBand = (row: number, above: Float64Array, before: Band) => Band;

/** How much of the text is looked at. */
export interface Reach {
  /** What the best way is ahead of another one before that is given up, in the unit of scores. Where the text has a hole, another place that sounds like it leads for a while. */
  readonly lead: number;
  /** Columns that are looked at ahead of the best one. */
  readonly ahead: number;
  /** The same where the way hasn't got on for a while, as a longer part of the text may be left out there. */
  readonly far: number;
}

// Rows in which a way that goes on gets at least half as far.
const A_WHILE = 64;

/** Looks at all ways that may still turn out to be the best, and ahead. */
export function followBest(columns: number, { lead, ahead, far }: Reach): ChooseBand {
  const passed = new Int32Array(A_WHILE);
  let stuckUntil = 0;
  return (row, above, before) => {
    if (row <= 0) return { first: 0, end: Math.min(columns, far) };
    const best = highest(above, before);
    const least = (above[best] as number) - lead;
    let first = before.first;
    while ((above[first] as number) < least) first += 1;
    if (row < A_WHILE || best - (passed[row % A_WHILE] as number) < A_WHILE / 2) stuckUntil = row + A_WHILE;
    passed[row % A_WHILE] = best;
    return { first, end: Math.max(before.end, Math.min(columns, best + (row < stuckUntil ? far : ahead))) };
  };
}

/** Looks at everything. */
export const everyColumn = (columns: number): ChooseBand => () => ({ first: 0, end: columns });

/** The column of a row with the highest score. */
export function highest(scores: Float64Array, { first, end }: Band): number {
  let best = first;
  for (let n = first; n < end; n += 1) if ((scores[n] as number) > (scores[best] as number)) best = n;
  return best;
}

/** How far is looked beside a path. */
export interface Beside {
  /** Columns. */
  readonly margin: number;
  /** Rows: all that the path passes in so many before and after. */
  readonly before: number;
  readonly after: number;
  /** Rows without text from which on a hole is long: what stands before it may belong behind it, so that both are looked at in all of it. */
  readonly longHole: number;
}

/**
 * Looks at columns near a path that was found in coarser steps, and at all that it jumps over.
 * @param path The column of each row, in a lattice of the same sentences with `coarser` times fewer rows and frames.
 */
export function followPath(path: Int32Array, from: Lattice, to: Lattice, coarser: number, { margin, before, after, longHole }: Beside): ChooseBand {
  const [starts, targets] = [sentenceStarts(from), sentenceStarts(to)];
  const columns = to.kind.length;
  const same = Int32Array.from(path, (column) => {
    const sentence = from.sentence[column] ?? 0;
    const within = from.kind[column] === SPOKEN ? column - (starts[sentence] ?? 0) : 0;
    return Math.min(columns - 1, (targets[sentence] ?? 0) + within * coarser);
  });
  const last = path.length - 1;
  const [low, high] = [same.slice(), same.slice()];
  const [rowsBefore, rowsAfter] = [Math.ceil(before / coarser), Math.ceil(after / coarser)];
  for (let row = 0; row <= last;) {
    let end = row + 1;
    while (end <= last && from.kind[path[end] as number] !== SPOKEN) end += 1;
    if ((end - row) * coarser > longHole) {
      low.fill(same[Math.max(0, row - rowsBefore)] as number, row, end);
      high.fill(same[Math.min(last, end + rowsAfter)] as number, row, end);
    }
    row = end;
  }
  for (let row = 1; row <= last; row += 1) high[row] = Math.max(high[row] as number, high[row - 1] as number);
  for (let row = last - 1; row >= 0; row -= 1) low[row] = Math.min(low[row] as number, low[row + 1] as number);
  return (row, _, { first, end }) => {
    const at = Math.floor(row / coarser);
    return {
      first: Math.max(first, (low[Math.max(0, Math.min(last, at - rowsBefore))] ?? 0) - margin),
      end: Math.max(end, Math.min(columns, (high[Math.min(last, at + rowsAfter)] ?? columns) + margin)),
    };
  };
}

/** The first column of each sentence. */
function sentenceStarts({ sentence }: Lattice): number[] {
  const starts: number[] = [];
  sentence.forEach((number, column) => { starts[number] ??= column; });
  return starts;
}
