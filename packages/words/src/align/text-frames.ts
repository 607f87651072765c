import { layOut, type Lattice } from './lattice.ts';
import { STACKED, type Stacked } from './stacked.ts';

/** The frames of all sentences, one after the other, with the lattice that the sound is laid along. */
export interface TextFrames {
  readonly frames: Stacked;
  readonly lattice: Lattice;
}

/** Puts the frames of sentences one after the other. */
export function joinSentences(parts: readonly Stacked[]): TextFrames {
  const bounds = [0];
  for (const { speech } of parts) bounds.push((bounds.at(-1) ?? 0) + speech.length);
  const total = bounds.at(-1) ?? 0;
  const frames = { values: new Float32Array(total * STACKED), speech: new Uint8Array(total), at: new Int32Array(total) };
  parts.forEach((part, n) => {
    const from = bounds[n] ?? 0;
    frames.values.set(part.values, from * STACKED);
    frames.speech.set(part.speech, from);
    frames.at.set(part.at, from);
  });
  return { frames, lattice: layOut(bounds) };
}

/** Every second frame. */
export function halve({ values, speech, at }: Stacked): Stacked {
  const count = Math.ceil(speech.length / 2);
  const half = { values: new Float32Array(count * STACKED), speech: speech.filter((_, n) => n % 2 === 0), at: at.filter((_, n) => n % 2 === 0) };
  for (let n = 0; n < count; n += 1) half.values.set(values.subarray(2 * n * STACKED, (2 * n + 1) * STACKED), n * STACKED);
  return half;
}

/** The first so many frames. */
export const beginning = ({ values, speech, at }: Stacked, count: number): Stacked =>
  ({ values: values.subarray(0, count * STACKED), speech: speech.subarray(0, count), at: at.subarray(0, count) });
