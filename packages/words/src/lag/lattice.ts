import { likelihood, type Evidence } from './evidence.ts';

/** Time between two columns. */
export const STEP_MS = 500;
/** Distance between two lags. */
export const BIN_MS = 100;
/** No interpretation begins before what it interprets. */
export const LEAST_LAG_MS = 0;
/** Who is farther behind has lost the thread. */
export const MOST_LAG_MS = 9000;
const BINS = (MOST_LAG_MS - LEAST_LAG_MS) / BIN_MS + 1;

/** How a channel is wont to lag. */
export interface LagHabit {
  /** Middle and deviation of the lag over the meeting, in ms. */
  readonly usualMs: number;
  readonly spreadMs: number;
  /** Deviation of its change in one second, in ms. */
  readonly restlessMs: number;
}

/** What is known before anything is heard. */
export const ANY_HABIT: LagHabit = { usualMs: 2600, spreadMs: 1500, restlessMs: 320 };

/** The lag at one step: how likely each bin is. */
export interface Column {
  readonly floorMs: number;
  readonly bins: Float32Array;
}

// After so long nothing is left of the lag as it was.
const FORGOTTEN_MS = 30_000;
// Interpreters let go and begin anew where the speaker changes.
const AT_TURNS_MS = 600;
// Now and then a lag is lost all at once: a sentence is dropped, the other interpreter takes over.
const LOST = 0.004;
const FAINTEST = 1e-30;

// About 10 ms of work.
const REST_AFTER = 300;

/**
 * The lag over a stretch of the timeline, as the most that can be said: a hidden quantity that wanders slowly, seen through
 * evidence that may mislead (forward-backward over a grid of time and lag). Memory: 364 bytes for each step. It yields where
 * other work may go between.
 * @param turnStarts steps at which a turn begins, as floor times
 */
export function* followLag(fromMs: number, toMs: number, evidence: readonly Evidence[], turnStarts: readonly number[], habit: LagHabit): Generator<void, Column[]> {
  const steps = Math.max(1, Math.ceil((toMs - fromMs) / STEP_MS) + 1);
  const stepOf = (ms: number): number => Math.min(steps - 1, Math.max(0, Math.round((ms - fromMs) / STEP_MS)));
  const seen = yield* emissions(steps, stepOf, evidence);
  const changes = new Set(turnStarts.map(stepOf));
  const usual = bell(habit.usualMs, habit.spreadMs);
  const inTurn = transition(habit, habit.restlessMs * Math.sqrt(STEP_MS / 1000), usual);
  const atTurn = transition(habit, AT_TURNS_MS, usual);
  const forward = new Float32Array(steps * BINS);
  let column = Float64Array.from(usual);
  for (let step = 0; step < steps; step += 1) {
    if (step > 0) column = moved(column, changes.has(step) ? atTurn : inTurn);
    weigh(column, seen.get(step));
    forward.set(column, step * BINS);
    if (step % REST_AFTER === 0) yield;
  }
  const columns: Column[] = [];
  let backward = new Float64Array(BINS).fill(1);
  for (let step = steps - 1; step >= 0; step -= 1) {
    const bins = Float32Array.from(backward, (value, bin) => value * (forward[step * BINS + bin] ?? 0));
    normalise(bins);
    columns.push({ floorMs: fromMs + step * STEP_MS, bins });
    weigh(backward, seen.get(step));
    backward = movedBack(backward, changes.has(step) ? atTurn : inTurn);
    if (step % REST_AFTER === 0) yield;
  }
  return columns.reverse();
}

/** Lag in ms that stands for a bin. */
export const lagOf = (bin: number): number => LEAST_LAG_MS + bin * BIN_MS;

function* emissions(steps: number, stepOf: (ms: number) => number, evidence: readonly Evidence[]): Generator<void, Map<number, Float64Array>> {
  const seen = new Map<number, Float64Array>();
  for (const [n, one] of evidence.entries()) {
    if (n % REST_AFTER === 0) yield;
    const step = stepOf(one.floorMs);
    if (step >= steps || one.hints.length === 0) continue;
    const bins = seen.get(step) ?? new Float64Array(BINS).fill(1);
    for (let bin = 0; bin < BINS; bin += 1) bins[bin] = (bins[bin] ?? 1) * likelihood(one, lagOf(bin));
    normalise(bins);
    seen.set(step, bins);
  }
  return seen;
}

interface Transition {
  /** Of each bin, the chances of the bins around its `centre`. */
  readonly rows: readonly { readonly first: number; readonly chances: Float64Array }[];
  readonly usual: Float64Array;
}

function transition(habit: LagHabit, spreadMs: number, usual: Float64Array): Transition {
  const reach = Math.ceil((3.5 * spreadMs) / BIN_MS);
  const rows = Array.from({ length: BINS }, (_, bin) => {
    const centre = lagOf(bin) + ((habit.usualMs - lagOf(bin)) * STEP_MS) / FORGOTTEN_MS;
    const first = Math.max(0, bin - reach);
    const chances = Float64Array.from({ length: Math.min(BINS - 1, bin + reach) - first + 1 }, (_one, n) => Math.exp(-0.5 * ((lagOf(first + n) - centre) / spreadMs) ** 2));
    normalise(chances);
    return { first, chances };
  });
  return { rows, usual };
}

function moved(column: Float64Array, { rows, usual }: Transition): Float64Array<ArrayBuffer> {
  const next = new Float64Array(BINS);
  for (const [bin, { first, chances }] of rows.entries()) {
    const weight = (column[bin] ?? 0) * (1 - LOST);
    if (weight < FAINTEST) continue;
    for (let n = 0; n < chances.length; n += 1) next[first + n] = (next[first + n] ?? 0) + weight * (chances[n] ?? 0);
  }
  for (let bin = 0; bin < BINS; bin += 1) next[bin] = (next[bin] ?? 0) + LOST * (usual[bin] ?? 0);
  return next;
}

function movedBack(column: Float64Array, { rows, usual }: Transition): Float64Array<ArrayBuffer> {
  let anywhere = 0;
  for (let bin = 0; bin < BINS; bin += 1) anywhere += (usual[bin] ?? 0) * (column[bin] ?? 0);
  const next = new Float64Array(BINS);
  for (const [bin, { first, chances }] of rows.entries()) {
    let sum = 0;
    for (let n = 0; n < chances.length; n += 1) sum += (chances[n] ?? 0) * (column[first + n] ?? 0);
    next[bin] = (1 - LOST) * sum + LOST * anywhere;
  }
  normalise(next);
  return next;
}

function weigh(column: Float64Array, seen: Float64Array | undefined): void {
  if (seen) for (let bin = 0; bin < BINS; bin += 1) column[bin] = (column[bin] ?? 0) * (seen[bin] ?? 1) + FAINTEST;
  normalise(column);
}

function bell(middle: number, spread: number): Float64Array<ArrayBuffer> {
  const bins = Float64Array.from({ length: BINS }, (_, bin) => Math.exp(-0.5 * ((lagOf(bin) - middle) / spread) ** 2) + 1e-4);
  normalise(bins);
  return bins;
}

function normalise(bins: Float64Array | Float32Array): void {
  let sum = 0;
  for (let bin = 0; bin < bins.length; bin += 1) sum += bins[bin] ?? 0;
  if (sum > 0) for (let bin = 0; bin < bins.length; bin += 1) bins[bin] = (bins[bin] ?? 0) / sum;
}
