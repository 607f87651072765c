import type { LagPoint } from './lag-curve.ts';
import type { Run } from './run.ts';
import { STEP_MS } from './lattice.ts';
import { hintOf, middleOf } from './read-column.ts';
import { firstFrom } from './spans.ts';

// Evidence reaches so far that one may call a lag its work.
const NEAR_MS = 4000;

/** The points of turns that are interpreted one after the other. */
export function pointsOfRun({ turns, evidence, columns }: Run): LagPoint[] {
  const words = evidence.filter(({ basis, hints }) => basis === 'words' && hints.length > 0).map(({ floorMs }) => floorMs);
  const points = columns.map((column): LagPoint => ({ floorMs: column.floorMs, ...middleOf(column), basis: hasNear(words, column.floorMs, NEAR_MS) ? 'words' : 'between' }));
  const starts = turns.map(({ startMs }): LagPoint | null => {
    const own = evidence.find(({ floorMs, basis }) => basis === 'turn' && floorMs === startMs);
    const column = columns[Math.min(columns.length - 1, firstFrom(columns, ({ floorMs }) => floorMs, startMs - STEP_MS / 2))];
    const hint = own && column ? hintOf(column, own) : null;
    return hint && { floorMs: startMs, ...hint, basis: 'turn' };
  });
  const found = starts.filter((point) => point !== null);
  const exact = found.map(({ floorMs }) => floorMs);
  // The step beside a turn's start says the same less exactly.
  return [...points.filter(({ floorMs }) => !hasNear(exact, floorMs, STEP_MS / 2)), ...found].toSorted((a, b) => a.floorMs - b.floorMs);
}

function hasNear(times: readonly number[], ms: number, within: number): boolean {
  const next = times[firstFrom(times, (at) => at, ms - within)];
  return next !== undefined && next <= ms + within;
}
