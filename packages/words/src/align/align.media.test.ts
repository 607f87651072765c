import { afterAll, describe, expect, it } from 'vitest';
import { closeVoices, speak, type VoiceLanguage } from '../../../../fixtures/voices/index.ts';
import { align, type Alignment, type ReferenceVoice } from './index.ts';

const RATE = 22_050;
const TEXT = [
  'The committee will now take up the report on clean water.', 'Seven countries have asked for the floor this morning.',
  'Before we begin, I would like to welcome our new colleagues.', 'Fishing boats need harbours that are deep enough in winter.',
  'Nobody objected to the budget that was proposed in March.', 'We shall meet again on Thursday after lunch.',
];
const FRENCH = ['Le chat dort sous la grande table de la cuisine.', 'Mon frère achète des pommes vertes tous les samedis.', 'Il pleut depuis trois jours sur les toits de la ville.'];

const reference: ReferenceVoice = {
  async speak(text, language) {
    const { pcm, sampleRate } = await speak(text, { language: language as VoiceLanguage });
    return { samples: pcm, sampleRate };
  },
};

interface Said {
  readonly sound: Float32Array;
  readonly startsMs: readonly number[];
}

/** Somebody else's voice says the sentences, with pauses of half a second to two, over a hum. */
async function say(sentences: readonly string[], language: VoiceLanguage = 'en'): Promise<Said> {
  const pieces: Float32Array[] = [new Float32Array(RATE)];
  const startsMs: number[] = [];
  let length = RATE;
  for (const [n, sentence] of sentences.entries()) {
    const { pcm } = await speak(sentence, { language, variant: 'f2', rate: 140 + n * 8, pitch: 60 });
    startsMs.push((length / RATE) * 1000);
    pieces.push(Float32Array.from(pcm, (value) => value / 32_768), new Float32Array(Math.round(RATE * (0.5 + (n % 3) * 0.7))));
    length += pcm.length + (pieces.at(-1)?.length ?? 0);
  }
  const sound = new Float32Array(length);
  let at = 0;
  for (const piece of pieces) {
    sound.set(piece, at);
    at += piece.length;
  }
  return { sound: sound.map((value, n) => value + 0.004 * Math.sin(n / 35)), startsMs };
}

async function* inPieces(sound: Float32Array): AsyncGenerator<Float32Array> {
  for (let from = 0; from < sound.length; from += 7919) yield sound.subarray(from, from + 7919);
}

const lay = (sound: Float32Array, sentences: readonly string[], language = 'en'): Promise<Alignment> =>
  align({ sound: inPieces(sound), sampleRate: RATE, sentences, language, voice: reference });

const near = (ms: number | undefined, expected: number | undefined) => Math.abs((ms ?? Infinity) - (expected ?? 0)) < 200;

afterAll(closeVoices);

describe('align', () => {
  it('finds each sentence and its words, sure of itself', async () => {
    const { sound, startsMs } = await say(TEXT);
    const { segments, holes } = await lay(sound, TEXT);
    expect(segments.map(({ startMs }, n) => near(startMs, startsMs[n]))).toEqual(TEXT.map(() => true));
    expect(segments.every(({ unspoken, confidence }) => !unspoken && confidence > 0.3)).toBe(true);
    expect(holes).toEqual([]);
    for (const { text, words, startMs, endMs } of segments) {
      expect(words?.map((word) => word.text).join(' ')).toBe(text);
      expect(words?.[0]?.startMs).toBe(startMs);
      expect(words?.at(-1)?.endMs).toBe(endMs);
      expect(words?.every((word, n) => word.endMs >= word.startMs && word.startMs >= (words[n - 1]?.endMs ?? 0))).toBe(true);
    }
  });

  it('marks a hole in the text, and keeps its neighbours where they are', async () => {
    const { sound, startsMs } = await say(TEXT);
    const given = [0, 1, 4, 5];
    const { segments, holes } = await lay(sound, given.map((n) => TEXT[n] ?? ''));
    expect(segments.map(({ startMs }, n) => near(startMs, startsMs[given[n] ?? 0]))).toEqual(given.map(() => true));
    expect(holes).toHaveLength(1);
    expect(near(holes[0]?.startMs, startsMs[2])).toBe(true);
    expect(holes[0]?.endMs).toBeLessThanOrEqual(startsMs[4] ?? 0);
  });

  it('marks a sentence that nobody spoke', async () => {
    const { sound, startsMs } = await say(TEXT);
    const { segments } = await lay(sound, TEXT.toSpliced(3, 0, 'Photographs of the old railway hang in the entrance hall.'));
    expect(segments.map(({ unspoken }) => unspoken)).toEqual([false, false, false, true, false, false, false]);
    expect(segments.filter(({ unspoken }) => !unspoken).map(({ startMs }, n) => near(startMs, startsMs[n]))).toEqual(TEXT.map(() => true));
  });

  it('is not sure of a text in another language', async () => {
    const { sound } = await say(TEXT);
    const [right, wrong] = [await lay(sound, TEXT), await lay(sound, FRENCH, 'fr')];
    const most = ({ segments }: Alignment) => Math.max(...segments.map(({ confidence }) => confidence));
    expect(most(wrong)).toBeLessThan(most(right) / 2);
  });

  it('finds nothing in silence and in noise, and nothing of no text', async () => {
    let state = 1;
    const noise = new Float32Array(RATE * 5).map(() => ((state = (state * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5) * 0.2);
    for (const sound of [new Float32Array(RATE * 5), noise, new Float32Array(0)]) {
      const { segments, holes } = await lay(sound, TEXT.slice(0, 2));
      expect(segments.map(({ unspoken, confidence }) => [unspoken, confidence])).toEqual([[true, 0], [true, 0]]);
      expect(holes).toEqual([]);
    }
    const { sound } = await say(TEXT.slice(0, 1));
    expect((await lay(sound, [])).segments).toEqual([]);
    expect((await lay(sound, ['', '—'])).segments.map(({ unspoken }) => unspoken)).toEqual([true, true]);
  });

  it('ends when it is told to, and tells what the sound throws', async () => {
    const { sound } = await say(TEXT.slice(0, 1));
    const reason = new Error('enough');
    await expect(align({ sound: inPieces(sound), sampleRate: RATE, sentences: TEXT, language: 'en', voice: reference, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
