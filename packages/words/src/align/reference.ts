import { FeatureReader } from '../sound/features.ts';
import { NumberList } from '../sound/number-list.ts';
import { findSpeech } from '../sound/speech.ts';
import { cepstra, COEFFICIENTS } from './cepstra.ts';
import { normalise } from './normalise.ts';
import type { ReferenceVoice } from './reference-voice.ports.ts';
import { withShortPauses } from './short-pauses.ts';
import { emptyStack, JOINED, stackInto, type Stacked } from './stacked.ts';

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
  const kept: Int32Array[] = [];
  for (const [n, sentence] of sentences.entries()) {
    const { samples, sampleRate } = /[\p{L}\p{N}]/u.test(sentence) ? await voice.speak(sentence, language) : { samples: new Float32Array(0), sampleRate: 16_000 };
    const reader = new FeatureReader(sampleRate);
    reader.push(samples);
    const { bands, levels } = reader.end();
    const heard = findSpeech(levels);
    const coefficients = cepstra(bands, heard, noise);
    const [first, last] = [heard.indexOf(1), heard.lastIndexOf(1)];
    const from = speech.length;
    for (let frame = Math.max(0, first); frame <= last; frame += 1) {
      speech.push(heard[frame] ?? 0);
      for (let c = 0; c < COEFFICIENTS; c += 1) values.push(coefficients[frame * COEFFICIENTS + c] ?? 0);
    }
    kept.push(withShortPauses(Uint8Array.from(speech.view().subarray(from))).map((frame) => frame + from));
    spoken(n + 1);
  }
  return join(values.view(), Uint8Array.from(speech.view()), kept);
}

function join(values: Float32Array, speech: Uint8Array, kept: readonly Int32Array[]): Reference {
  normalise(values, speech);
  const bounds = [0];
  for (const { length } of kept) bounds.push((bounds.at(-1) ?? 0) + Math.ceil(length / JOINED));
  const frames = emptyStack(bounds.at(-1) ?? 0);
  kept.forEach((own, n) => { stackInto(frames, bounds[n] ?? 0, values, speech, own); });
  return { frames, bounds };
}
