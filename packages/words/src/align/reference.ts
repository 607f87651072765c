import { FeatureReader } from '../sound/features.ts';
import { NumberList } from '../sound/number-list.ts';
import { findSpeech } from '../sound/speech.ts';
import { joinedCepstra, type Joined } from './cepstra.ts';
import { normalise } from './normalise.ts';
import type { ReferenceVoice, SpokenText } from './reference-voice.ports.ts';
import { withShortPauses } from './short-pauses.ts';
import { stack, type Stacked } from './stacked.ts';

/** The sentences as the reference voice says them, one after the other, without the silence around them and with short pauses. */
export interface Reference {
  readonly frames: Stacked;
  /** The first frame of each sentence, and what follows the last. */
  readonly bounds: readonly number[];
}

/** Has the sentences spoken, with the noise of the channel; a sentence in which nothing is to be said has no frames. */
export async function speakReference(voice: ReferenceVoice, sentences: readonly string[], language: string, noise: Float64Array, spoken: (count: number) => void): Promise<Reference> {
  const values = new NumberList();
  const speech = new NumberList();
  const bounds = [0];
  for (const [n, sentence] of sentences.entries()) {
    const { samples, sampleRate } = /[\p{L}\p{N}]/u.test(sentence) ? await voice.speak(sentence, language) : { samples: new Float32Array(0), sampleRate: 16_000 };
    const joined = describe(samples, sampleRate, noise);
    for (const value of joined.values) values.push(value);
    for (const value of joined.speech) speech.push(value);
    bounds.push(speech.length);
    spoken(n + 1);
  }
  const all = { values: values.view(), speech: Uint8Array.from(speech.view()), at: new Int32Array(speech.length) };
  normalise(all.values, all.speech);
  return { frames: stack(all, bounds), bounds };
}

/** From the first to the last of what is heard. */
function describe(samples: SpokenText['samples'], sampleRate: number, noise: Float64Array): Joined {
  const reader = new FeatureReader(sampleRate);
  reader.push(samples);
  const { bands, levels } = reader.end();
  const heard = findSpeech(levels);
  const from = Math.max(0, heard.indexOf(1));
  const kept = withShortPauses(heard.subarray(from, heard.lastIndexOf(1) + 1)).map((frame) => frame + from);
  return joinedCepstra(bands, heard, noise, kept);
}
