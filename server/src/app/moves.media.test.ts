import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localOperator, publicActor } from '#access/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { ffmpeg } from '../../../fixtures/ffmpeg/index.ts';
import { openContainer, type Container } from './container.ts';

const VTT = `WEBVTT

00:00.500 --> 00:02.500
Est-ce que tout le monde m'entend ?

00:05.000 --> 00:08.000
Nous soutenons la réforme de la police.

00:08.500 --> 00:11.000
Elle demande des années.
`;
const RECORD = 'Conseil A/80/PV.2\nLa séance est ouverte à 10 heures.\nLa Présidente : Nous soutenons la réforme de la police. Elle demande des années.\n25-12345 2/2\n';
const WORDS = `words:
  - { kind: transcript, channel: fr, language: fr, file: fr.vtt }
  - { kind: record, language: fr, file: record.txt }
`;

let folder: string;
let container: Container;
let meetingId = '';

async function publish(offsets: { readonly floor: number; readonly fr: number }, words = ''): Promise<void> {
  await writeFile(join(folder, 'meeting.yaml'), `schema: openfloor/meeting/1
slug: hearing
title: { en: Hearing }
recording:
  channels:
    - { id: floor, role: floor, language: en, file: floor.m4a, offset: ${offsets.floor} }
    - { id: fr, role: interpretation, language: fr, file: fr.m4a, offset: ${offsets.fr} }
${words}`);
  const accepted = await container.recordings.publish(localOperator(), { path: folder, replace: true });
  meetingId = accepted.meetingId;
  while ((await container.recordings.snapshot(accepted.recordingId ?? ''))?.state !== 'complete') await setTimeout(50);
}

