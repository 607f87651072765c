import { DIRECTIONS } from './metric.ts';
import type { Seen } from './seen.ts';

// Silence goes with silence; where one speaks and the other doesn't, they are hardly the same.
const BOTH_SILENT = 0.2;
const ONE_SILENT = -1;
const MOST = 3;
const LEAST = -3;

/**
 * How much likelier it is that a frame of the sound and each of some of the text are the same than that they are any two: the logarithm, within
 * bounds, as a frame that is quite unlike may be a cough.
 * @param likes Gets the answers, at the places of the frames `from` to before `end`.
 */
export function likenesses(sound: Seen, row: number, text: Seen, from: number, end: number, likes: Float64Array): void {
  const { values, own, speech } = text;
  if (sound.speech[row] !== 1) {
    for (let column = from; column < end; column += 1) likes[column] = speech[column] === 1 ? ONE_SILENT : BOTH_SILENT;
    return;
  }
  const base = sound.own[row] as number;
  // Written out for all `DIRECTIONS`, as this is done a hundred million times an hour: a loop takes three times as long. Sums of a few stand in brackets,
  // so that they don't wait for each other.
  const all = sound.values;
  const first = row * DIRECTIONS;
  const [a, b, c, d] = [all[first] as number, all[first + 1] as number, all[first + 2] as number, all[first + 3] as number];
  const [e, f, g, h] = [all[first + 4] as number, all[first + 5] as number, all[first + 6] as number, all[first + 7] as number];
  const [i, j, k, l] = [all[first + 8] as number, all[first + 9] as number, all[first + 10] as number, all[first + 11] as number];
  let at = from * DIRECTIONS;
  for (let column = from; column < end; column += 1, at += DIRECTIONS) {
    if (speech[column] === 1) {
      const sum = base + (own[column] as number)
        + (a * (values[at] as number) + b * (values[at + 1] as number) + (c * (values[at + 2] as number) + d * (values[at + 3] as number)))
        + (e * (values[at + 4] as number) + f * (values[at + 5] as number) + (g * (values[at + 6] as number) + h * (values[at + 7] as number)))
        + (i * (values[at + 8] as number) + j * (values[at + 9] as number) + (k * (values[at + 10] as number) + l * (values[at + 11] as number)));
      likes[column] = sum > MOST ? MOST : sum < LEAST ? LEAST : sum;
    } else likes[column] = ONE_SILENT;
  }
}
