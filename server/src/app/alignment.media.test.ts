import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localOperator, publicActor } from '#access/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { silentLog } from '#platform/log/index.ts';
import type { Worker } from '#platform/queue/index.ts';
import { ffmpeg } from '../../../fixtures/ffmpeg/index.ts';
import { closeVoices, speak, type VoiceLanguage } from '../../../fixtures/voices/index.ts';
import { openContainer, type Container } from './container.ts';

const RATE = 22_050;
const operator = localOperator();
const FRENCH = ['La séance est ouverte à dix heures.', 'Le comité examine le rapport sur l’eau potable.', 'Sept pays ont demandé la parole ce matin.', 'Nous nous retrouverons jeudi après le déjeuner.'];
const ENGLISH = ['Fishing boats need harbours that are deep enough in winter.', 'Nobody objected to the budget that was proposed in March.', 'We shall meet again on Thursday after lunch.'];

let data: string;
let container: Container;
let worker: Worker;
let startsMs: Readonly<Record<string, readonly number[]>>;

/** Somebody says the sentences, a second and more apart; tells when each begins. */
async function record(file: string, sentences: readonly string[], language: VoiceLanguage): Promise<readonly number[]> {
  const pieces: Int16Array[] = [new Int16Array(RATE)];
  const starts: number[] = [];
  for (const [n, sentence] of sentences.entries()) {
    const { pcm } = await speak(sentence, { language, variant: 'f2', rate: 150 });
    starts.push((pieces.reduce((sum, { length }) => sum + length, 0) / RATE) * 1000);
    pieces.push(pcm, new Int16Array(RATE + n * 3000));
  }
  await writeFile(`${file}.raw`, Buffer.concat(pieces.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength))));
  await ffmpeg(['-f', 's16le', '-ar', String(RATE), '-ac', '1', '-i', `${file}.raw`, file]);
  return starts;
}

async function publish(text: string, extra: Readonly<Record<string, unknown>> = {}): Promise<string> {
  await writeFile(join(data, 'meeting', 'fr.txt'), text);
  await writeFile(join(data, 'meeting', 'meeting.yaml'), JSON.stringify({
    schema: 'openfloor/meeting/1', slug: 'aligned', title: { en: 'Aligned' },
    recording: { channels: [{ id: 'floor', role: 'floor', language: 'en', file: 'en.wav' }, { id: 'fr', role: 'interpretation', language: 'fr', file: 'fr.wav' }] },
    words: [{ kind: 'transcript', channel: 'fr', language: 'fr', file: 'fr.txt' }], ...extra,
  }));
  const { meetingId } = await container.recordings.publish(operator, { path: join(data, 'meeting'), replace: true });
  await worker.idle();
  return meetingId;
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'openfloor-alignment-'));
  await mkdir(join(data, 'meeting'));
  startsMs = { fr: await record(join(data, 'meeting', 'fr.wav'), FRENCH, 'fr'), floor: await record(join(data, 'meeting', 'en.wav'), ENGLISH, 'en') };
  await closeVoices();
  container = await openContainer(readConfig({ OPENFLOOR_DATA: join(data, 'data'), OPENFLOOR_KEEP_SOURCE: 'off' }), silentLog);
  worker = await container.queue.startWorker({ registry: container.registry });
});
afterAll(async () => {
  await worker.stop();
  await container.close();
  await rm(data, { recursive: true, force: true });
});

const read = async (meetingId: string, channel: string, language: string) => container.words.forChannel(meetingId, { key: channel, language }, 'transcript');