const text = (kind: 'transcript' | 'record') => container.words.forChannel(meetingId, { key: 'fr', language: 'fr' }, kind);
const said = async (kind: 'transcript' | 'record' = 'transcript') => (await text(kind))?.segments.map(({ startMs, endMs, text: words }) => [startMs, endMs, words]);
const decided = async () => (await container.tagging.review(localOperator(), meetingId)).filter(({ state }) => state === 'accepted').map(({ startMs, endMs, topic }) => [topic.slug, startMs, endMs]);
const WHOLE = [[500, 2500, 'Est-ce que tout le monde m\'entend ?'], [5000, 8000, 'Nous soutenons la réforme de la police.'], [8500, 11_000, 'Elle demande des années.']];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openfloor-moves-'));
  container = await openContainer(readConfig({ OPENFLOOR_DATA: join(folder, 'data') }), silentLog);
  await container.work();
  for (const [name, hz] of [['floor', 300], ['fr', 500]] as const) await ffmpeg(['-f', 'lavfi', '-i', `sine=${hz}:d=12`, '-c:a', 'aac', '-b:a', '64k', join(folder, `${name}.m4a`)]);
  await writeFile(join(folder, 'fr.vtt'), VTT);
  await writeFile(join(folder, 'record.txt'), RECORD);
  await publish({ floor: 0, fr: 0 }, WORDS);
});
afterAll(async () => {
  await container?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a recording that is published again without new words', () => {
  it('takes its texts, the lag, decisions on topics and the index of search along when its beginning is cut off', async () => {
    const before = await text('transcript');
    await container.corrections.correct(localOperator(), before?.id ?? '', { version: before?.version ?? 0, corrections: [{ do: 'set', segment: 3, text: 'Elle demande dix ans.' }] });
    const topics = await sql<{ slug: string }>`select slug from topics order by slug limit 2`.execute(container.database.db);
    const [one, two] = topics.rows.map(({ slug }) => slug);
    await container.tagging.decide(localOperator(), meetingId, [{ topic: one ?? '', startMs: 0, endMs: 2500, state: 'accepted' }]);
    await container.tagging.decide(localOperator(), meetingId, [{ topic: two ?? '', startMs: 5000, endMs: 11_000, state: 'accepted' }]);
    await sql`insert into channel_lags (meeting_id, channel, points, with_words, measured_at) values (${meetingId}, 'fr', '[[0,1000,0.9,"turn"],[6000,2000,0.9,"turn"],[11000,3000,0.9,"turn"]]', false, now())
      on conflict (meeting_id, channel) do update set points = excluded.points`.execute(container.database.db);

    // Seen in the transaction in which the recording is replaced: a moment later the lags are measured anew.
    await sql`create function seen() returns trigger language plpgsql as $$ begin insert into seen values (new.points); return new; end $$`.execute(container.database.db);
    await sql`create table seen (points jsonb)`.execute(container.database.db);
    await sql`create trigger seen after update on channel_lags for each row execute function seen()`.execute(container.database.db);
    await publish({ floor: -4, fr: -4 });
    expect((await sql`select points from seen limit 1`.execute(container.database.db)).rows[0]).toEqual({ points: [[2000, 2000, 0.9, 'turn'], [7000, 3000, 0.9, 'turn']] });

    expect(await said()).toEqual([[1000, 4000, 'Nous soutenons la réforme de la police.'], [4500, 7000, 'Elle demande dix ans.']]);
    expect((await said('record'))?.map(([start]) => start)).toEqual([1000, 4500]);
    expect(await decided()).toEqual([[two, 1000, 7000]]);
    const found = async () => (await container.search.find(publicActor(), { text: 'réforme de la police', language: 'fr' })).moments;
    for (let n = 0; n < 100 && (await found())[0]?.match.at !== 1000; n += 1) await setTimeout(50);
    expect((await found())[0]?.match.at).toBe(1000);
    const [change] = await container.corrections.history(localOperator(), before?.id ?? '', { limit: 1 });
    expect(change).toMatchObject({ deed: 'move', before: { segments: [] } });
  });

  it('keeps what people can undo, and says that times have moved to whoever has read it before', async () => {
    const now = await text('transcript');
    const old = { version: (now?.version ?? 0) - 1 };
    await expect(container.corrections.correct(localOperator(), now?.id ?? '', { ...old, corrections: [{ do: 'set', segment: 3, startMs: 8000 }] })).rejects.toMatchObject({ code: 'text_changed' });
    await container.corrections.undo(localOperator(), now?.id ?? '');
    expect((await said())?.[1]).toEqual([4500, 7000, 'Elle demande des années.']);
  });

  it('is written out with all of it, and read back', async () => {
    const one = (await container.words.toFolder(localOperator(), meetingId, 'out')).find(({ entry }) => entry.kind === 'transcript');
    for (const [name, content] of one?.files ?? []) {
      await mkdir(join(folder, 'out'), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    const [read] = await container.words.read(folder, { words: one ? [one.entry] : [] });
    expect(read?.past?.outside).toMatchObject([{ id: 1, startMs: 500, text: 'Est-ce que tout le monde m\'entend ?' }]);
    expect(read?.past?.changes.find(({ deed }) => deed === 'move')?.after.move?.to[0]?.pieces).toEqual([{ fileStart: 4000, fileEnd: expect.any(Number) as number, meetingStart: 0 }]);
  });

  it('has everything back when the cut is undone', async () => {
    await publish({ floor: 0, fr: 0 });
    expect(await said()).toEqual(WHOLE);
    expect((await decided()).length).toBe(2);
    expect((await decided())[0]?.slice(1)).toEqual([0, 2500]);
  });

  it('moves the texts of a channel that lies otherwise, and only these', async () => {
    await publish({ floor: 0, fr: 1.5 });
    expect((await said())?.map(([start]) => start)).toEqual([2000, 6500, 10_000]);
    expect((await decided())[0]?.slice(1)).toEqual([0, 2500]);
    await publish({ floor: 0, fr: 0 });
  });

  it('leaves words that come along as they are: they are of the new timeline', async () => {
    await publish({ floor: -4, fr: -4 }, WORDS);
    expect(await said()).toEqual(WHOLE);
  });
});
