import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localOperator, publicActor } from '#access/index.ts';
import { writeMeetingYaml, type MeetingFolder } from '#meetings/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { silentLog } from '#platform/log/index.ts';
import type { Worker } from '#platform/queue/index.ts';
import { writeToneFile, writeToneModel } from '../../../fixtures/recogniser/index.ts';
import { openContainer, type Container } from './container.ts';
import { examine } from './doctor.ts';

const ENGLISH = 'the of and to in that is for it with we on as this are be our have by which not from council peace'.split(' ');
const operator = localOperator();
const spell = (words: string, from: number, step = 0.5) => words.split(' ').map((word, n) => [from + n * step, ENGLISH.indexOf(word)] as const);

let data: string;
let models: string;
let container: Container;
let worker: Worker;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'openfloor-recognition-'));
  models = join(data, 'models');
  await writeToneModel(join(models, 'tones'), ENGLISH.map((word) => `▁${word}`));
  await says('en fr');
  container = await openContainer(readConfig({ OPENFLOOR_DATA: join(data, 'data'), OPENFLOOR_RECOGNITION_MODELS: models, OPENFLOOR_KEEP_SOURCE: 'off' }), silentLog);
  worker = await container.queue.startWorker({ registry: container.registry });
});
afterAll(async () => {
  await worker.stop();
  await container.close();
  await rm(data, { recursive: true, force: true });
});

const says = (languages: string) => writeFile(join(models, 'tones/languages.txt'), languages);

/** Publishes a meeting whose channels are tones, in as many parts as each has; returns its id. */
async function publish(slug: string, language: string, parts: readonly (readonly [said: readonly (readonly [number, number])[], seconds: number])[], interventions: MeetingFolder['interventions'] = []): Promise<string> {
  const folder = join(data, slug);
  await mkdir(folder, { recursive: true });
  for (const [n, [said, seconds]] of parts.entries()) await writeToneFile(join(folder, `${n}.wav`), said, seconds);
  const meeting: MeetingFolder = {
    slug, formerSlugs: [], title: { en: slug }, description: {}, body: null, series: null, format: 'meeting', starts: null, ends: null, published: null, timezone: 'UTC', symbol: null,
    floorLanguages: [], categories: [], topics: [], documents: [], agenda: [], interventions, rights: null, words: [],
    recording: {
      channels: [{ key: 'booth', role: language === 'mul' ? 'floor' : 'interpretation', language, label: null, provenance: null, gaps: [] }],
      parts: parts.map((_, n) => ({ startMs: null, picture: null, secondPicture: null, sound: [{ channel: 'booth', file: `${n}.wav`, track: 0, offsetMs: 0, pick: 'all' }] })),
    },
  };
  await writeFile(join(folder, 'meeting.yaml'), writeMeetingYaml(meeting));
  const { meetingId } = await container.recordings.publish(operator, { path: folder, replace: true });
  await worker.idle();
  return meetingId;
}

const look = async (slug: string) => (await container.recognitions.of(operator, slug))[0]!;
const read = (meetingId: string, language: string) => container.words.forChannel(meetingId, { key: 'booth', language }, 'transcript');

/** The engine's processes that run now. */
const engines = (): number[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('engine.worker') && readFileSync(`/proc/${pid}/stat`, 'latin1').split(' ')[3] === String(process.pid);
  } catch {
    return false;
  }
});

