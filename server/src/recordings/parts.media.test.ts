import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePlaylist } from '@openfloor/media';
import { measureClicks, measurePilot } from '../../../fixtures/measure/index.ts';
import { makeTestMeeting, type TestMeetingSpec } from '../../../fixtures/meeting/index.ts';
import { Captions } from '#words/index.ts';
import { openTestRecordings, plainMeeting } from './testing.ts';

const CHANNELS = [{ id: 'floor', language: 'mul' }, { id: 'fr', language: 'fr' }, { id: 'zh', language: 'zh' }];
const MORNING_SECONDS = 12;
const BREAK_SECONDS = 5;
const CHANNEL_PLAN = CHANNELS.map(({ id, language }) => ({ key: id, role: id === 'floor' ? 'floor' as const : 'interpretation' as const, language, label: null, provenance: null, gaps: [] }));

/** One recording of a day that was written into two files, with `BREAK_SECONDS` between them. */
async function publishDay(second: Partial<TestMeetingSpec> = {}, absent?: string) {
  const house = await openTestRecordings();
  const spec = { durationSeconds: MORNING_SECONDS, channels: CHANNELS };
  const morning = await makeTestMeeting({ ...spec, file: join(house.folder, 'morning.mkv') });
  const noon = await makeTestMeeting({ ...spec, file: join(house.folder, 'noon.mkv'), fromSeconds: MORNING_SECONDS, ...second });
  const part = (file: string, startMs: number | null, without?: string) => ({
    startMs, secondPicture: null, picture: { file, track: 0, offsetMs: 0 },
    sound: CHANNELS.flatMap(({ id }, track) => (id === without ? [] : [{ channel: id, file, track, offsetMs: 0, pick: 'all' as const }])),
  });
  const afternoon = part('noon.mkv', (MORNING_SECONDS + BREAK_SECONDS) * 1000, absent);
  await house.describe(house.folder, plainMeeting('day', { channels: CHANNEL_PLAN, parts: [part('morning.mkv', null), afternoon] }));
  const published = await house.publish({ path: house.folder });
  return { house, morning, noon, published, [Symbol.asyncDispose]: () => house[Symbol.asyncDispose]() };
}

type Day = Awaited<ReturnType<typeof publishDay>>;

/** Where a media playlist has its discontinuities, in seconds. */
function breaksIn(text: string): number[] {
  const playlist = parsePlaylist(text);
  if (playlist.kind !== 'media') throw new Error('not a media playlist');
  let at = 0;
  return playlist.segments.flatMap(({ durationSeconds, discontinuity }) => {
    at += durationSeconds;
    return discontinuity ? [at - durationSeconds] : [];
  });
}

/** The three files of a rendition: morning, break, noon. */
const filesOf = ({ house, published }: Day, kind: string, name: string): string[] =>
  (published.renditions.find((one) => one.kind === kind && one.name === name)?.files ?? []).map((key) => house.blobs.localPath(key));

describe('a meeting with a break, in two files', () => {
  it('is one timeline: each part starts where the clock says, in every rendition', async () => {
    await using day = await publishDay();
    expect(day.published.media).toMatchObject({ state: 'complete', durationMs: (2 * MORNING_SECONDS + BREAK_SECONDS) * 1000 });
    for (const rendition of day.published.renditions) {
      const [first, second] = breaksIn(await readFile(day.house.blobs.localPath(rendition.playlist), 'utf8'));
      expect(Math.abs((first ?? 0) - MORNING_SECONDS), rendition.playlist).toBeLessThan(0.02);
      expect(Math.abs((second ?? 0) - MORNING_SECONDS - BREAK_SECONDS), rendition.playlist).toBeLessThan(0.02);
    }
    const segment = { startMs: 1000, endMs: 2000, text: 'Bonjour', words: null, speaker: null, language: null };
    const { meetingId } = day.published;
    await day.house.database.transaction((tx) => day.house.words.replace(day.house.operator, tx, meetingId, [{ kind: 'captions', channel: 'fr', language: 'fr', status: 'edited', provenance: null, segments: [segment] }]));
    expect(breaksIn(await new Captions({ words: day.house.words, timelines: day.house.recordings }).playlist(meetingId, 'fr.fr'))).toEqual([MORNING_SECONDS, MORNING_SECONDS + BREAK_SECONDS]);
    for (const { id, pilotHz } of day.morning.channels) {
      const [morning = '', , noon = ''] = filesOf(day, 'sound', id);
      for (const [file, truth, from] of [[morning, day.morning, 0], [noon, day.noon, MORNING_SECONDS * 1000]] as const) {
        expect((await measurePilot(file, { at: 4, seconds: 3 })).hz, `${id} in ${file}`).toBe(pilotHz);
        const heard = await measureClicks(file);
        expect(heard.length, id).toBe(truth.clicks.length);
        truth.clicks.forEach((click, n) => expect(Math.abs((heard[n] ?? 0) - click + from), `${id}: click at ${click}`).toBeLessThan(20));
      }
    }
  });

  it('encodes all parts alike when their pictures differ, and is silent where a booth had nobody', async () => {
    await using day = await publishDay({ picture: { width: 640, height: 360, fps: '25' } }, 'zh');
    expect(day.published.media).toMatchObject({ state: 'complete', failure: null });
    expect(day.published.media.rungs.map(({ id, copied }) => [id, copied])).toEqual([['360p', false], ['234p', false]]);
    const [, , noon = ''] = filesOf(day, 'sound', 'zh');
    expect((await measurePilot(noon, { at: 4, seconds: 3 })).dbfs).toBeLessThan(-80);
  });
});
