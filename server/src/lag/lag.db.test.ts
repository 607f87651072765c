import { randomUUID } from 'node:crypto';
import { lagAt } from '@openfloor/words';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { localOperator, publicActor } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { createMeetings, singleFileFolder, type MeetingDetail } from '#meetings/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { AppError } from '#platform/errors/index.ts';
import { lagQuestion, makeLagMeeting } from '../../../fixtures/lag/index.ts';
import { LagRepo } from './lag.repo.ts';
import { Lags } from './lag.service.ts';
import type { SoundFile, SpeechSpan } from './lag.ports.ts';

const MADE = makeLagMeeting({ seed: 'service', minutes: 8, language: 'fr', lag: [500, 5000], restless: 200, gaps: [1200, 3000] });
const { floor, channel } = lagQuestion(MADE, 'fr', 'sentences');
const SPEECH: Readonly<Record<string, readonly SpeechSpan[]>> = { floor: floor.speech, fr: channel.speech, silent: [] };
const STILL = { signal: new AbortController().signal, tell: () => undefined };

/** The made meeting as the capability sees it: its sound is played, its rows are real. */
async function withMeeting(database: Database) {
  const meetings = createMeetings({ database, clock: systemClock, audit: createAuditLog(database) });
  const folder = singleFileFolder({ file: 'council.wav', title: 'Council', slug: 'council' }, { picture: null, audio: [{ language: 'fr', title: null }] });
  const { meeting } = await database.transaction((tx) => meetings.upsertFromFolder(localOperator(), tx, folder));
  const recordingId = randomUUID();
  await sql`insert into recordings (id, meeting_id, state, brings_meeting, sources, duration_ms, created_at, updated_at)
    values (${recordingId}, ${meeting.id}, 'complete', true, '{}', ${MADE.durationMs}, now(), now())`.execute(database.db);
  const listened: string[] = [];
  const told: ReadonlyMap<string, readonly unknown[]>[] = [];
  let text: readonly { readonly channel: string; readonly segments: typeof floor.text }[] = [];
  const lags = new Lags({
    database, clock: systemClock, openStore: (db) => new LagRepo(db),
    meetings: {
      get: async () => ({
        ...meeting, interventions: MADE.turns.map((turn) => ({ ...turn })),
        channels: [['floor', 'floor', 'mul'], ['fr', 'interpretation', 'fr'], ['silent', 'interpretation', 'ru'], ['gone', 'interpretation', 'es']].map(([key, role, language]) => ({ key, role, language })),
      }) as unknown as MeetingDetail,
    },
    sounds: {
      soundOf: async () => ({ recordingId, durationMs: MADE.durationMs, channels: new Map(Object.keys(SPEECH).map((path): [string, SoundFile[]] => [path, [{ path, startMs: 0, durationMs: MADE.durationMs }]])) }),
    },
    words: {
      forChannel: async (_meeting, { key }) => { const found = text.find((one) => one.channel === key); return found?.segments ? { segments: found.segments } : null; },
      placeRecordsAgain: async (_actor, _tx, _meeting, speech) => { told.push(speech); },
    },
    hear: async ([file]) => { listened.push(file?.path ?? ''); return SPEECH[file?.path ?? ''] ?? []; },
  });
  return { lags, meeting, meetings, listened, told, know: (texts: typeof text) => { text = texts; } };
}

describe('the lags of a meeting', () => {
  it('are measured from what is heard, kept, and told', async () => {
    await using database = await openTestDatabase();
    const { lags, meeting, listened, told } = await withMeeting(database);
    await lags.measure(localOperator(), meeting.id, STILL);
    expect(listened).toEqual(['floor', 'fr', 'silent']);
    // Official records find their places by the same speech.
    expect(told.map((speech) => [...speech].map(([key, spans]) => [key, spans.length]))).toEqual([Object.entries(SPEECH).map(([key, spans]) => [key, spans.length])]);
    expect(await lags.of(meeting.id)).toMatchObject([{ channel: 'fr', version: 1, withWords: false }]);
    const kept = await lags.forChannel(meeting.id, 'fr');
    const turn = MADE.turns.findIndex(({ language }, n) => n > 0 && language !== 'fr');
    expect(Math.abs((lagAt(kept?.points ?? [], MADE.turns[turn]!.startMs)?.lagMs ?? 0) - MADE.turnLags[turn]!)).toBeLessThan(300);
    expect(await lags.forChannel(meeting.id, 'silent')).toBeNull();
  });

  it('are made up for where a meeting was published before they could be measured, once', async () => {
    await using database = await openTestDatabase();
    const { lags, meeting } = await withMeeting(database);
    const asked: string[] = [];
    const catchUp = async () => { asked.length = 0; await lags.catchUp(localOperator(), async (_tx, id) => { asked.push(id); }); return [...asked]; };
    expect(await catchUp()).toEqual([]);
    await sql`update meetings set state = 'published', published_at = now()`.execute(database.db);
    await sql`update channels set role = 'floor'`.execute(database.db);
    expect(await catchUp()).toEqual([]);
    await sql`insert into channels (meeting_id, key, role, language, gaps, position) values (${meeting.id}, 'en', 'interpretation', 'en', '[]', 9)`.execute(database.db);
    expect([await catchUp(), await lags.waiting(localOperator())]).toEqual([[meeting.id], 1]);
    await lags.measure(localOperator(), meeting.id, STILL);
    expect([await catchUp(), await lags.waiting(localOperator())]).toEqual([[], 0]);
  });

  it('are measured anew without listening again, and have another version only when they are others', async () => {
    await using database = await openTestDatabase();
    const { lags, meeting, listened, know } = await withMeeting(database);
    await lags.measure(localOperator(), meeting.id, STILL);
    await lags.measure(localOperator(), meeting.id, STILL);
    expect(await lags.of(meeting.id)).toMatchObject([{ version: 1, withWords: false }]);
    const { measuredAt } = (await lags.of(meeting.id))[0]!;
    await lags.measure(localOperator(), meeting.id, STILL);
    expect((await lags.of(meeting.id))[0]?.measuredAt).toBe(measuredAt); // from the same, nothing is measured
    know([{ channel: 'floor', segments: floor.text }, { channel: 'fr', segments: channel.text }]);
    await lags.measure(localOperator(), meeting.id, STILL);
    expect(await lags.of(meeting.id)).toMatchObject([{ version: 2, withWords: true }]);
    expect(listened).toHaveLength(3);
  });

  it('go with the meeting', async () => {
    await using database = await openTestDatabase();
    const { lags, meetings, meeting } = await withMeeting(database);
    await lags.measure(localOperator(), meeting.id, STILL);
    await database.transaction((tx) => meetings.remove(localOperator(), tx, meeting.id));
    expect(await lags.of(meeting.id)).toEqual([]);
  });

  it('are nobody’s to measure without the permission, and stop when they are not wanted', async () => {
    await using database = await openTestDatabase();
    const { lags, meeting } = await withMeeting(database);
    await expect(lags.measure(publicActor(), meeting.id, STILL)).rejects.toBeInstanceOf(AppError);
    await expect(lags.measure(localOperator(), meeting.id, { ...STILL, signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(await lags.of(meeting.id)).toEqual([]);
  });
});
