import { ENVELOPE_HZ } from './envelope.ts';
import { SILENT_BELOW_LUFS } from './gain.ts';

/** Length of a window in which two channels are compared, in hops: 10 s. */
export const WINDOW = 10 * ENVELOPE_HZ;
/** From one window's start to the next one's, in hops: 5 s. */
export const WINDOW_STEP = 5 * ENVELOPE_HZ;
/** Seconds of the meeting that one window stands for. */
export const SECONDS_PER_WINDOW = WINDOW_STEP / ENVELOPE_HZ;
/** How far one channel is sought before and after the other, in hops: 3 s. */
export const REACH = 3 * ENVELOPE_HZ;

// Sound this far (in dB) below a window's loudest value is treated as silence: how deep a pause is depends on
// each line's noise, not on what is said.
const DEPTH_DB = 20;
// Sound this far below a channel's own loudness is what leaks into it, not what it carries.
const LEAK_DB = 20;
/** A window in which the level varies less than this (standard deviation, dB) is hum, noise or silence. */
export const LEAST_VARIATION_DB = 1;

/** A channel made ready to be compared. */
export type Track = {
  readonly envelope: Float32Array;
  /** LUFS from which on the channel carries something on purpose. */
  readonly activeLufs: number;
};

/** Makes a channel ready to be compared. */
export function trackOf(channel: { readonly envelope: Float32Array; readonly integratedLufs: number }): Track {
  const own = Number.isFinite(channel.integratedLufs) ? channel.integratedLufs - LEAK_DB : SILENT_BELOW_LUFS;
  return { envelope: channel.envelope, activeLufs: Math.max(SILENT_BELOW_LUFS, own) };
}

/** How many windows fit into a meeting of this many hops. */
export const windowCount = (hops: number): number => Math.max(0, Math.floor((hops - WINDOW) / WINDOW_STEP) + 1);

/**
 * Copies `target.length` hops from `start` on into `target`, in dB over the silence of this stretch, and returns its
 * loudest value in LUFS. What lies outside the envelope is silence.
 */
export function stretch(track: Track, start: number, target: Float64Array): number {
  const { envelope } = track;
  let top = -Infinity;
  for (let index = 0; index < target.length; index += 1) {
    const value = envelope[start + index] ?? -Infinity;
    target[index] = value;
    if (value > top) top = value;
  }
  const bottom = top - DEPTH_DB;
  for (let index = 0; index < target.length; index += 1) target[index] = Math.max(0, (target[index] ?? 0) - bottom);
  return top;
}

/** Mean and standard deviation of `length` values from `start` on. */
export function spread(values: Float64Array, start = 0, length: number = values.length): { mean: number; deviation: number } {
  let sum = 0;
  let squares = 0;
  for (let index = start; index < start + length; index += 1) {
    const value = values[index] ?? 0;
    sum += value;
    squares += value * value;
  }
  const mean = sum / length;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / length - mean * mean)) };
}
