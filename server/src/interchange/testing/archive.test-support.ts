import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { localOperator } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { createMeetings, parseMeetingYaml, type Meetings } from '#meetings/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { createWords, type Words } from '#words/index.ts';
import { scriptedSample } from '../../../../fixtures/sample/scripted.ts';
import type { InterchangeScope } from '../scope.domain.ts';
import { MADE_MEETINGS, type MadeMeeting } from './made-meetings.test-support.ts';

/** An archive on a real database: the sample meeting with all its words, and meetings that are awkward to write down. */
export interface TestArchive {
  readonly database: Database;
  readonly meetings: Meetings;
  readonly words: Words;
  readonly scope: InterchangeScope;
  readonly ids: ReadonlyMap<string, string>;
  readonly read: (id: string, channel: { readonly key: string; readonly language: string }, kind: 'captions' | 'transcript' | 'record') => ReturnType<Words['forChannel']>;
  readonly close: () => Promise<void>;
}

const MEETINGS: readonly MadeMeeting[] = [scriptedSample(), ...MADE_MEETINGS];

/** Publishes all of it; no sound is made, and the words are placed as for a real recording. */
export async function openTestArchive(): Promise<TestArchive> {
  const database = await openTestDatabase();
  const audit = createAuditLog(database);
  const meetings = createMeetings({ database, clock: systemClock, audit });
  const words = createWords({ database, clock: systemClock, audit });
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
  return {
    database, meetings, words, ids, scope: { origin: 'https://tv.example.org', site: 'Openfloor & friends', jurisdiction: 'un' },
    read: (id, channel, kind) => words.forChannel(id, channel, kind), close: () => database.close(),
  };
}
