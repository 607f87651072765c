import { bestPath, type Band } from './best-path.ts';
import { tryOut, type Trial } from './decoys.ts';
import type { Heard, Stretch } from './heard.ts';
import { lay, type Laid } from './lay.ts';
import { layOut, SPOKEN, type Lattice } from './lattice.ts';
import { learnMetric, look, type Metric, type Pairs } from './metric.ts';
import type { Reference } from './reference.ts';
import { withShortPauses } from './short-pauses.ts';
import { JOINED, stack, STACKED, type Stacked } from './stacked.ts';

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

const BAND: Band = { behind: 1500, ahead: 3750 };
const LEAVE_OUT = -12;
// What the fine pass may move a start or an end, in frames of the sound.
const SLACK = 25;
// Sentences that are tried out to learn what fits by chance.
const SAMPLES = 60;
// Sound without text fits better than by chance, and worse than text that is right: so far on the way between both, and at least so much better.
const ON_THE_WAY = 0.45;
const LEAST_ABOVE = 0.4;

/** Finds every sentence in the sound, first in steps of 80 ms over all, then each by itself in steps of 20 ms. */
export function placeSentences(heard: Heard, reference: Reference): Places {
  const sound = stack(heard.values, heard.speech, withShortPauses(heard.speech), JOINED);
  const { text, bounds } = concatenate(reference.kept.map((kept) => stack(reference.values, reference.speech, kept, JOINED)));
  const lattice = layOut(bounds);
  const find = (metric: Metric, untold: number) => bestPath(look(sound, metric, 'sound'), look(text, metric, 'text'), lattice, { untold, leaveOut: LEAVE_OUT }, BAND).column;
  // How this voice differs from the reference is learned from what the first pass finds, and so is what fits by chance.
  const usual = learnMetric(sound, text, []);
  const first = find(usual, FIRST_UNTOLD);
  const metric = learnMetric(sound, text, pairsOf(first, lattice));
  const tried = windows(roughPlaces(first, sound, lattice, reference.kept.length), heard.speech.length)
    .flatMap((within, n) => (within ? [{ within, n }] : [])).filter((_, n, all) => n % Math.ceil(all.length / SAMPLES) === 0)
    .flatMap(({ within, n }) => tryOut(heard, reference, metric, n, within) ?? []);
  const untold = untoldOf(tried);
  const rough = roughPlaces(find(metric, untold), sound, lattice, reference.kept.length);
  const within = windows(rough, heard.speech.length);
  return {
    places: within.map((window, n) => {
      const place = rough[n];
      if (!place || !window) return null;
      const near = { from: Math.max(window.from, place.from - SLACK), to: Math.min(window.to, place.to + SLACK) };
      const fine = lay({ heard, reference, metric, kept: reference.kept[n] ?? new Int32Array(0), within: near, step: 1, untold });
      return fine ?? { ...place, along: [] };
    }),
    trials: within.map((window, n) => (window ? tryOut(heard, reference, metric, n, window) : null)),
  };
}

const FIRST_UNTOLD = 0.5;

/** How well sound without text fits. */
function untoldOf(tried: readonly Trial[]): number {
  const chance = median(tried.flatMap((trial) => trial.chance));
  const right = median(tried.map(({ own }) => own));
  return chance + Math.max(LEAST_ABOVE, ON_THE_WAY * (right - chance));
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? FIRST_UNTOLD;

function pairsOf(path: Int32Array, { kind, frame }: Lattice): Pairs {
  return [...path.entries()].flatMap(([row, column]) => (column >= 0 && kind[column] === SPOKEN ? [[row, frame[column] ?? 0] as const] : []));
}

/** Where each sentence lies by a path. */
function roughPlaces(path: Int32Array, sound: Stacked, lattice: Lattice, sentences: number): (Stretch | null)[] {
  const places: (Stretch | null)[] = Array.from({ length: sentences }, () => null);
  path.forEach((column, row) => {
    if (column < 0 || lattice.kind[column] !== SPOKEN) return;
    const sentence = lattice.sentence[column] ?? 0;
    const at = sound.at[row] ?? 0;
    places[sentence] = { from: places[sentence]?.from ?? at, to: (sound.at[row + 1] ?? at + JOINED) };
  });
  return places;
}

/** From half the way to the place before until half the way to the one after. */
function windows(places: readonly (Stretch | null)[], length: number): (Stretch | null)[] {
  const found = places.flatMap((place, n) => (place === null ? [] : [{ ...place, n }]));
  const all: (Stretch | null)[] = places.map(() => null);
  for (const [index, { from, to, n }] of found.entries()) {
    const [before, after] = [found[index - 1], found[index + 1]];
    all[n] = { from: before ? Math.floor((before.to + from) / 2) : 0, to: after ? Math.ceil((to + after.from) / 2) : length };
  }
  return all;
}

function concatenate(parts: readonly Stacked[]): { readonly text: Stacked; readonly bounds: readonly number[] } {
  const bounds = [0];
  for (const { speech } of parts) bounds.push((bounds.at(-1) ?? 0) + speech.length);
  const total = bounds.at(-1) ?? 0;
  const text = { values: new Float32Array(total * STACKED), speech: new Uint8Array(total), at: new Int32Array(total) };
  parts.forEach((part, n) => {
    const from = bounds[n] ?? 0;
    text.values.set(part.values, from * STACKED);
    text.speech.set(part.speech, from);
    text.at.set(part.at, from);
  });
  return { text, bounds };
}
