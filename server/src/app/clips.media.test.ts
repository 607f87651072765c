import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Hono, type MiddlewareHandler } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localOperator } from '#access/index.ts';
import { clipMediaRoutes } from '#clips/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { dataVersion } from '#platform/db/index.ts';
import { machineErrors } from '#platform/http/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { measureClicks, measurePilot } from '../../../fixtures/measure/index.ts';
import { makeTestMeeting, type TestMeeting } from '../../../fixtures/meeting/index.ts';
import { apiRoutes } from './api-routes.ts';
import { createCallers } from './callers.ts';
import { createClipLimits } from './clip-limits.ts';
import { openContainer, type Container } from './container.ts';

const CHANNELS = [{ id: 'floor', language: 'en' }, { id: 'fr', language: 'fr' }];
const VTT = `WEBVTT

00:02.000 --> 00:03.500
Merci, Monsieur le Président.

00:04.000 --> 00:06.000
Nous soutenons la réforme de la police.

00:06.200 --> 00:08.000
Elle demande des années.
`;

const pass: MiddlewareHandler = (_, next) => next();

let data: string;
let container: Container;
let app: Hono;
let truth: TestMeeting;
let id = '';

interface Answer { readonly status: number; readonly json: Record<string, unknown> & { readonly files: Readonly<Record<string, unknown>> } }
async function ask(path: string, body?: object): Promise<Answer> {
  const answer = await app.request(path, body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  return { status: answer.status, json: await answer.json() as Answer['json'] };
}

async function publish(offsetMs: number, replace: boolean): Promise<void> {
  const cut = offsetMs === 0 ? '' : `, offset: ${offsetMs / 1000}`;
  await writeFile(join(data, 'in', 'fr.vtt'), VTT.replaceAll(/00:0(\d)/g, (_, second: string) => `00:0${Number(second) + offsetMs / 1000}`));
  await writeFile(join(data, 'in', 'meeting.yaml'), `schema: openfloor/meeting/1
slug: hearing
title: { en: Hearing, fr: Audience }
recording:
  picture: { file: hearing.mkv${cut} }
  channels:
    - { id: floor, role: floor, language: en, file: hearing.mkv, track: 0${cut} }
    - { id: fr, role: interpretation, language: fr, file: hearing.mkv, track: 1${cut} }
words:
  - { kind: captions, channel: fr, file: fr.vtt }
`);
  const { recordingId } = await container.recordings.publish(localOperator(), { path: join(data, 'in'), replace });
  while ((await container.recordings.snapshot(recordingId ?? ''))?.state !== 'complete') await setTimeout(100);
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'openfloor-clips-'));
  container = await openContainer(readConfig({ OPENFLOOR_DATA: data }), silentLog);
  await container.work();
  const [limit, clipLimits, version] = [pass, createClipLimits(0), () => dataVersion(container.database)] as const;
  app = new Hono().onError(machineErrors(silentLog))
    .route('/api/v1', apiRoutes(container, { callers: createCallers('right', container.tokens), version, limit, clipLimits }))
    .route('/media', clipMediaRoutes({ ...container, ...clipLimits, store: container.clipCache.store, limit }));
  await mkdir(join(data, 'in'));
  truth = await makeTestMeeting({ file: join(data, 'in', 'hearing.mkv'), durationSeconds: 10, channels: CHANNELS, clicks: { first: 1, every: 2 } });
  await publish(0, false);
});

afterAll(async () => {
  await container?.close();
  await rm(data, { recursive: true, force: true });
});

async function download(path: string, name: string): Promise<string> {
  const answer = await app.request(path);
  expect(answer.status, path).toBe(200);
  await writeFile(join(data, name), Buffer.from(await answer.arrayBuffer()));
  return join(data, name);
}

