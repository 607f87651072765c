import { followBest, followPath, type Reach } from './band.ts';
import { bestPath } from './best-path.ts';
import { JOINED } from './cepstra.ts';
import { tryOut, type Trial } from './decoys.ts';
import type { Heard } from './heard.ts';
import { layOut, type Lattice } from './lattice.ts';
import { learner, type Metric } from './metric.ts';
import { pairsOf, rowsOf, windowsOf, type Rows } from './read-path.ts';
import type { Reference } from './reference.ts';
import { look, pick, type Seen } from './seen.ts';
import { beginning, halve, type Stacked } from './stacked.ts';

/** Where a sentence was found in the sound; frames of 20 ms, `to` after its last. */
export interface Place {
  readonly from: number;
  readonly to: number;
  /** Frames in the sound, and the share of the sentence that is said by each of them, both growing. */
  readonly at: Int32Array;
  readonly shares: Float32Array;
}

/** Where the sentences are. */
export interface Places {
  /** Null where the sentence isn't in the sound. */
  readonly places: readonly (Place | null)[];
  /** Of each place, how well the sentence fits beside what fits by chance. */
  readonly trials: readonly (Trial | null)[];
}

// In the passes over everything, in columns of 160 ms: a minute ahead, or five.
const REACH = { lead: 120, ahead: 375, far: 1875 };
const REACH_TO_LEARN = { lead: 40, ahead: 250, far: 1000 };
// In the pass that follows their path, in steps of 80 ms: two seconds beside what it passes in 10 s before and, as it is late at jumps, 24 s after.
const BESIDE = { margin: 25, before: 125, after: 300, longHole: 60 };
const COSTS = { hole: -3, leaveOut: -12 };
// Sentences that are tried out to learn what fits by chance.
const SAMPLES = 60;
// Sound without text fits better than by chance, and worse than text that is right: so far on the way between both, and at least so much better.
const ON_THE_WAY = 0.45;
const LEAST_ABOVE = 0.4;
const FIRST_UNTOLD = 0.5;
// Frames of the text to one of sound, with the slowest of speakers.
const SLOWEST = 0.6;
// A quarter of an hour of speech, in frames of 160 ms, is enough to learn from.
const LEARNED_FROM = 5600;
// What is learned shows the way better, and a better way teaches more: human voices lose half of their sentences the first time.
const LEARNED_TIMES = 3;

/**
 * Finds every sentence in the sound: over everything in steps of 160 ms, first by what is usual for two voices, then by what was learned of these two;
 * then along what was found, in steps of 80 ms.
 */
export function placeSentences({ frames: sound }: Heard, { frames: text, bounds }: Reference): Places {
  const [halfBounds, soundBounds] = [halved(bounds), [0, sound.speech.length]];
  const [half, halfText] = [halve(sound, soundBounds), halve(text, bounds)];
  const [rough, lattice] = [layOut(halfBounds), layOut(bounds)];
  const learn = learner(half, halfText);
  const see = (heard: Stacked, spoken: Stacked, metric: Metric): Both => ({ sound: look(heard, metric, 'sound'), text: look(spoken, metric, 'text') });
  const everywhere = (both: Both, untold: number, reach: Reach) => bestPath({ ...both, lattice: rough, scores: { ...COSTS, untold }, choose: followBest(rough.kind.length, reach) });
  const some = beginning(half, LEARNED_FROM);
  let seen = see(some, halfText, learn({ sound: new Int32Array(0), text: new Int32Array(0) }));
  let untold = FIRST_UNTOLD * Math.max(SLOWEST, Math.min(1, spoken(halfText) / spoken(half)));
  for (let time = 1; time <= LEARNED_TIMES; time += 1) {
    const path = everywhere(seen, untold, REACH_TO_LEARN);
    seen = see(time < LEARNED_TIMES ? some : half, halfText, learn(pairsOf(path, rough)));
    untold = untoldOf(samples(seen, rough, halfBounds, path));
  }
  const second = everywhere(seen, untold, REACH);
  seen = see(sound, text, learn(pairsOf(second, rough)));
  untold = untoldOf(samples({ sound: pick(seen.sound, half.frames), text: pick(seen.text, halfText.frames) }, rough, halfBounds, second));
  const third = bestPath({ ...seen, lattice, scores: { ...COSTS, untold }, choose: followPath(second, rough, lattice, 2, BESIDE) });
  const places = rowsOf(third, lattice, bounds.length - 1);
  return {
    places: places.map((rows, n) => rows && toPlace(rows, third, lattice, sound.at, bounds[n] ?? 0, bounds[n + 1] ?? 0)),
    trials: windowsOf(places, sound.speech.length).map((within, n) => (within ? tryOut(seen, { first: bounds[n] ?? 0, end: bounds[n + 1] ?? 0 }, within) : null)),
  };
}

interface Both {
  readonly sound: Seen;
  readonly text: Seen;
}

function toPlace({ from, to }: Rows, path: Int32Array, { frame }: Lattice, at: Int32Array, first: number, end: number): Place {
  const shares = Float32Array.from(path.subarray(from, to), (column) => ((frame[column] ?? 0) - first) / (end - first));
  return { from: at[from] ?? 0, to: at[to] ?? (at[to - 1] ?? 0) + JOINED, at: at.subarray(from, to), shares };
}

/** The bounds in every second frame of each sentence. */
function halved(bounds: readonly number[]): number[] {
  const half = [0];
  for (const [n, from] of bounds.slice(0, -1).entries()) half.push((half[n] ?? 0) + Math.ceil(((bounds[n + 1] ?? from) - from) / 2));
  return half;
}

/** Some of the sentences that were found, from all over the text, tried out. */
function samples(both: Both, lattice: Lattice, bounds: readonly number[], path: Int32Array): Trial[] {
  const found = windowsOf(rowsOf(path, lattice, bounds.length - 1), path.length).flatMap((within, n) => (within ? [{ within, n }] : []));
  const step = Math.max(1, Math.ceil(found.length / SAMPLES));
  return found.filter((_, n) => n % step === 0).flatMap(({ within, n }) => tryOut(both, { first: bounds[n] ?? 0, end: bounds[n + 1] ?? 0 }, within) ?? []);
}

/** How well sound without text fits; per frame of sound, of which slow speakers need more than the text has. */
function untoldOf(tried: readonly Trial[]): number {
  const chance = median(tried.flatMap((trial) => trial.chance));
  const right = median(tried.map(({ own }) => own));
  const pace = median(tried.map(({ length, heard }) => length / heard));
  return (chance + Math.max(LEAST_ABOVE, ON_THE_WAY * (right - chance))) * Math.min(1, pace);
}

const spoken = ({ speech }: Stacked) => speech.reduce((sum, value) => sum + value, 0);

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? FIRST_UNTOLD;
