import { BAND_LOG, BAND_POWER, BANDS, FRAMES_PER_SPECTRUM } from '../sound/features.ts';

/** Numbers that describe one frame: cepstral coefficients (MFCC), the first one the loudness. */
export const COEFFICIENTS = 13;

// 35 dB below speech: what is quieter is nothing that could be compared.
const QUIETEST = 3e-4;
const cosines = Float64Array.from({ length: COEFFICIENTS * BANDS }, (_, n) => Math.cos((Math.PI * Math.floor(n / BANDS) * ((n % BANDS) + 0.5)) / BANDS));

/** Where the bands of a frame begin. */
const bandsOf = (frame: number) => Math.floor(frame / FRAMES_PER_SPECTRUM) * BANDS;

/** The noise of a sound in each band, as a share of the power of its speech. */
export function noiseOf(bands: Uint8Array, speech: Uint8Array): Float64Array {
  const noise = new Float64Array(BANDS);
  let quiet = 0;
  for (let frame = 0; frame < speech.length; frame += FRAMES_PER_SPECTRUM) {
    if (speech[frame] === 1) continue;
    quiet += 1;
    const at = bandsOf(frame);
    for (let band = 0; band < BANDS; band += 1) noise[band] = (noise[band] as number) + (BAND_LOG[bands[at + band] as number] as number);
  }
  const whole = speechPower(bands, speech);
  return noise.map((sum) => Math.max(QUIETEST, quiet === 0 ? 0 : Math.exp(sum / quiet) / whole));
}

/** Frames of 20 ms that are joined to one that is compared. */
export const JOINED = 4;

/** Frames of 80 ms. */
export interface Joined {
  /** `COEFFICIENTS` for each. */
  readonly values: Float32Array;
  /** 1 where somebody speaks. */
  readonly speech: Uint8Array;
  /** The frame of 20 ms where each begins. */
  readonly at: Int32Array;
}

/**
 * The cepstral coefficients of the chosen frames, joined by fours, after noise was added: the reference voice, which speaks in perfect silence,
 * gets the noise of the channel, so that both are alike where a sound is hidden in it.
 * @param kept The chosen frames, in their order.
 */
export function joinedCepstra(bands: Uint8Array, speech: Uint8Array, noise: Float64Array, kept: Int32Array): Joined {
  const whole = speechPower(bands, speech);
  // Of each band the logarithm of each power that it has had, with its noise: many frames have the same.
  const logs = new Float64Array(BANDS * 256);
  const count = Math.ceil(kept.length / JOINED);
  const joined = { values: new Float32Array(count * COEFFICIENTS), speech: new Uint8Array(count), at: new Int32Array(count) };
  const loud = new Float64Array(BANDS);
  for (let n = 0; n < count; n += 1) {
    const first = n * JOINED;
    const end = Math.min(kept.length, first + JOINED);
    let spoken = 0;
    loud.fill(0);
    for (let k = first; k < end; k += 1) {
      const frame = kept[k] as number;
      spoken += speech[frame] as number;
      const at = bandsOf(frame);
      for (let band = 0; band < BANDS; band += 1) {
        const power = bands[at + band] as number;
        let log = logs[band * 256 + power] as number;
        if (log === 0) log = logs[band * 256 + power] = Math.log((BAND_POWER[power] as number) + (noise[band] as number) * whole);
        loud[band] = (loud[band] as number) + log;
      }
    }
    for (let c = 0; c < COEFFICIENTS; c += 1) {
      let sum = 0;
      for (let band = 0; band < BANDS; band += 1) sum += (loud[band] as number) * (cosines[c * BANDS + band] as number);
      joined.values[n * COEFFICIENTS + c] = sum / (end - first);
    }
    joined.speech[n] = spoken * 2 >= end - first ? 1 : 0;
    joined.at[n] = kept[first] ?? 0;
  }
  return joined;
}

/** The mean power of speech, over all bands. */
function speechPower(bands: Uint8Array, speech: Uint8Array): number {
  let [sum, count] = [0, 0];
  for (let frame = 0; frame < speech.length; frame += FRAMES_PER_SPECTRUM) {
    if (speech[frame] !== 1) continue;
    count += BANDS;
    const at = bandsOf(frame);
    for (let band = 0; band < BANDS; band += 1) sum += BAND_POWER[bands[at + band] as number] as number;
  }
  return count === 0 ? 1 : sum / count;
}
