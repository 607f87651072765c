import { ANY_HABIT, type LagHabit } from './lattice.ts';
import type { Run } from './run.ts';
import { middleOf } from './read-column.ts';

// Below this confidence a lag is no witness of what is usual.
const SURE = 0.8;
const LEAST_SPREAD_MS = 500;
const FEWEST = 40;

/** What a channel is wont to, by where its lag is sure. */
export function habitOf(runs: readonly Run[]): LagHabit {
  const sure = runs.flatMap(({ columns }) => columns.map(middleOf)).filter(({ confidence }) => confidence >= SURE).map(({ lagMs }) => lagMs);
  if (sure.length < FEWEST) return ANY_HABIT;
  const usualMs = sure.reduce((sum, lag) => sum + lag, 0) / sure.length;
  const spreadMs = Math.sqrt(sure.reduce((sum, lag) => sum + (lag - usualMs) ** 2, 0) / sure.length);
  return { ...ANY_HABIT, usualMs, spreadMs: Math.max(LEAST_SPREAD_MS, spreadMs * 1.2) };
}
