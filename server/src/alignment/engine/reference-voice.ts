import load from '@echogarden/espeak-ng-emscripten';
import type { ReferenceVoice } from '@openfloor/words';
import { espeakVoice } from './espeak-voice.domain.ts';

// Unhurried: short sounds are long enough to be compared, and espeak-ng's pace is faster than people's, in Spanish by half.
const WORDS_PER_MINUTE = 130;

/** A reference voice with what it can read. */
export interface EspeakVoice extends ReferenceVoice {
  /** Whether there is a voice for a language (BCP 47). */
  reads(language: string): boolean;
}

/**
 * espeak-ng as the reference voice, in this thread: it reads 24 MB of voices and is busy while it speaks, so this is for threads of their own.
 * What it says is never heard by anybody.
 */
export async function openReferenceVoice(): Promise<EspeakVoice> {
  const complaints: string[] = [];
  const espeak = await load({ print: () => undefined, printErr: (line) => complaints.push(line) });
  // It copies each tenth of a second of sound out of its memory: hundreds of thousands of copies, to be cleared away. What is seen in its memory is kept below at once.
  espeak.HEAP16.slice = (from, to) => espeak.HEAP16.subarray(from, to);
  const worker = new espeak.eSpeakNGWorker();
  // One place for all that is spoken: a second copy of each sentence would have to be cleared away.
  let sound = new Int16Array(1 << 18);
  const names = new Set(worker.list_voices().map(({ identifier }) => identifier.slice(identifier.lastIndexOf('/') + 1).toLowerCase()));
  let current: string | null = null;
  const choose = (language: string): void => {
    const name = espeakVoice(language, names);
    if (name === null) throw new RangeError(`espeak-ng has no voice that reads ${language}.`);
    if (name === current) return;
    worker.set_voice(name, '');
    worker.set_rate(WORDS_PER_MINUTE);
    current = name;
  };
  return {
    reads: (language) => espeakVoice(language, names) !== null,
    async speak(text, language) {
      choose(language);
      complaints.length = 0;
      let length = 0;
      worker.synthesize(text, (piece) => {
        if (sound.length < length + piece.length) {
          const wider = new Int16Array(2 * (length + piece.length));
          wider.set(sound.subarray(0, length));
          sound = wider;
        }
        sound.set(piece, length);
        length += piece.length;
        return false;
      });
      if (complaints.length > 0) throw new Error(`espeak-ng: ${complaints.join('; ')}`);
      return { samples: sound.subarray(0, length), sampleRate: worker.get_samplerate() };
    },
  };
}
