import type { Evidence, Hint } from './evidence.ts';
import type { FloorTurn } from './floor-turns.ts';
import { LEAST_LAG_MS, MOST_LAG_MS } from './lattice.ts';
import type { Span } from '../sound/index.ts';
import { firstFrom } from './spans.ts';

// Where a detector puts the edges of speech.
const SPREAD_MS = 120;
// A booth that says nothing between two turns, or a pause that was not heard.
const NO_PAUSE = 0.12;
// Booths end freely: they drop the last words, or add some.
const END_SPREAD_MS = 300;
const NO_END = 0.3;
const LEAST_SPREAD = 0.35;
const CATCH_UP_MS = 1200;
const LONGEST_MS = 8000;
// A length alone proves nothing.
const MOST_TOLD = 60;

/** How long the pauses of a booth are where they mean nothing: middle and deviation of the logarithm of ms, and how many there are in each ms. */
export interface PauseHabit {
  readonly middle: number;
  readonly spread: number;
  readonly perMs: number;
}

/** The pauses of a booth as a whole: most of them mean nothing. */
export function pauseHabit(pauses: readonly Span[], durationMs: number): PauseHabit {
  const logs = pauses.map(({ startMs, endMs }) => Math.log(endMs - startMs)).toSorted((a, b) => a - b);
  const at = (share: number): number => logs[Math.floor(share * (logs.length - 1))] ?? Math.log(500);
  return { middle: at(0.5), spread: Math.max(LEAST_SPREAD, (at(0.75) - at(0.25)) / 1.35), perMs: Math.max(pauses.length, 1) / Math.max(durationMs, 1) };
}

/** What the pauses of a booth tell of the lag where a turn begins and where the one before it ends. */
export function turnEvidence(turn: FloorTurn, before: FloorTurn | null, pauses: readonly Span[], habit: PauseHabit): Evidence[] {
  const gap = before ? turn.startMs - before.endMs : null;
  const near = pauses.slice(firstFrom(pauses, ({ endMs }) => endMs, turn.startMs + LEAST_LAG_MS), firstFrom(pauses, ({ endMs }) => endMs, turn.startMs + MOST_LAG_MS));
  const starts = near.map(({ startMs, endMs }): Hint => ({
    lagMs: endMs - turn.startMs, spreadMs: SPREAD_MS, weight: ((1 - NO_PAUSE) * turn.certainty * lengthTells(endMs - startMs, gap, habit)) / habit.perMs,
  }));
  const found: Evidence[] = [{ floorMs: turn.startMs, basis: 'turn', hints: starts, otherwise: 1 - (1 - NO_PAUSE) * turn.certainty }];
  if (!before) return found;
  const ends = pauses.slice(firstFrom(pauses, ({ startMs }) => startMs, before.endMs + LEAST_LAG_MS), firstFrom(pauses, ({ startMs }) => startMs, before.endMs + MOST_LAG_MS))
    .map(({ startMs, endMs }): Hint => ({
      lagMs: startMs - before.endMs, spreadMs: END_SPREAD_MS, weight: ((1 - NO_END) * turn.certainty * Math.sqrt(lengthTells(endMs - startMs, gap, habit))) / habit.perMs,
    }));
  return [{ floorMs: before.endMs, basis: 'turn', hints: ends, otherwise: 1 - (1 - NO_END) * turn.certainty }, ...found];
}

/** How much more often a pause is so long between two turns than within one. */
function lengthTells(lengthMs: number, gapMs: number | null, habit: PauseHabit): number {
  // Between turns a booth is silent as long as the floor, but for what it catches up or falls back.
  const between = gapMs === null ? 1 / LONGEST_MS : bell(Math.min(lengthMs, LONGEST_MS), Math.min(gapMs, LONGEST_MS), CATCH_UP_MS);
  const within = bell(Math.log(lengthMs), habit.middle, habit.spread) / lengthMs;
  return Math.min(MOST_TOLD, Math.max(1 / MOST_TOLD, between / (within + 1e-6)));
}

const bell = (value: number, middle: number, spread: number): number => Math.exp(-0.5 * ((value - middle) / spread) ** 2) / (spread * Math.sqrt(2 * Math.PI));
