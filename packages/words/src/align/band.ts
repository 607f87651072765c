import { SPOKEN, type Lattice } from './lattice.ts';

/** The columns that are looked at in each row: from `first` on, before `end`; neither ever goes back. */
export interface Band {
  readonly first: number;
  readonly end: number;
}

/** Says which columns to look at in a row, by the scores of the row before it and the columns they are known for. */
export type ChooseBand = (row: number, above: Float32Array, before: Band) => Band;

/** Looks at so many columns before and after the best one so far, so that a long hole doesn't lead it astray. */
export function followBest(columns: number, behind: number, ahead: number): ChooseBand {
  const width = Math.min(columns, behind + ahead);
  return (row, above, before) => {
    if (row <= 0) return { first: 0, end: width };
    const first = Math.max(before.first, Math.min(columns - width, highest(above, before) - behind));
    return { first, end: first + width };
  };
}

/** The column of a row with the highest score. */
export function highest(scores: Float32Array, { first, end }: Band): number {
  let best = first;
  for (let n = first; n < end; n += 1) if ((scores[n] as number) > (scores[best] as number)) best = n;
  return best;
}

/**
 * Looks at columns near a path that was found in coarser steps, and at all that it jumps over.
 * @param path The column of each row, in a lattice of the same sentences with `coarser` times fewer rows and frames.
 * @param margin Columns on either side; rows before and after a jump in which all of it is seen.
 */
export function followPath(path: Int32Array, from: Lattice, to: Lattice, coarser: number, margin: number): ChooseBand {
  const [starts, targets] = [sentenceStarts(from), sentenceStarts(to)];
  const columns = to.kind.length;
  const same = Int32Array.from(path, (column) => {
    const sentence = from.sentence[column] ?? 0;
    const within = from.kind[column] === SPOKEN ? column - (starts[sentence] ?? 0) : 0;
    return Math.min(columns - 1, (targets[sentence] ?? 0) + within * coarser);
  });
  return (row, _, before) => {
    const at = Math.floor(row / coarser);
    const rows = Math.ceil(margin / coarser);
    const low = same[Math.max(0, Math.min(same.length - 1, at - rows))] ?? 0;
    const high = same[Math.min(same.length - 1, at + rows)] ?? columns;
    return { first: Math.max(before.first, low - margin), end: Math.max(before.end, Math.min(columns, high + margin)) };
  };
}

/** The first column of each sentence. */
function sentenceStarts({ sentence }: Lattice): number[] {
  const starts: number[] = [];
  sentence.forEach((number, column) => { starts[number] ??= column; });
  return starts;
}
