import { FeatureReader } from '../sound/features.ts';
import { ByteList, NumberList } from '../sound/number-list.ts';
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
  const speech = new ByteList();
  const bounds = [0];
  const describe = describer(noise);
  for (const [n, sentence] of sentences.entries()) {
    if (/[\p{L}\p{N}]/u.test(sentence)) {
      const joined = describe(await voice.speak(sentence, language));
      for (const value of joined.values) values.push(value);
      for (const value of joined.speech) speech.push(value);
    }
    bounds.push(speech.length);
    spoken(n + 1);
  }
  const all = { values: values.take(), speech: speech.take(), at: new Int32Array(bounds.at(-1) ?? 0) };
  normalise(all.values, all.speech);
  return { frames: stack(all, bounds), bounds };
}

/** Describes sentences from the first to the last of what is heard. */
function describer(noise: Float64Array): (spoken: SpokenText) => Joined {
  // One for all, as some hundred kB for each sentence would have to be cleared away.
  const readers = new Map<number, FeatureReader>();
  return ({ samples, sampleRate }) => {
    const reader = readers.get(sampleRate) ?? new FeatureReader(sampleRate);
    readers.set(sampleRate, reader);
    reader.push(samples);
    const { bands, levels } = reader.end();
    const heard = findSpeech(levels);
    const from = Math.max(0, heard.indexOf(1));
    const kept = withShortPauses(heard.subarray(from, heard.lastIndexOf(1) + 1)).map((frame) => frame + from);
    return joinedCepstra(bands, heard, noise, kept);
  };
}