describe('a text without times', () => {
  it('gets those of its channel when it is published, with who speaks; what isn’t heard or is missing is told', async () => {
    const unheard = 'Des photographies du vieux chemin de fer sont accrochées dans le hall.';
    const id = await publish(`La présidente : ${FRENCH[0]}\n\nM. Diallo : ${FRENCH[1]} ${unheard}\n\n${FRENCH[3]}\n`);
    const text = await read(id, 'fr', 'fr');
    expect(text?.segments.map((one) => one.text)).toEqual([FRENCH[0], FRENCH[1], FRENCH[3]]);
    expect(text?.segments[1]?.speaker).toBe('M. Diallo');
    for (const [n, at] of [0, 1, 3].entries()) expect(Math.abs((text?.segments[n]?.startMs ?? 0) - (startsMs['fr']?.[at] ?? 0))).toBeLessThan(250);
    expect(text?.segments[0]?.words?.every(({ confidence }) => (confidence ?? 0) > 0.5)).toBe(true);
    const { file = '', damage = [] } = (text?.provenance ?? {}) as { readonly file?: string; readonly damage?: readonly string[] };
    expect(file).toBe('fr.txt');
    expect(damage.slice(0, -1)).toEqual([`has a sentence that isn’t heard: “${unheard}”`]);
    expect(damage.at(-1)).toMatch(/^has nothing of what is said from 0:00:0\d to 0:00:\d\d$/);
    const third = startsMs['fr']?.[2] ?? 0;
    expect(text?.holes).toHaveLength(1);
    expect(Math.abs((text?.holes[0]?.startMs ?? 0) - third)).toBeLessThan(400);
  });

  it('can come later, for any channel; its neighbours stay', async () => {
    const id = await publish(FRENCH.join('\n\n'));
    const asked = await container.alignments.ask(operator, 'aligned', { channel: 'floor', file: 'said.txt', kind: 'transcript', text: ENGLISH.join(' ') });
    expect(asked).toMatchObject({ channel: 'floor', language: 'en', problem: null });
    expect(['waiting', 'running']).toContain(asked.state);
    await worker.idle();
    expect(await container.alignments.of(operator, 'aligned')).toContainEqual({ ...asked, state: 'done', done: 1 });
    const text = await read(id, 'floor', 'en');
    for (const [n, { startMs }] of (text?.segments ?? []).entries()) expect(Math.abs(startMs - (startsMs['floor']?.[n] ?? 0))).toBeLessThan(250);
    expect(text?.segments).toHaveLength(ENGLISH.length);
    expect((await read(id, 'fr', 'fr'))?.segments).toHaveLength(FRENCH.length);
  });

  it('comes again without what people have corrected being lost', async () => {
    const id = await publish(FRENCH.join('\n\n'));
    const text = await read(id, 'fr', 'fr');
    const second = text?.segments[1];
    const better = 'Le comité examine le rapport sur l’eau potable et les forêts.';
    await container.corrections.correct(operator, text?.id ?? '', { version: text?.version ?? 0, corrections: [{ do: 'set', segment: second?.id ?? 0, text: better }] });
    await container.alignments.ask(operator, 'aligned', { channel: 'fr', file: 'fr.txt', kind: 'transcript', text: FRENCH.join('\n\n') });
    await worker.idle();
    const again = await read(id, 'fr', 'fr');
    expect(again?.segments.map((one) => one.text)).toEqual(FRENCH.with(1, better));
  });

  it('is laid along another sound that takes the place of the one that it was made for', async () => {
    const id = await publish(FRENCH.join('\n\n'));
    await rename(join(data, 'meeting', 'fr.wav'), join(data, 'first.wav'));
    const starts = await record(join(data, 'meeting', 'fr.wav'), ['Pendant la pause, on a servi du thé vert.', ...FRENCH], 'fr');
    await publish(FRENCH.join('\n\n'), { words: [] });
    await closeVoices();
    const text = await read(id, 'fr', 'fr');
    expect(text).toMatchObject({ formerSound: false, status: 'edited' });
    // With what somebody has corrected before.
    expect(text?.segments.map(({ text: words }) => words)).toEqual(FRENCH.with(1, 'Le comité examine le rapport sur l’eau potable et les forêts.'));
    for (const [n, { startMs }] of (text?.segments ?? []).entries()) expect(Math.abs(startMs - (starts[n + 1] ?? 0)), FRENCH[n]).toBeLessThan(250);

    // A sound that has nothing to do with it leaves it as it is, and that is said.
    await rename(join(data, 'meeting', 'fr.wav'), join(data, 'second.wav'));
    await ffmpeg(['-f', 'lavfi', '-i', 'sine=400:d=9', join(data, 'meeting', 'fr.wav')]);
    await publish(FRENCH.join('\n\n'), { words: [] });
    expect(await read(id, 'fr', 'fr')).toMatchObject({ formerSound: true, segments: text?.segments.map(({ startMs }) => ({ startMs })) });
    await container.corrections.correct(operator, text?.id ?? '', { version: (await read(id, 'fr', 'fr'))?.version ?? 0, corrections: [], status: 'edited' });
    expect(await read(id, 'fr', 'fr')).toMatchObject({ formerSound: false });
    await rename(join(data, 'first.wav'), join(data, 'meeting', 'fr.wav'));
  });

  it('is refused where nothing of it is heard, and what there was stays', async () => {
    const id = await publish(FRENCH.join('\n\n'));
    const wrong = 'Остановите поезд. Мальчик ловит рыбу в реке. Зимой здесь холодно и темно.';
    const { id: asked } = await container.alignments.ask(operator, 'aligned', { channel: 'fr', file: 'ru.txt', kind: 'transcript', text: wrong, language: 'ru' });
    await worker.idle();
    const told = (await container.alignments.of(operator, 'aligned')).find((one) => one.id === asked);
    expect(told).toMatchObject({ state: 'failed', problem: 'Nothing of ru.txt is heard in the channel fr.' });
    expect((await read(id, 'fr', 'fr'))?.segments).toHaveLength(FRENCH.length);
  });

  it('needs the permission, a channel, words, and a language that can be read', async () => {
    const wish = { channel: 'fr', file: 'a.txt', kind: 'transcript', text: FRENCH[0] ?? '' } as const;
    await expect(container.alignments.ask(publicActor(), 'aligned', wish)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(container.alignments.ask(operator, 'aligned', { ...wish, channel: 'zh' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(container.alignments.ask(operator, 'aligned', { ...wish, text: ' \n' })).rejects.toMatchObject({ code: 'validation_failed' });
    const { id } = await container.alignments.ask(operator, 'aligned', { ...wish, language: 'tlh' });
    await worker.idle();
    expect((await container.alignments.of(operator, 'aligned')).find((one) => one.id === id)).toMatchObject({ state: 'failed', problem: 'There is no reference voice that reads tlh, so a text in it cannot be laid along the sound.' });
  });
});
