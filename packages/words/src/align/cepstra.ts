import { BANDS } from '../sound/features.ts';

/** Numbers that describe one frame: cepstral coefficients (MFCC), the first one the loudness. */
export const COEFFICIENTS = 13;

// 35 dB below speech: what is quieter is nothing that could be compared.
const QUIETEST = 3e-4;
const cosines = Float64Array.from({ length: COEFFICIENTS * BANDS }, (_, n) => Math.cos((Math.PI * Math.floor(n / BANDS) * ((n % BANDS) + 0.5)) / BANDS));

/** The noise of a sound in each band, as a share of the power of its speech. */
export function noiseOf(bands: Float32Array, speech: Uint8Array): Float64Array {
  const noise = new Float64Array(BANDS);
  let quiet = 0;
  for (let frame = 0; frame < speech.length; frame += 1) {
    if (speech[frame] === 1) continue;
    quiet += 1;
    for (let band = 0; band < BANDS; band += 1) noise[band] = (noise[band] ?? 0) + (bands[frame * BANDS + band] ?? 0);
  }
  const whole = speechPower(bands, speech);
  return noise.map((sum) => Math.max(QUIETEST, quiet === 0 ? 0 : Math.exp(sum / quiet) / whole));
}

/**
 * The cepstral coefficients of each frame, after noise was added: the reference voice, which speaks in perfect silence, gets
 * the noise of the channel, so that both are alike where a sound is hidden in it.
 */
export function cepstra(bands: Float32Array, speech: Uint8Array, noise: Float64Array): Float32Array {
  const whole = speechPower(bands, speech);
  const floor = noise.map((share) => share * whole);
  const loud = new Float64Array(BANDS);
  const values = new Float32Array(speech.length * COEFFICIENTS);
  for (let frame = 0; frame < speech.length; frame += 1) {
    for (let band = 0; band < BANDS; band += 1) loud[band] = Math.log(Math.exp(bands[frame * BANDS + band] as number) + (floor[band] as number));
    for (let c = 0; c < COEFFICIENTS; c += 1) {
      let sum = 0;
      for (let band = 0; band < BANDS; band += 1) sum += (loud[band] as number) * (cosines[c * BANDS + band] as number);
      values[frame * COEFFICIENTS + c] = sum;
    }
  }
  return values;
}

/** The mean power of speech, over all bands. */
function speechPower(bands: Float32Array, speech: Uint8Array): number {
  let [sum, count] = [0, 0];
  for (let frame = 0; frame < speech.length; frame += 1) {
    if (speech[frame] !== 1) continue;
    count += BANDS;
    for (let band = 0; band < BANDS; band += 1) sum += Math.exp(bands[frame * BANDS + band] as number);
  }
  return count === 0 ? 1 : sum / count;
}
