import type { Trial } from './decoys.ts';

// Two places that lie less than half a sentence apart are hardly two.
const PLACES_PER_LENGTH = 2;
// Between two sure sentences there is little room, but the way was free to end the sentence where it liked, or to leave it out.
const FEWEST_PLACES = 16;
// How far a sentence is sought, in frames of 80 ms.
const SOUGHT = 5250;
// What a place tells of its neighbours.
const REACH = 2;
// As with most voices, and for how many trials that counts: a text of a few sentences has too few of its own.
const USUAL_SPREAD = 1.4;
const USUAL_WEIGHT = 15;

/**
 * How sure each place is, 0 to 1: how likely it is that nothing that fits by chance fits as well, in as many places as there were to choose from; and
 * whether its neighbours are sure, as a sentence that is found alone among others that aren't there is likely to be found by chance.
 */
export function confidences(trials: readonly (Trial | null)[]): number[] {
  const spread = chanceSpread(trials);
  const anywhere = trials.map((trial) => sureOf(trial, spread, SOUGHT));
  const own = trials.map((trial, n) => {
    const [alone, between] = [anywhere[n] ?? 0, sureOf(trial, spread, trial?.heard ?? 0)];
    // Where those before and after are found for sure, there is nowhere else to look.
    const held = Math.min(anywhere[n - 1] ?? 1, anywhere[n + 1] ?? 1);
    return trials.length < 2 ? alone : Math.max(alone, held * between + (1 - held) * alone);
  });
  return own.map((value, n) => {
    const around = [...own.slice(Math.max(0, n - REACH), n), ...own.slice(n + 1, n + 1 + REACH)];
    return around.length === 0 ? value : value * Math.min(1, 0.4 + mean(around));
  });
}

/** How likely it is that nothing that fits by chance fits as well, in so many frames of sound. */
function sureOf(trial: Trial | null, spread: number, sought: number): number {
  if (trial === null) return 0;
  // The mean of a few is only about the mean.
  const above = (trial.own - mean(trial.chance)) * Math.sqrt(trial.length / (1 + 1 / trial.chance.length)) / spread;
  return (1 - tail(above)) ** Math.max(FEWEST_PLACES, (PLACES_PER_LENGTH * sought) / trial.length);
}

/** By how much what fits by chance differs: the deviation of one frame. Sentences of different lengths count alike. */
function chanceSpread(trials: readonly (Trial | null)[]): number {
  let [sum, count] = [0, 0];
  for (const trial of trials) {
    if (trial === null || trial.chance.length < 2) continue;
    const middle = mean(trial.chance);
    for (const one of trial.chance) sum += (one - middle) ** 2 * trial.length;
    count += trial.chance.length - 1;
  }
  return Math.sqrt((sum + USUAL_WEIGHT * USUAL_SPREAD ** 2) / (count + USUAL_WEIGHT));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The share of a normal distribution that is above a value (Abramowitz and Stegun, 26.2.17). */
function tail(value: number): number {
  if (value < 0) return 1 - tail(-value);
  const t = 1 / (1 + 0.231_641_9 * value);
  const series = t * (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
  return series * Math.exp(-0.5 * value * value) / Math.sqrt(2 * Math.PI);
}
