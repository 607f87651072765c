import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { localOperator } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { createMeetings, parseMeetingYaml, type MeetingDetail, type Meetings } from '#meetings/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { createWords, type Words } from '#words/index.ts';
import { scriptedSample } from '../../../../fixtures/sample/scripted.ts';
import type { InterchangeMedia } from '../interchange-media.domain.ts';
import type { InterchangeRecordings } from '../interchange.ports.ts';
import { Interchange } from '../interchange.service.ts';
import type { InterchangeScope } from '../scope.domain.ts';
import { MADE_MEETINGS, type MadeMeeting } from './made-meetings.test-support.ts';

/** An archive on a real database: the sample meeting with all its words, and meetings that are awkward to write down. */
export interface TestArchive {
  readonly database: Database;
  readonly meetings: Meetings;
  readonly words: Words;
  readonly scope: InterchangeScope;
  readonly ids: ReadonlyMap<string, string>;
  readonly interchange: Interchange;
  readonly recordings: InterchangeRecordings;
  readonly close: () => Promise<void>;
}

const MEETINGS: readonly MadeMeeting[] = [scriptedSample(), ...MADE_MEETINGS];

/** Publishes all of it; no sound is made, and the words are placed as for a real recording. */
export async function openTestArchive(): Promise<TestArchive> {
  const database = await openTestDatabase();
  const audit = createAuditLog(database);
  const meetings = createMeetings({ database, clock: systemClock, audit });
  const words = createWords({ database, clock: systemClock, audit, rewritten: (tx, id) => meetings.touch(tx, id) });
  const root = await mkdtemp(join(tmpdir(), 'openfloor-interchange-'));
  const ids = new Map<string, string>();
  for (const { yaml, files, durationMs, step = 'publish' } of MEETINGS) {
    const parsed = parseMeetingYaml(yaml);
    if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
    for (const { file, text } of files) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), text);
    }
    const texts = await words.read(root, parsed.folder, durationMs);
    await database.transaction(async (tx) => {
      const { meeting } = await meetings.upsertFromFolder(localOperator(), tx, parsed.folder);
      await meetings.setDuration(localOperator(), tx, meeting.id, durationMs);
      await meetings.setState(localOperator(), tx, meeting.id, step);
      await words.replace(localOperator(), tx, meeting.id, texts);
      ids.set(meeting.slug, meeting.id);
    });
  }
  await rm(root, { recursive: true, force: true });
  const recordings: InterchangeRecordings = {
    forMeetings: async (all) => new Map(await Promise.all(all.map(async (id) => [id, mediaOf(await meetings.get(localOperator(), id))] as const))),
  };
  const interchange = new Interchange({ meetings, recordings, words: { of: (id) => words.of(id), read: (id, channel, kind) => words.forChannel(id, channel, kind) } });
  return {
    database, interchange, meetings, words, ids, scope: { origin: 'https://tv.example.org', site: 'Openfloor & friends', jurisdiction: 'un' },
    recordings, close: () => database.close(),
  };
}

/** The recording of a meeting as it is once everything can be heard and seen. */
const mediaOf = ({ id, channels, durationMs }: Pick<MeetingDetail, 'id' | 'channels' | 'durationMs'>): InterchangeMedia => ({
  state: 'complete', hls: `/media/${id}/master.m3u8`, poster: `/media/${id}/1/poster.jpg`, hasPicture: true, durationMs: durationMs ?? 0,
  rungs: [{ id: '720', width: 1280, height: 720, bitsPerSecond: 1_500_000, copied: false, files: [`/media/${id}/1/720.mp4`] }],
  channels: channels.map(({ key }) => ({ key, sound: [`/media/${id}/1/sound-${key}.mp4`] })),
});
