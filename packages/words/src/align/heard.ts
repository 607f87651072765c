import { FeatureReader } from '../sound/features.ts';
import { findSpeech } from '../sound/speech.ts';
import { joinedCepstra, noiseOf } from './cepstra.ts';
import { normalise } from './normalise.ts';
import { withShortPauses } from './short-pauses.ts';
import { stack, type Stacked } from './stacked.ts';

/** The channel's sound, described. */
export interface Heard {
  /** Pauses are shortened. */
  readonly frames: Stacked;
  /** 1 for each frame of 20 ms where somebody speaks; all of the sound. */
  readonly speech: Uint8Array;
  /** The noise in each band, as a share of the power of speech. */
  readonly noise: Float64Array;
}

/** Listens to a channel; of the sound itself nothing is kept. */
export async function listen(sound: AsyncIterable<Float32Array | Int16Array>, sampleRate: number, signal: AbortSignal | undefined): Promise<Heard> {
  const reader = new FeatureReader(sampleRate);
  for await (const piece of sound) {
    signal?.throwIfAborted();
    reader.push(piece);
  }
  const { bands, levels } = reader.end();
  const speech = findSpeech(levels);
  const noise = noiseOf(bands, speech);
  const joined = joinedCepstra(bands, speech, noise, withShortPauses(speech));
  normalise(joined.values, joined.speech);
  return { frames: stack(joined, [0, joined.speech.length]), speech, noise };
}