describe('recognition with an operator’s model', () => {
  it('writes down what is said, with the time of each word on the timeline of the meeting, over parts of the recording', async () => {
    const id = await publish('two-parts', 'en', [[spell('the council of peace', 1), 6], [[...spell('we have', 2), ...spell('not this', 5)], 8]]);
    const { left } = await container.recognitions.ask(operator, 'two-parts', {});
    expect(left).toEqual([]);
    await worker.idle();
    expect(await look('two-parts')).toMatchObject({ channel: 'booth', state: 'done', model: 'tones', failure: null });
    expect((await look('two-parts')).engine).toMatch(/^sherpa-onnx 1\./);
    const text = await read(id, 'en');
    expect(text).toMatchObject({ status: 'machine', provenance: { model: 'tones', hints: 0, notes: [] } });
    expect(text?.segments.map((segment) => segment.text)).toEqual(['the council of peace', 'we have', 'not this']);
    const words = text?.segments.flatMap((segment) => segment.words ?? []) ?? [];
    for (const [n, at] of [1, 1.5, 2, 2.5, 8, 8.5, 11, 11.5].entries()) expect(Math.abs((words[n]?.startMs ?? 0) - at * 1000), words[n]?.text).toBeLessThanOrEqual(60);
    expect(engines()).toEqual([]);
  });

  it('goes on where a worker was stopped and an engine was killed, and recognises nothing twice', async () => {
    const said = Array.from({ length: 10 }, (_, n) => spell('we have peace', 10 + n * 30)).flat();
    const id = await publish('long', 'en', [[said, 5 * 60]]);
    await container.recognitions.ask(operator, 'long', {});
    while ((await look('long')).positionMs < 120_000) await sleep(10);
    await worker.stop();
    const stopped = await look('long');
    expect(stopped).toMatchObject({ state: 'running' });
    expect(stopped.positionMs).toBeLessThan(5 * 60_000);
    worker = await container.queue.startWorker({ registry: container.registry });
    while (engines().length === 0) await sleep(5);
    for (const pid of engines()) process.kill(pid, 'SIGKILL');
    while ((await look('long')).state === 'running') await sleep(50);
    expect(await look('long')).toMatchObject({ state: 'done', failure: null });
    expect((await read(id, 'en'))?.segments.map(({ text, startMs }) => [text, Math.round(startMs / 1000)])).toEqual(Array.from({ length: 10 }, (_, n) => ['we have peace', 10 + n * 30]));
  });

  it('is stopped when asked, and goes on from there', async () => {
    const said = Array.from({ length: 10 }, (_, n) => spell('the council', 10 + n * 30)).flat();
    const id = await publish('stopped', 'en', [[said, 5 * 60]]);
    await container.recognitions.ask(operator, 'stopped', {});
    while ((await look('stopped')).positionMs < 120_000) await sleep(10);
    const { state, positionMs } = await container.recognitions.stop(operator, 'stopped', 'booth');
    expect(state).toBe('stopped');
    await worker.idle();
    expect(await read(id, 'en')).toBeNull();
    const { recognitions: [again] } = await container.recognitions.ask(operator, 'stopped', {});
    expect(again?.positionMs).toBeGreaterThanOrEqual(positionMs);
    await worker.idle();
    expect((await read(id, 'en'))?.segments).toHaveLength(10);
  });

  it('ends when what it hears is another language than the channel’s, unless that is right', async () => {
    const sentence = 'we have to be with the council for peace and that is not in this by which it on as are our';
    const id = await publish('mislabelled', 'fr', [[Array.from({ length: 24 }, (_, n) => spell(sentence, 1 + n * 6, 0.25)).flat(), 150]]);
    await container.recognitions.ask(operator, 'mislabelled', {});
    await worker.idle();
    expect(await look('mislabelled')).toMatchObject({ state: 'failed', failure: 'The channel booth can’t be recognised: what was heard reads as English, and not as French.' });
    expect(await read(id, 'fr')).toBeNull();
    await container.recognitions.ask(operator, 'mislabelled', { anyLanguage: true });
    await worker.idle();
    expect(await read(id, 'fr')).toMatchObject({ provenance: { notes: ['The channel booth can’t be recognised: what was heard reads as English, and not as French.'] } });
  });

  it('knows of a floor in several languages which was spoken when', async () => {
    const turn = (language: string, startMs: number, endMs: number) => ({ speaker: { slug: language, name: { en: language } }, capacity: null, language, startMs, endMs, agendaItem: null });
    const id = await publish('mixed', 'mul', [[[...spell('we have', 1), ...spell('not peace', 5)], 8]], [turn('en', 0, 4000), turn('fr', 4000, 8000)]);
    await container.recognitions.ask(operator, 'mixed', {});
    await worker.idle();
    expect((await read(id, 'mul'))?.segments.map(({ text, language }) => [text, language])).toEqual([['we have', 'en'], ['not peace', 'fr']]);
  });

  it('never writes over what people have corrected', async () => {
    const id = await publish('corrected', 'en', [[[...spell('the council', 1), ...spell('we have', 5)], 8]]);
    await container.recognitions.ask(operator, 'corrected', {});
    await worker.idle();
    const text = (await read(id, 'en'))!;
    expect(text.segments.map((segment) => segment.text)).toEqual(['the council', 'we have']);
    await container.corrections.correct(operator, text.id, { version: text.version, corrections: [{ do: 'set', segment: 1, text: 'The Council' }] });
    await container.recognitions.ask(operator, 'corrected', { again: true });
    await worker.idle();
    expect((await look('corrected')).state).toBe('done');
    const twice = (await read(id, 'en'))!;
    expect(twice.segments.map((segment) => segment.text)).toEqual(['The Council', 'we have']);
    await container.corrections.correct(operator, text.id, { version: twice.version, corrections: [], status: 'edited' });
    await expect(container.recognitions.ask(operator, 'corrected', { channel: 'booth', again: true })).rejects.toMatchObject({ code: 'text_corrected' });
    // What the refusal says to do: nobody answers for the whole of it any more, and single corrections stay.
    await container.corrections.correct(operator, text.id, { version: twice.version + 1, corrections: [], status: 'machine' });
    await container.recognitions.ask(operator, 'corrected', { channel: 'booth', again: true });
    await worker.idle();
    expect((await read(id, 'en'))?.segments.map((segment) => segment.text)).toEqual(['The Council', 'we have']);
  });

  it('is made anew when another sound takes the place of the one that it was made of, and stays when the sound is the same', async () => {
    const id = await publish('replaced', 'en', [[spell('the council', 1), 4]]);
    await container.recognitions.ask(operator, 'replaced', {});
    await worker.idle();
    await publish('replaced', 'en', [[spell('the council', 1), 4]]);
    expect(await look('replaced')).toMatchObject({ state: 'done' });
    expect(await read(id, 'en')).toMatchObject({ formerSound: false, version: 1 });

    await publish('replaced', 'en', [[spell('we have peace', 2), 6]]);
    await worker.idle();
    expect(await look('replaced')).toMatchObject({ state: 'done', durationMs: 6000 });
    expect(await read(id, 'en')).toMatchObject({ formerSound: false, segments: [{ text: 'we have peace' }] });

    // No model does it any more: the text stays, and says what it was made for, until its own sound is back.
    await says('ar');
    await publish('replaced', 'en', [[spell('not peace', 2), 5]]);
    await worker.idle();
    expect(await read(id, 'en')).toMatchObject({ formerSound: true, segments: [{ text: 'we have peace' }] });
    await says('en fr');
    await publish('replaced', 'en', [[spell('we have peace', 2), 6]]);
    expect(await read(id, 'en')).toMatchObject({ formerSound: false });
  });

  it('says what is missing: the permission, the channel, the model, its language', async () => {
    await publish('short', 'en', [[spell('the council', 1), 4]]);
    await expect(container.recognitions.ask(publicActor(), 'short', {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(container.recognitions.ask(operator, 'short', { channel: 'zh' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(container.recognitions.ask(operator, 'short', { model: 'whisper' })).rejects.toThrow('There is no model whisper; there are: tones.');
    await says('ar');
    await expect(container.recognitions.ask(operator, 'short', { again: true })).rejects.toThrow('The channel booth can’t be recognised: no model does English (tones does Arabic).');
    await says('en fr');
  });

  it('is told by the doctor', async () => {
    const told = async () => (await examine(container)).find(({ what }) => what === 'recognition');
    expect((await told())?.state).toBe('ok');
    expect((await told())?.detail).toMatch(/^sherpa-onnx 1\.\S+; tones \(omnilingual, .*: en, fr; takes no names to expect, gives times of words\); speech is found by its loudness$/);
    await mkdir(join(models, 'half'), { recursive: true });
    await writeFile(join(models, 'half/model.onnx'), 'no');
    expect((await told())?.state).toBe('warning');
    expect((await told())?.detail).toMatch(/\. half has a file that is no ONNX network, or a damaged one: model\.onnx\. Copy it again\.$/);
    await rm(join(models, 'half'), { recursive: true });
  });
});
