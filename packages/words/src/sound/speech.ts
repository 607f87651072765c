import { FRAME_MS, type Levels } from './features.ts';
import { nthSmallest } from './nth-smallest.ts';

const SECOND = 1000 / FRAME_MS;
const BLOCK = 10 * SECOND;
const AROUND = 3;
// Of the way from the noise to the loud frames, in dB.
const RISE = 0.4;
const LEAST_RISE_DB = 5;
// Speech begins and ends softer than it is found by.
const EDGE_RISE = 0.2;
const LEAST_EDGE_RISE_DB = 3;
const LONGEST_EDGE = 6;
// As long as the closure of a stop: not a pause.
const SHORTEST_PAUSE = 6;
const SHORTEST_SPEECH = 3;

/**
 * For each frame 1 where somebody speaks, by loudness: louder, below or above, than the noise around, which is looked at anew each ten seconds,
 * as rooms and microphones change.
 */
export function findSpeech({ low, high }: Levels): Uint8Array {
  const speech = new Uint8Array(low.length);
  const soft = new Uint8Array(low.length);
  const room = new Float32Array((2 * AROUND + 1) * BLOCK);
  for (const levels of [low, high]) {
    for (let from = 0; from < levels.length; from += BLOCK) {
      const looked = levels.subarray(Math.max(0, from - AROUND * BLOCK), from + (AROUND + 1) * BLOCK);
      const around = room.subarray(0, looked.length);
      around.set(looked);
      const floor = nthSmallest(around, Math.floor(around.length * 0.1));
      const loud = nthSmallest(around, Math.floor(around.length * 0.9));
      // Steady noise has no frames that stand out, and so no speech.
      const limit = Math.max(-75, floor + Math.max(LEAST_RISE_DB, RISE * (loud - floor)));
      const softLimit = Math.max(-80, floor + Math.max(LEAST_EDGE_RISE_DB, EDGE_RISE * (loud - floor)));
      for (let frame = from; frame < Math.min(levels.length, from + BLOCK); frame += 1) {
        const level = levels[frame] as number;
        if (level > limit) speech[frame] = 1;
        if (level > softLimit) soft[frame] = 1;
      }
    }
  }
  flipShortRuns(speech, 0, SHORTEST_PAUSE);
  flipShortRuns(speech, 1, SHORTEST_SPEECH);
  widen(speech, soft);
  return speech;
}

/** Adds to each stretch of speech the soft frames at both ends. */
function widen(speech: Uint8Array, soft: Uint8Array): void {
  const found = speech.slice();
  const reach = (from: number, step: 1 | -1) => {
    for (let n = 1; n <= LONGEST_EDGE && soft[from + n * step] === 1; n += 1) speech[from + n * step] = 1;
  };
  for (let frame = 0; frame < found.length; frame += 1) {
    if (found[frame] !== 1) continue;
    if (found[frame - 1] !== 1) reach(frame, -1);
    if (found[frame + 1] !== 1) reach(frame, 1);
  }
}

/** Turns over what has a value only for a moment. */
function flipShortRuns(speech: Uint8Array, value: 0 | 1, shortest: number): void {
  let began = 0;
  for (let frame = 1; frame <= speech.length; frame += 1) {
    if (frame < speech.length && speech[frame] === speech[began]) continue;
    if (speech[began] === value && frame - began < shortest && began > 0 && frame < speech.length) speech.fill(1 - value, began, frame);
    began = frame;
  }
}
