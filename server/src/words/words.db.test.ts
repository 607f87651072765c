import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localOperator, publicActor } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { createMeetings, singleFileFolder, type FolderWords } from '#meetings/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { createWords } from './index.ts';

let root: string;
beforeAll(async () => { root = await mkdtemp(join(tmpdir(), 'openfloor-words-')); });
afterAll(() => rm(root, { recursive: true, force: true }));

const COUNCIL = singleFileFolder({ file: 'council.wav', title: 'Council', slug: 'council' }, { picture: null, audio: [{ language: 'fr', title: null }] });
const FRENCH = 'WEBVTT\n\n00:01.000 --> 00:02.500\n<v La présidente>Bonjour à tous.\n\n00:03.000 --> 00:04.000\nMerci.\n';
const captions = (file: string, channel: string | null = 'fr', language = 'fr', kind: FolderWords['kind'] = 'captions'): FolderWords => ({ kind, channel, language, file });

async function withMeeting(database: Database) {
  const meetings = createMeetings({ database, clock: systemClock, audit: createAuditLog(database) });
  const words = createWords({ database, clock: systemClock, audit: createAuditLog(database) });
  const { meeting } = await database.transaction((tx) => meetings.upsertFromFolder(localOperator(), tx, COUNCIL));
  const put = async (...files: readonly FolderWords[]) => {
    const texts = await words.read(root, { words: files });
    await database.transaction((tx) => words.replace(localOperator(), tx, meeting.id, texts));
  };
  return { words, meetings, meeting, put };
}

describe('the words of a meeting', () => {
  it('are kept as the files have them, each channel with its own', async () => {
    await using database = await openTestDatabase();
    const { words, meeting, put } = await withMeeting(database);
    await writeFile(join(root, 'fr.vtt'), FRENCH);
    await writeFile(join(root, 'ar.srt'), '1\n00:00:01,000 --> 00:00:02,000\nصباح الخير\n');
    await put(captions('fr.vtt'), captions('ar.srt', 'ar', 'ar'), captions('record.txt', null, 'fr', 'record'));
    expect(await words.channelsWithTexts(meeting.id)).toEqual({ withWords: new Set(['fr', 'ar']), withRecord: new Set() });
    expect(await words.forChannel(meeting.id, { key: 'fr', language: 'fr' })).toMatchObject({
      kind: 'captions', language: 'fr', version: 1, provenance: { file: 'fr.vtt', damage: [] },
      segments: [
        { startMs: 1000, endMs: 2500, text: 'Bonjour à tous.', speaker: 'La présidente', words: null },
        { startMs: 3000, endMs: 4000, text: 'Merci.', speaker: null },
      ],
    });
    expect((await words.forChannel(meeting.id, { key: 'ar', language: 'ar' }))?.segments[0]?.text).toBe('صباح الخير');
    expect(await words.forChannel(meeting.id, { key: 'en', language: 'en' })).toBeNull();
  });

  it('make way for those that come after them, and a transcript is read before captions', async () => {
    await using database = await openTestDatabase();
    const { words, meeting, put } = await withMeeting(database);
    await writeFile(join(root, 'one.vtt'), FRENCH);
    await writeFile(join(root, 'two.vtt'), FRENCH.replace('Merci.', 'Merci beaucoup.'));
    await put(captions('one.vtt'), captions('one.vtt', 'en', 'en'));
    await put(captions('one.vtt'), captions('two.vtt', 'fr', 'fr', 'transcript'));
    expect((await words.of(meeting.id)).map(({ channel, kind, version }) => [channel, kind, version])).toEqual([['fr', 'captions', 1], ['fr', 'transcript', 1]]);
    expect((await words.forChannel(meeting.id, { key: 'fr', language: 'fr' }))?.segments[1]?.text).toBe('Merci beaucoup.');
  });

  it('tell of themselves when a recogniser has written them', async () => {
    await using database = await openTestDatabase();
    const told: string[] = [];
    const audit = createAuditLog(database);
    const words = createWords({ database, clock: systemClock, audit, changed: async (_tx, meetingId) => { told.push(meetingId); } });
    const meetings = createMeetings({ database, clock: systemClock, audit });
    const { meeting } = await database.transaction((tx) => meetings.upsertFromFolder(localOperator(), tx, COUNCIL));
    const heard = { channel: 'fr', language: 'fr', segments: [{ startMs: 0, endMs: 900, text: 'Merci.', words: null, speaker: null, language: null }], provenance: { engine: 'sherpa-onnx', model: 'tones', hints: 0, notes: [] } };
    await database.transaction((tx) => words.putRecognised(localOperator(), tx, meeting.id, heard));
    expect(told).toEqual([meeting.id]);
    expect(await words.forChannel(meeting.id, { key: 'fr', language: 'fr' })).toMatchObject({ kind: 'transcript', status: 'machine', provenance: heard.provenance, segments: [{ text: 'Merci.' }] });
    await expect(database.transaction((tx) => words.putRecognised(publicActor(), tx, meeting.id, heard))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('go with the meeting', async () => {
    await using database = await openTestDatabase();
    const { words, meetings, meeting, put } = await withMeeting(database);
    await writeFile(join(root, 'fr.vtt'), FRENCH);
    await put(captions('fr.vtt'));
    await database.transaction((tx) => meetings.remove(localOperator(), tx, meeting.id));
    expect(await words.of(meeting.id)).toEqual([]);
  });

  it('are nobody’s to change without the permission', async () => {
    await using database = await openTestDatabase();
    const { words, meeting } = await withMeeting(database);
    await expect(database.transaction((tx) => words.replace(publicActor(), tx, meeting.id, []))).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a file without words', () => {
  it.each([
    ['empty.vtt', '', 'folder_invalid'],
    ['no-times.vtt', 'WEBVTT\n\nJust a line\n', 'folder_invalid'],
  ])('is refused: %s', async (name, text, code) => {
    await using database = await openTestDatabase();
    await writeFile(join(root, name), text);
    await expect(createWords({ database, clock: systemClock, audit: createAuditLog(database) }).read(root, { words: [captions(name)] })).rejects.toMatchObject({ code, details: { file: name } });
  });

  it('is refused where it isn’t there, and where it says the same as another', async () => {
    await using database = await openTestDatabase();
    const words = createWords({ database, clock: systemClock, audit: createAuditLog(database) });
    await writeFile(join(root, 'fr.vtt'), FRENCH);
    await expect(words.read(root, { words: [captions('gone.vtt')] })).rejects.toMatchObject({ code: 'file_missing' });
    await expect(words.read(root, { words: [captions('fr.vtt'), captions('fr.vtt')] })).rejects.toMatchObject({ code: 'folder_invalid' });
  });
});
