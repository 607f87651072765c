import { BAND_LOG, BAND_POWER, BANDS } from '../sound/features.ts';

/** Numbers that describe one frame: cepstral coefficients (MFCC), the first one the loudness. */
export const COEFFICIENTS = 13;

// 35 dB below speech: what is quieter is nothing that could be compared.
const QUIETEST = 3e-4;
const cosines = Float64Array.from({ length: COEFFICIENTS * BANDS }, (_, n) => Math.cos((Math.PI * Math.floor(n / BANDS) * ((n % BANDS) + 0.5)) / BANDS));

/** The noise of a sound in each band, as a share of the power of its speech. */
export function noiseOf(bands: Uint8Array, speech: Uint8Array): Float64Array {
  const noise = new Float64Array(BANDS);
  let quiet = 0;
  for (let frame = 0; frame < speech.length; frame += 1) {
    if (speech[frame] === 1) continue;
    quiet += 1;
    for (let band = 0; band < BANDS; band += 1) noise[band] = (noise[band] as number) + (BAND_LOG[bands[frame * BANDS + band] as number] as number);
  }
  const whole = speechPower(bands, speech);
  return noise.map((sum) => Math.max(QUIETEST, quiet === 0 ? 0 : Math.exp(sum / quiet) / whole));
}

/**
 * The cepstral coefficients of each frame, after noise was added: the reference voice, which speaks in perfect silence, gets
 * the noise of the channel, so that both are alike where a sound is hidden in it.
 */
export function cepstra(bands: Uint8Array, speech: Uint8Array, noise: Float64Array): Float32Array {
  const whole = speechPower(bands, speech);
  // Of each band the logarithm of each power that it can have, with its noise.
  const logs = Float64Array.from({ length: BANDS * 256 }, (_, n) => Math.log((BAND_POWER[n % 256] ?? 0) + (noise[Math.floor(n / 256)] ?? 0) * whole));
  const loud = new Float64Array(BANDS);
  const values = new Float32Array(speech.length * COEFFICIENTS);
  for (let frame = 0; frame < speech.length; frame += 1) {
    for (let band = 0; band < BANDS; band += 1) loud[band] = logs[band * 256 + (bands[frame * BANDS + band] as number)] as number;
    for (let c = 0; c < COEFFICIENTS; c += 1) {
      let sum = 0;
      for (let band = 0; band < BANDS; band += 1) sum += (loud[band] as number) * (cosines[c * BANDS + band] as number);
      values[frame * COEFFICIENTS + c] = sum;
    }
  }
  return values;
}

/** The mean power of speech, over all bands. */
function speechPower(bands: Uint8Array, speech: Uint8Array): number {
  let [sum, count] = [0, 0];
  for (let frame = 0; frame < speech.length; frame += 1) {
    if (speech[frame] !== 1) continue;
    count += BANDS;
    for (let band = 0; band < BANDS; band += 1) sum += BAND_POWER[bands[frame * BANDS + band] as number] as number;
  }
  return count === 0 ? 1 : sum / count;
}
