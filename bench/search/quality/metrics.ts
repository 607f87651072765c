import { quantile } from '../../measure/statistics.ts';
import { seededRandom } from '../../../fixtures/sound/index.ts';

/** How well things answer a question, by their ids; those left out don't answer it. */
export type Grades = ReadonlyMap<string, number>;

/** One divided by the place of the first that answers, counted from 1; 0 where none does. */
export function reciprocalRank(ranking: readonly string[], grades: Grades): number {
  const place = ranking.findIndex((id) => (grades.get(id) ?? 0) > 0);
  return place === -1 ? 0 : 1 / (place + 1);
}

/** Discounted gain of the first ten against the best possible order (Järvelin and Kekäläinen, 2002; gain 2^grade - 1), 0 to 1; NaN where nothing answers. */
export function ndcg10(ranking: readonly string[], grades: Grades): number {
  const best = [...grades.values()].toSorted((a, b) => b - a);
  return gain(ranking.map((id) => grades.get(id) ?? 0)) / gain(best);
}

const gain = (grades: readonly number[]): number => grades.slice(0, 10).reduce((sum, grade, n) => sum + (2 ** grade - 1) / Math.log2(n + 2), 0);

/** Share of what is wanted that is among the first ten, out of as many as ten can hold; NaN where nothing is wanted. */
export function recall10(ranking: readonly string[], wanted: ReadonlySet<string>): number {
  return ranking.slice(0, 10).filter((id) => wanted.has(id)).length / Math.min(10, wanted.size);
}

/** The mean; NaN of none. */
export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A difference of two means over the same questions, with what chance leaves open. */
export interface Difference {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How much better the first is, question by question, and between which values the mean lies in 95 of 100 draws of as many
 * questions with replacement (paired percentile bootstrap). The same seed gives the same interval.
 */
export function bootstrapDifference(first: readonly number[], second: readonly number[], seed: number, draws = 10_000): Difference {
  if (first.length !== second.length) throw new RangeError('What is compared must answer the same questions.');
  const differences = first.map((value, n) => value - (second[n] ?? Number.NaN));
  const random = seededRandom(seed);
  const means = Array.from({ length: draws }, () => mean(differences.map(() => differences[Math.floor(random() * differences.length)] ?? Number.NaN)));
  return { mean: mean(differences), low: quantile(means, 0.025), high: quantile(means, 0.975) };
}
