/** A place where something may begin. */
export interface Candidate {
  readonly placeMs: number;
  /** How well it suits by itself, as a natural logarithm; 0 says nothing. */
  readonly suits: number;
}

/** Something that begins some time after the one before it. */
export interface Step {
  readonly candidates: readonly Candidate[];
  /** Expected time since the step before, and how far it usually is from that. */
  readonly gapMs: number;
  readonly spreadMs: number;
}

/** Where each step begins, and how likely that is. */
export interface LatticeResult {
  readonly placeMs: number;
  /** Probability that the truth is at most `reachMs` away. */
  within(reachMs: number): number;
}

// Beyond this many spreads one place is as unlikely as another: people leave out pages, or speak for minutes off the record.
const FARTHEST = 5;

// What makes one step longer than expected often makes the next one longer too: the probabilities, which don't know that, are softened.
const DOUBT = 3.5;
// Nothing begins before what comes before it.
const BACKWARDS = -50;

/**
 * The likeliest places of things that follow each other at about known distances, by all that is known together, with their probabilities
 * (forward and backward over the whole lattice). The first and the last step are where the whole begins and ends.
 */
export function placeInLattice(steps: readonly Step[]): LatticeResult[] {
  const sharp = chances(steps, 1);
  const soft = chances(steps, DOUBT);
  return steps.map(({ candidates }, at) => {
    const best = candidates[indexOfMost(sharp[at] ?? [])]?.placeMs ?? 0;
    return { placeMs: best, within: (reachMs) => candidates.reduce((sum, { placeMs }, n) => (Math.abs(placeMs - best) <= reachMs ? sum + (soft[at]?.[n] ?? 0) : sum), 0) };
  });
}

/** The probability of each candidate of each step. */
function chances(steps: readonly Step[], doubt: number): number[][] {
  const upTo: number[][] = [];
  steps.forEach((step, at) => {
    const [earlier, before] = [steps[at - 1]?.candidates ?? [], upTo[at - 1] ?? []];
    upTo.push(step.candidates.map(({ placeMs, suits }) => suits / doubt + (at === 0 ? 0 : logSum(earlier.map((one, n) => (before[n] ?? 0) + apart(one.placeMs, placeMs, step) / doubt)))));
  });
  const fromHere: number[][] = [];
  steps.toReversed().forEach((step, back) => {
    const next = steps[steps.length - back];
    const after = fromHere[back - 1] ?? [];
    fromHere.push(step.candidates.map(({ placeMs }) => (next === undefined ? 0 : logSum(next.candidates.map((one, n) => (after[n] ?? 0) + (one.suits + apart(placeMs, one.placeMs, next)) / doubt)))));
  });
  return steps.map(({ candidates }, at) => toChances(candidates.map((_, n) => (upTo[at]?.[n] ?? 0) + (fromHere[steps.length - 1 - at]?.[n] ?? 0))));
}

function toChances(logs: readonly number[]): number[] {
  const top = Math.max(...logs);
  const shares = logs.map((log) => Math.exp(log - top));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / all);
}

const indexOfMost = (values: readonly number[]): number => values.reduce((most, value, at) => (value > (values[most] ?? 0) ? at : most), 0);

const apart = (earlierMs: number, laterMs: number, { gapMs, spreadMs }: Step): number =>
  (laterMs < earlierMs ? BACKWARDS : -(Math.min(FARTHEST, Math.abs(laterMs - earlierMs - gapMs) / spreadMs) ** 2) / 2);

function logSum(values: readonly number[]): number {
  const top = Math.max(...values);
  return top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0));
}
