import { DIRECTIONS, type Seen } from './metric.ts';

// Silence goes with silence; where one speaks and the other doesn't, they are hardly the same.
const BOTH_SILENT = 0.2;
const ONE_SILENT = -1;
const MOST = 3;
const LEAST = -3;

/**
 * How much likelier it is that a frame of the sound and one of the text are the same than that they are any two: the logarithm, within bounds,
 * as a frame that is quite unlike may be a cough.
 */
export function likeness(sound: Seen, row: number, text: Seen, column: number): number {
  const heard = sound.speech[row];
  if (heard !== text.speech[column]) return ONE_SILENT;
  if (heard !== 1) return BOTH_SILENT;
  let sum = (sound.own[row] as number) + (text.own[column] as number);
  const p = row * DIRECTIONS;
  const q = column * DIRECTIONS;
  for (let d = 0; d < DIRECTIONS; d += 1) sum += (sound.values[p + d] as number) * (text.values[q + d] as number);
  return sum > MOST ? MOST : sum < LEAST ? LEAST : sum;
}
