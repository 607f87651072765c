import { describe, expect, it } from 'vitest';
import { speak } from '../../../../fixtures/voices/index.ts';
import { alignInThread } from './align-in-thread.ts';

const SENTENCES = ['The committee will now take up the report on clean water.', 'Fishing boats need harbours that are deep enough in winter.', 'Nobody objected to the budget that was proposed in March.'];
const RATE = 22_050;

async function say(): Promise<{ readonly pieces: readonly Int16Array[]; readonly startsMs: readonly number[] }> {
  const pieces: Int16Array[] = [new Int16Array(RATE)];
  const startsMs: number[] = [];
  let samples = RATE;
  for (const sentence of SENTENCES) {
    const { pcm } = await speak(sentence, { language: 'en', variant: 'f2', rate: 150 });
    startsMs.push((samples / RATE) * 1000);
    pieces.push(pcm, new Int16Array(RATE / 2));
    samples += pcm.length + RATE / 2;
  }
  return { pieces, startsMs };
}

async function* oneByOne(pieces: readonly Int16Array[]): AsyncGenerator<Int16Array> {
  yield* pieces;
}

const never = new AbortController().signal;

describe('alignInThread', () => {
  it('finds the sentences, and tells how far it is', async () => {
    const { pieces, startsMs } = await say();
    const progress: number[] = [];
    const { segments } = await alignInThread({ sound: oneByOne(pieces), sampleRate: RATE, sentences: SENTENCES, language: 'en-GB', signal: never, onProgress: (share) => progress.push(share) });
    for (const [n, segment] of segments.entries()) expect(Math.abs(segment.startMs - (startsMs[n] ?? 0))).toBeLessThan(200);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
  });

  it('finds the same however the sound is cut', async () => {
    const { pieces } = await say();
    const whole = Int16Array.from(pieces.flatMap((piece) => [...piece]));
    const align = (cut: readonly Int16Array[]) => alignInThread({ sound: oneByOne(cut), sampleRate: RATE, sentences: SENTENCES, language: 'en', signal: never });
    expect(await align([new Int16Array(0), whole])).toEqual(await align([whole.subarray(0, 1), new Int16Array(0), ...Array.from({ length: Math.ceil(whole.length / 70_000) }, (_, n) => whole.subarray(1 + n * 70_000, 1 + (n + 1) * 70_000))]));
  });

  it('has no voice for some languages, and says so before it reads the sound', async () => {
    const all = async function* (): AsyncGenerator<Int16Array> { yield await Promise.reject(new Error('The sound was read.')); };
    await expect(alignInThread({ sound: all(), sampleRate: RATE, sentences: SENTENCES, language: 'tlh', signal: never })).rejects.toMatchObject({ code: 'text_language', details: { language: 'tlh' } });
  });

  it('tells what the sound throws, and lets go of the sound when it is told to stop', async () => {
    const broken = async function* (): AsyncGenerator<Int16Array> { yield new Int16Array(RATE); throw new Error('The disk is gone.'); };
    await expect(alignInThread({ sound: broken(), sampleRate: RATE, sentences: SENTENCES, language: 'en', signal: never })).rejects.toThrow('The disk is gone.');
    const stop = new AbortController();
    let ended = false;
    const endless = async function* (): AsyncGenerator<Int16Array> {
      try {
        for (let n = 0; ; n += 1) {
          if (n === 5) stop.abort(new Error('enough'));
          yield await Promise.resolve(new Int16Array(RATE));
        }
      } finally {
        ended = true;
      }
    };
    const stopped = alignInThread({ sound: endless(), sampleRate: RATE, sentences: SENTENCES, language: 'en', signal: stop.signal });
    await expect(stopped).rejects.toThrow('enough');
    expect(ended).toBe(true);
  });
});
