import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toneSound, writeLevelFinder, writeTinyWhisper, writeToneModel, writeToneTransducer } from '../../../../fixtures/recogniser/index.ts';
import { readModel } from '../models/read-model.ts';
import { toSegments } from '../segments.domain.ts';
import { startEngine } from './engine-process.ts';
import type { EngineOptions } from './engine.ports.ts';

const TOKENS = ['▁the', '▁coun', 'cil', '▁meets', '▁today', '.'];

let folder: string;
let options: EngineOptions;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openfloor-engine-'));
  await writeToneModel(join(folder, 'tones'), TOKENS);
  const model = await readModel(join(folder, 'tones'));
  if (model === null || 'problem' in model) throw new Error(model?.problem);
  options = { model, speechFinder: null, language: null, hints: [], threads: 1 };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const never = new AbortController().signal;

describe('the engine', () => {
  it('recognises what is said, with the time of each piece', async () => {
    await using engine = await startEngine(options, never);
    const heard = await engine.recognise(toneSound([[0.5, 0], [1, 1], [1.2, 2], [2, 3], [2.5, 4], [2.8, 5]], 4));
    expect(heard.text).toBe('the council meets today.');
    expect(heard.tokens).toEqual([' the', ' coun', 'cil', ' meets', ' today', '.']);
    for (const [n, at] of [0.5, 1, 1.2, 2, 2.5, 2.8].entries()) expect(Math.abs((heard.timestamps?.[n] ?? 9) - at)).toBeLessThanOrEqual(0.04);
    expect(engine.peakBytes ?? Infinity).toBeGreaterThan(20e6);
  });

  it('expects the names that it is told, and says how sure it is', async () => {
    const alike = [{ token: '▁miss', tone: 0, bias: 0 }, { token: '▁phebe', tone: 3, bias: 0.8 }, { token: '▁phoe', tone: 3, bias: 0 }, { token: 'be', tone: 6, bias: 0 }];
    await writeToneTransducer(join(folder, 'transducer'), alike);
    const model = await readModel(join(folder, 'transducer'));
    if (model === null || 'problem' in model) throw new Error(model?.problem);
    const sound = toneSound([[0.5, 0], [1, 3], [1.3, 6]], 2);
    await using unaware = await startEngine({ ...options, model }, never);
    expect(await unaware.recognise(sound)).toMatchObject({ text: 'miss phebebe' });
    await using aware = await startEngine({ ...options, model, hints: ['Miss Phoebe', 'phoebe'] }, never);
    const heard = await aware.recognise(sound);
    expect(heard.text).toBe('miss phoebe');
    expect(heard.ys_log_probs?.map(Math.exp).every((likely) => likely > 0.2 && likely <= 1)).toBe(true);
    for (const [n, at] of [0.5, 1, 1.3].entries()) expect(Math.abs((heard.timestamps?.[n] ?? 9) - at)).toBeLessThanOrEqual(0.05);
  });

  it('lets Whisper find the language, tells it one, and takes the times of its segments', async () => {
    await writeTinyWhisper(join(folder, 'whisper'));
    const model = await readModel(join(folder, 'whisper'));
    if (model === null || 'problem' in model) throw new Error(model?.problem);
    expect(model).toMatchObject({ kind: 'whisper', languages: ['en', 'fr'] });
    await using engine = await startEngine({ ...options, model }, never);
    const sound = toneSound([[0.5, 0]], 3);
    expect(await engine.recognise(sound)).toMatchObject({ text: 'the council meets.', lang: 'fr' });
    const told = await engine.recognise(sound, 'en-GB');
    expect(told).toMatchObject({ lang: 'en', segment_texts: [' the council meets.'] });
    expect(toSegments(told, { startMs: 10_000, endMs: 13_000, language: null })).toMatchObject([{ startMs: 10_500, endMs: 12_000, text: 'the council meets.', words: null }]);
    expect((await engine.recognise(sound)).lang).toBe('fr');
  });

  it('finds speech with a network for that', async () => {
    const speechFinder = join(folder, 'silero_vad.onnx');
    await writeLevelFinder(speechFinder);
    await using engine = await startEngine({ ...options, speechFinder }, never);
    const said = (from: number) => [0, 1, 2, 3, 4, 5, 0, 1].map((token, n) => [from + n * 0.16, token] as const);
    for (let time = 0; time < 2; time += 1) {
      const found = (await engine.findSpeech(toneSound([...said(1), ...said(4)], 70))).map(({ from, to }) => [from / 16_000, to / 16_000]);
      expect(found).toHaveLength(2);
      for (const [n, [from = 0, to = 0]] of found.entries()) {
        expect(Math.abs(from - (1 + 3 * n))).toBeLessThan(0.15);
        expect(Math.abs(to - (2.28 + 3 * n))).toBeLessThan(0.3);
      }
    }
  });

  it('hears nothing in silence', async () => {
    await using engine = await startEngine(options, never);
    expect((await engine.recognise(new Float32Array(16_000))).text).toBe('');
  });

  it('ends alone when native code gives up, with what it said', async () => {
    const broken = join(folder, 'broken.onnx');
    await writeFile(broken, 'no network');
    const start = startEngine({ ...options, model: { ...options.model, files: { model: broken } } }, never);
    await expect(start).rejects.toMatchObject({ code: 'recognition_failed', details: { why: 'the engine was ended by SIGABRT' } });
  });

  it('ends with whoever waits for it', async () => {
    const stopping = new AbortController();
    await using engine = await startEngine(options, stopping.signal);
    const heard = engine.recognise(toneSound([], 600));
    stopping.abort();
    await expect(heard).rejects.toMatchObject({ code: 'recognition_failed', details: { why: 'the engine was ended by SIGKILL' } });
    await expect(engine.recognise(new Float32Array(1))).rejects.toMatchObject({ code: 'recognition_failed' });
  });
});