describe('a clip', () => {
  it('is widened to whole sentences, and has one address for good', async () => {
    const { status, json } = await ask('/api/v1/meetings/hearing/clips', { channel: 'fr', startMs: 4500, endMs: 7900 });
    expect([status, json]).toEqual([200, expect.objectContaining({
      id: expect.stringMatching(/^[a-z0-9]{10}$/) as string, state: 'unchanged', startMs: 4000, endMs: 8000, text: 'Nous soutenons la réforme de la police. Elle demande des années.',
      quote: { exact: 'Nous soutenons la réforme de la police. Elle demande des années.', prefix: 'Merci, Monsieur le Président.', suffix: '', kind: 'captions', language: 'fr' },
    })]);
    id = String(json['id']);
    expect((await ask('/api/v1/meetings/hearing/clips', { channel: 'fr', startMs: 4000, endMs: 8000 })).json['id']).toBe(id);
    expect((await ask('/api/v1/meetings/hearing/clips', { channel: 'fr', startMs: 2100, endMs: 2900 })).json['id']).not.toBe(id);
    expect((await ask('/api/v1/meetings/hearing/clips', { channel: 'xx', startMs: 0, endMs: 2900 })).status).toBe(404);
    expect((await ask('/api/v1/meetings/hearing/clips', { channel: 'fr', startMs: 9000, endMs: 9001 })).json['code']).toBe('clip_range');
    expect((await ask('/api/v1/clips/bbbbbbbbbb')).status).toBe(404);
  });

  it('is heard in any channel, read beside it, and taken away with its reference', async () => {
    const { json } = await ask(`/api/v1/clips/${id}`);
    const video = await download(String(json.files['video']), 'clip.mp4');
    expect((await measurePilot(video, { at: 1, seconds: 2 })).hz).toBe(truth.channels.find((one) => one.id === 'fr')?.pilotHz);
    expect((await measureClicks(video)).map(Math.round)).toEqual([1000, 3000]);
    const sound = await download(`/media/clips/${id}.m4a?ch=floor`, 'clip.m4a');
    expect((await measurePilot(sound, { at: 1, seconds: 2 })).hz).toBe(truth.channels.find((one) => one.id === 'floor')?.pilotHz);
    expect(await (await app.request(`/api/v1/clips/${id}/captions/fr?format=srt`)).text()).toContain('00:00:00,000 --> 00:00:02,000\nNous soutenons la réforme de la police.');
    expect(await (await app.request(`/api/v1/clips/${id}/text?lang=fr`)).text()).toMatch(/^Nous soutenons.*\n\n«\u00A0Audience\u00A0».*\/clips\//u);
    expect((await app.request(`/api/v1/clips/${id}/captions/floor`)).status).toBe(404);
  });

  it('has captions drawn into it by a job that tells how far it is', async () => {
    const first = await ask(`/api/v1/clips/${id}/file?captions=fr&burnt=1`);
    expect([first.status, first.json['state']]).toEqual([202, 'making']);
    let last = first;
    while (last.status === 202) {
      await setTimeout(100);
      last = await ask(`/api/v1/clips/${id}/file?captions=fr&burnt=1`);
    }
    expect(last.json).toMatchObject({ state: 'ready', done: 1, address: `/media/clips/${id}.mp4?captions=fr&burnt=1` });
    expect((await measureClicks(await download(String(last.json['address']), 'burnt.mp4'))).map(Math.round)).toEqual([1000, 3000]);
  });

  it('says that its words were corrected, and what they were', async () => {
    const meeting = await container.meetings.get(localOperator(), 'hearing');
    const text = await container.words.forChannel(meeting.id, { key: 'fr', language: 'fr' });
    await container.corrections.correct(localOperator(), text?.id ?? '', {
      version: text?.version ?? 0, corrections: [{ do: 'set', segment: text?.segments[1]?.id ?? 0, text: 'Nous appuyons la réforme de la police.' }],
    });
    expect((await ask(`/api/v1/clips/${id}`)).json).toMatchObject({
      state: 'changed', startMs: 4000, endMs: 8000, text: 'Nous appuyons la réforme de la police. Elle demande des années.',
      quote: { exact: 'Nous soutenons la réforme de la police. Elle demande des années.' },
    });
  });

  it('follows the recording when its beginning is cut off', async () => {
    await publish(-2000, true);
    const { json } = await ask(`/api/v1/clips/${id}`);
    expect([json['startMs'], json['endMs']]).toEqual([2000, 6000]);
    expect((await measureClicks(await download(String(json.files['video']), 'moved.mp4'))).map(Math.round)).toEqual([1000, 3000]);
  });

  it('goes out with its meeting and comes back elsewhere, at its address and with its words', async () => {
    const before = (await ask(`/api/v1/clips/${id}`)).json;
    await container.exporter.toFolder(localOperator(), 'hearing', join(data, 'out'));
    expect(await readFile(join(data, 'out', 'meeting.yaml'), 'utf8')).toContain('clips: clips.json');
    const other = await openContainer(readConfig({ OPENFLOOR_DATA: join(data, 'elsewhere') }), silentLog);
    try {
      await other.work();
      await writeFile(join(data, 'out', 'broken.json'), '{"format":"openfloor-clips"}');
      const yaml = await readFile(join(data, 'out', 'meeting.yaml'), 'utf8');
      await writeFile(join(data, 'out', 'meeting.yaml'), yaml.replace('clips.json', 'broken.json'));
      await expect(other.recordings.publish(localOperator(), { path: join(data, 'out') })).rejects.toMatchObject({ code: 'folder_invalid' });
      await writeFile(join(data, 'out', 'meeting.yaml'), yaml);
      const { recordingId } = await other.recordings.publish(localOperator(), { path: join(data, 'out') });
      while ((await other.recordings.snapshot(recordingId ?? ''))?.state !== 'complete') await setTimeout(100);
      const { clip, place } = await other.clips.view(id);
      expect([place.range?.startMs, place.range?.endMs, place.state, place.text]).toEqual([before['startMs'], before['endMs'], before['state'], before['text']]);
      expect(clip.quote).toMatchObject(before['quote'] as object);
      await other.recordings.publish(localOperator(), { path: join(data, 'out'), replace: true });
      expect(await other.clips.idsOf(clip.meetingId)).toEqual(await container.clips.idsOf((await container.meetings.get(localOperator(), 'hearing')).id));
    } finally {
      await other.close();
    }
  });

  it('goes with its meeting, and so do its files', async () => {
    const meeting = await container.meetings.get(localOperator(), 'hearing');
    const files = async () => {
      const found: string[] = [];
      for await (const { key } of container.clipCache.store.list(`${meeting.id}/`)) found.push(key);
      return found;
    };
    expect((await files()).length).toBeGreaterThan(2);
    await container.meetings.withdraw(localOperator(), 'hearing');
    expect([(await ask(`/api/v1/clips/${id}`)).status, (await app.request(`/media/clips/${id}.mp4`)).status]).toEqual([410, 410]);
    for (let n = 0; n < 50 && (await files()).length > 0; n += 1) await setTimeout(100);
    expect(await files()).toEqual([]);
  });
});
