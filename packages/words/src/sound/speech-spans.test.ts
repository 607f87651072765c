import { describe, expect, it } from 'vitest';
import { findSpeechSpans, type SpeechSpans } from './index.ts';

interface Hummed {
  readonly rate?: number;
  readonly loud?: number;
  readonly noiseDb?: number;
}

/** Somebody hums through the stretches, six syllables a second, over noise that is so many dB below. */
function hum(seconds: number, stretches: readonly (readonly [from: number, to: number])[], { rate = 16_000, loud = 0.3, noiseDb = 25 }: Hummed = {}): Float32Array {
  let state = 1;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5;
  const noise = loud * 10 ** (-noiseDb / 20);
  return Float32Array.from({ length: Math.round(seconds * rate) }, (_, n) => {
    const t = n / rate;
    const spoken = stretches.some(([from, to]) => t >= from && t < to);
    const voice = Math.sin(2 * Math.PI * 140 * t) + 0.6 * Math.sin(2 * Math.PI * 700 * t) + 0.4 * Math.sin(2 * Math.PI * 1800 * t);
    return noise * random() + (spoken ? loud * voice * (0.55 + 0.45 * Math.sin(2 * Math.PI * 6 * t)) * 0.5 : 0);
  });
}

async function* inPieces(sound: Float32Array, length: number): AsyncGenerator<Float32Array> {
  for (let from = 0; from < sound.length; from += length) yield sound.subarray(from, from + length);
}

const find = (sound: Float32Array, sampleRate = 16_000, length = 7919): Promise<SpeechSpans> => findSpeechSpans({ sound: inPieces(sound, length), sampleRate });
const SAID = [[1, 3.5], [4.2, 6], [9, 9.8]] as const;

describe('findSpeechSpans', () => {
  it.each<[string, Hummed]>([
    ['a clear voice', {}], ['a soft one', { loud: 0.01 }], ['noise', { noiseDb: 12 }], ['a telephone', { rate: 8000 }], ['48 kHz', { rate: 48_000 }],
  ])('finds the pauses of %s', async (_, how) => {
    const { speech, lengthMs } = await find(hum(12, SAID, how), how.rate);
    expect(lengthMs).toBe(12_000);
    expect(speech).toHaveLength(SAID.length);
    for (const [n, [from, to]] of SAID.entries()) {
      expect(Math.abs((speech[n]?.startMs ?? 0) - from * 1000)).toBeLessThanOrEqual(80);
      expect(Math.abs((speech[n]?.endMs ?? 0) - to * 1000)).toBeLessThanOrEqual(80);
    }
  });

  it('finds the same however the sound is cut', async () => {
    const sound = hum(12, SAID, { noiseDb: 15 });
    expect(await find(sound, 16_000, 101)).toEqual(await find(sound, 16_000, 1_000_000));
  });

  it('follows a room that becomes louder', async () => {
    const [quiet, loud] = [hum(100, [[20, 22]], { rate: 8000, loud: 0.02 }), hum(100, [[50, 53]], { rate: 8000, loud: 0.5, noiseDb: 15 })];
    const sound = new Float32Array(quiet.length + loud.length);
    sound.set(quiet);
    sound.set(loud, quiet.length);
    const { speech } = await find(sound, 8000);
    const long = speech.filter(({ startMs, endMs }) => endMs - startMs > 500).map(({ startMs }) => Math.round(startMs / 1000));
    expect(long).toContain(20);
    expect(long.at(-1)).toBe(150);
  });

  it('finds nothing in silence and steady noise, and nothing in no sound', async () => {
    expect(await find(new Float32Array(16_000))).toEqual({ speech: [], lengthMs: 1000 });
    expect((await find(hum(20, []))).speech).toEqual([]);
    expect(await find(new Float32Array(0))).toEqual({ speech: [], lengthMs: 0 });
  });

  it('ends when it is told to, and refuses a rate that no sound has', async () => {
    const reason = new Error('enough');
    await expect(findSpeechSpans({ sound: inPieces(hum(1, []), 100), sampleRate: 16_000, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    await expect(find(new Float32Array(1), 0)).rejects.toThrow(RangeError);
  });
});
