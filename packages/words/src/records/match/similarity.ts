import { compareTokens } from './tokens.ts';

/** A text as a bag of what it says: how often each token comes. */
export type Bag = ReadonlyMap<string, number>;

/** Counts the tokens of a text. */
export function bagOf(text: string): Bag {
  const bag = new Map<string, number>();
  for (const token of compareTokens(text)) bag.set(token, (bag.get(token) ?? 0) + 1);
  return bag;
}

/** What several sentences say together. */
export function mergedBag(bags: readonly Bag[]): Bag {
  const sum = new Map<string, number>();
  for (const bag of bags) for (const [token, times] of bag) sum.set(token, (sum.get(token) ?? 0) + times);
  return sum;
}

/** How much each token tells: what stands in every sentence tells nothing, a name or a number much. */
export interface Weights {
  of(token: string): number;
  /** Of all tokens of a bag. */
  mass(bag: Bag): number;
  /** Of what two bags have in common. */
  common(a: Bag, b: Bag): number;
}

/** Learns the weights from all sentences on both sides. */
export function learnWeights(bags: readonly Bag[]): Weights {
  const sentences = new Map<string, number>();
  for (const bag of bags) for (const token of bag.keys()) sentences.set(token, (sentences.get(token) ?? 0) + 1);
  const of = (token: string): number => Math.log((bags.length + 1) / ((sentences.get(token) ?? 0) + 0.5));
  const sum = (bag: Bag, counted: (token: string, times: number) => number): number => {
    let total = 0;
    for (const [token, times] of bag) total += of(token) * counted(token, times);
    return total;
  };
  return {
    of,
    mass: (bag) => sum(bag, (_, times) => times),
    common: (a, b) => (a.size > b.size ? sum(b, (token, times) => Math.min(times, a.get(token) ?? 0)) : sum(a, (token, times) => Math.min(times, b.get(token) ?? 0))),
  };
}

/** What each sentence of one side has in common with each of the other, found by the tokens that they share. */
export function commonMatrix(rows: readonly Bag[], columns: readonly Bag[], weights: Weights): { at(row: number, column: number): number } {
  const found = new Float32Array(rows.length * columns.length);
  const places = new Map<string, { readonly column: number; readonly times: number }[]>();
  columns.forEach((bag, column) => {
    for (const [token, times] of bag) {
      const list = places.get(token);
      if (list === undefined) places.set(token, [{ column, times }]);
      else list.push({ column, times });
    }
  });
  rows.forEach((bag, row) => {
    for (const [token, times] of bag) {
      const weight = weights.of(token);
      for (const place of places.get(token) ?? []) {
        const index = row * columns.length + place.column;
        found[index] = (found[index] ?? 0) + weight * Math.min(times, place.times);
      }
    }
  });
  return { at: (row, column) => found[row * columns.length + column] ?? 0 };
}
