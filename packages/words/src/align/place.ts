import { followBest, followPath } from './band.ts';
import { bestPath } from './best-path.ts';
import { tryOut, type Trial } from './decoys.ts';
import type { Heard, Stretch } from './heard.ts';
import { lay, type Laid } from './lay.ts';
import { learnMetric, look, type Metric } from './metric.ts';
import { pairsOf, roughPlaces, windowsOf } from './read-path.ts';
import type { Reference } from './reference.ts';
import { withShortPauses } from './short-pauses.ts';
import { JOINED, stack } from './stacked.ts';
import { beginning, halve, joinSentences } from './text-frames.ts';

/** Where a sentence was found in the sound. */
export interface Place extends Stretch {
  /** Pairs of frame in the sound and frame in the sentence as spoken, both growing. */
  readonly along: Laid['along'];
}

/** Where the sentences are. */
export interface Places {
  /** Null where the sentence isn't in the sound. */
  readonly places: readonly (Place | null)[];
  /** Of each place, how well the sentence fits beside what fits by chance. */
  readonly trials: readonly (Trial | null)[];
}

// Columns of 160 ms before and after the best one, in the passes over everything: a minute back, five ahead.
const BEHIND = 375;
const AHEAD = 1875;
// Columns of 80 ms beside the path of these passes, in the pass that follows it.
const BESIDE = 300;
const LEAVE_OUT = -12;
// What the fine pass may move a start or an end, in frames of the sound.
const SLACK = 25;
const FINE = 2;
// Sentences that are tried out to learn what fits by chance.
const SAMPLES = 60;
// Sound without text fits better than by chance, and worse than text that is right: so far on the way between both, and at least so much better.
const ON_THE_WAY = 0.45;
const LEAST_ABOVE = 0.4;
const FIRST_UNTOLD = 0.5;
// Half an hour of speech, in frames of 160 ms, is enough to learn from.
const LEARNED_FROM = 11_250;

/**
 * Finds every sentence in the sound: over everything in steps of 160 ms, first by what is usual for two voices, then by what was learned of these two;
 * along what was found in steps of 80 ms; then each sentence by itself in steps of 40 ms.
 */
export function placeSentences(heard: Heard, reference: Reference): Places {
  const count = reference.kept.length;
  const sound = stack(heard.values, heard.speech, withShortPauses(heard.speech), JOINED);
  const parts = reference.kept.map((kept) => stack(reference.values, reference.speech, kept, JOINED));
  const [half, rough] = [halve(sound), joinSentences(parts.map(halve))];
  const everywhere = (metric: Metric, untold: number, heardHalf = half) =>
    bestPath(look(heardHalf, metric, 'sound'), look(rough.frames, metric, 'text'), rough.lattice, { untold, leaveOut: LEAVE_OUT }, followBest(rough.lattice.kind.length, BEHIND, AHEAD)).column;
  const first = everywhere(learnMetric(half, rough.frames, []), FIRST_UNTOLD, beginning(half, LEARNED_FROM));
  const learned = learnMetric(half, rough.frames, pairsOf(first, rough.lattice));
  const tried = (path: Int32Array, metric: Metric) => samples(windowsOf(roughPlaces(path, half, rough.lattice, count), heard.speech.length))
    .flatMap(([n, within]) => tryOut(heard, reference, metric, n, within) ?? []);
  const second = everywhere(learned, untoldOf(tried(first, learned)));
  const metric = learnMetric(half, rough.frames, pairsOf(second, rough.lattice));
  const untold = untoldOf(tried(second, metric));
  const text = joinSentences(parts);
  const beside = followPath(second, rough.lattice, text.lattice, 2, BESIDE);
  const third = bestPath(look(sound, metric, 'sound'), look(text.frames, metric, 'text'), text.lattice, { untold, leaveOut: LEAVE_OUT }, beside).column;
  const places = roughPlaces(third, sound, text.lattice, count);
  const windows = windowsOf(places, heard.speech.length);
  return {
    places: windows.map((window, n) => {
      const place = places[n];
      if (!place || !window) return null;
      const near = { from: Math.max(window.from, place.from - SLACK), to: Math.min(window.to, place.to + SLACK) };
      return lay({ heard, reference, metric, kept: reference.kept[n] ?? new Int32Array(0), within: near, step: FINE, untold }) ?? { ...place, along: [] };
    }),
    trials: windows.map((window, n) => (window ? tryOut(heard, reference, metric, n, window) : null)),
  };
}

/** Some of the sentences that were found, from all over the text. */
function samples(windows: readonly (Stretch | null)[]): (readonly [number, Stretch])[] {
  const found = windows.flatMap((within, n) => (within ? [[n, within] as const] : []));
  const step = Math.max(1, Math.ceil(found.length / SAMPLES));
  return found.filter((_, n) => n % step === 0);
}

/** How well sound without text fits. */
function untoldOf(tried: readonly Trial[]): number {
  const chance = median(tried.flatMap((trial) => trial.chance));
  const right = median(tried.map(({ own }) => own));
  return chance + Math.max(LEAST_ABOVE, ON_THE_WAY * (right - chance));
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? FIRST_UNTOLD;
