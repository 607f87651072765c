import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localOperator, publicActor, tokenActor } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { createMeetings, singleFileFolder, type FolderWords } from '#meetings/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { createCorrections, createWords } from '../index.ts';

let root: string;
beforeAll(async () => { root = await mkdtemp(join(tmpdir(), 'openfloor-text-folder-')); });
afterAll(() => rm(root, { recursive: true, force: true }));

const COUNCIL = singleFileFolder({ file: 'council.wav', title: 'Council', slug: 'council' }, { picture: null, audio: [{ language: 'fr', title: null }, { language: 'ar', title: null }] });
const MACHINE = JSON.stringify({ segments: [
  { start: 1, end: 2.5, text: ' Bonjour à tous.', words: [{ start: 1, end: 1.6, word: ' Bonjour', probability: 0.91 }, { start: 1.6, end: 1.8, word: ' à', probability: 0.4 }, { start: 1.8, end: 2.5, word: ' tous.', probability: 0.99 }] },
  { start: 3, end: 6, text: ' La séance et ouverte.' }, { start: 7, end: 9, text: ' Merci.' },
] });
const RECORD = 'Conseil A/80/PV.2\nLa séance est ouverte à 10 heures.\nLa Présidente (parle en anglais) : Bonjour à toutes et à tous. La séance est ouverte.\nM. Roux (Syldavie) : Merci, Madame la Présidente.\n25-12345 2/2\n';
const ARABIC = [{ format: 'openfloor-words', version: 1, language: 'ar' }, { startMs: 1000, endMs: 2000, text: 'صباح الخير' }, { text: 'كلام بلا وقت' }, { startMs: 5000, endMs: 6000, text: 'شكرا' }]
  .map((line) => `${JSON.stringify(line)}\n`).join('');

async function house(database: Database) {
  const audit = createAuditLog(database);
  const deps = { database, clock: systemClock, audit };
  const [meetings, words, corrections] = [createMeetings(deps), createWords(deps), createCorrections(deps)];
  const { meeting } = await database.transaction((tx) => meetings.upsertFromFolder(localOperator(), tx, COUNCIL));
  return {
    words, corrections, meeting,
    publish: async (folder: string, files: readonly FolderWords[]) => {
      const texts = await words.read(folder, { words: files, recording: COUNCIL.recording });
      return database.transaction((tx) => words.replace(localOperator(), tx, meeting.id, texts));
    },
    /** Everything that is kept, without what belongs to this very database. */
    all: async () => Promise.all((await words.of(meeting.id)).map(async ({ id, meetingId: _meeting, ...text }) => ({
      text, readable: await words.forChannel(meeting.id, { key: text.channel, language: text.language }, text.kind).then((one) => one && { segments: one.segments, record: one.record }),
      changes: await corrections.history(localOperator(), id, { limit: 100 }),
    }))),
  };
}

const write = async (folder: string, files: Iterable<readonly [string, string]>) => {
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
};

describe('the texts of a meeting in its folder', () => {
  it('come back elsewhere as they were: words and their times, speakers, status, where they came from, and their history', async () => {
    await using here = await openTestDatabase();
    const one = await house(here);
    await write(root, [['fr.json', MACHINE], ['ar.jsonl', ARABIC], ['record.txt', RECORD]]);
    const [told, damaged] = await one.publish(root, [
      { kind: 'transcript', channel: 'fr', language: 'fr', file: 'fr.json', status: 'machine' }, { kind: 'captions', channel: 'ar', language: 'ar', file: 'ar.jsonl' },
      { kind: 'record', channel: null, language: 'fr', file: 'record.txt' },
    ]);
    expect(told).toMatchObject({ file: 'fr.json', damage: [], kept: 0 });
    expect(damaged?.damage.join()).toMatch(/line \d+ .*كلام بلا وقت/);
    const texts = await one.words.of(one.meeting.id);
    const [transcript, record] = [texts.find(({ kind }) => kind === 'transcript'), texts.find(({ kind }) => kind === 'record')];
    await one.corrections.correct(tokenActor('secretariat'), transcript!.id, { version: 1, corrections: [
      { do: 'set', segment: 2, text: 'La séance est ouverte.', speaker: 'La Présidente' }, { do: 'split', segment: 1, after: 'Bonjour' }, { do: 'remove', segment: 3 }, { do: 'add', startMs: 9000, endMs: 9500, text: 'Fin.' },
    ] });
    await one.corrections.undo(tokenActor('secretariat'), transcript!.id);
    await one.corrections.undo(tokenActor('secretariat'), transcript!.id, { change: 3 });

    await one.corrections.correct(tokenActor('secretariat'), record!.id, { version: 1, corrections: [{ do: 'set', segment: 1, text: 'Bonjour à toutes et à tous !' }], status: 'edited' });

    const folder = join(root, 'exported');
    const written = await one.words.toFolder(localOperator(), one.meeting.id, 'words');
    await write(folder, written.flatMap(({ files }) => [...files]));
    await using there = await openTestDatabase();
    const two = await house(there);
    expect(await two.publish(folder, written.map(({ entry }) => entry))).toMatchObject([{ damage: [] }, { damage: [] }, { damage: [] }]);
    expect(await two.all()).toEqual(await one.all());
    expect((await two.all())[0]?.text.provenance).toMatchObject({ untimed: [{ line: 3, text: 'كلام بلا وقت' }] });
    const again = await two.words.toFolder(localOperator(), two.meeting.id, 'words');
    expect(again).toEqual(written);

    // What people have set there goes on staying here, and the same again changes nothing.
    await two.publish(folder, written.map(({ entry }) => entry));
    expect(await two.all()).toEqual(await one.all());
    await write(root, [['fr.json', MACHINE.replace('et ouverte', 'est couverte')]]);
    await two.publish(root, [{ kind: 'transcript', channel: 'fr', language: 'fr', file: 'fr.json', status: 'machine' }]);
    const french = (await two.all()).find(({ text }) => text.kind === 'transcript')?.readable?.segments.map(({ text }) => text);
    expect(french).toEqual(['Bonjour', 'à tous.', 'La séance est ouverte.', 'Fin.']);
  });

  it.each([['{', 'can\'t be read'], ['words', 'the history of another text']])('come without a history that is wrong (%s), and it is said', async (wrong, says) => {
    await using database = await openTestDatabase();
    const { publish, words, meeting } = await house(database);
    await write(root, [['fr.json', MACHINE]]);
    await publish(root, [{ kind: 'transcript', channel: 'fr', language: 'fr', file: 'fr.json' }]);
    const [text] = await words.toFolder(localOperator(), meeting.id, 'words');
    await write(join(root, 'wrong'), text!.files);
    if (wrong === '{') await write(join(root, 'wrong'), [[text!.entry.history!, '{']]);
    else await write(join(root, 'wrong'), [[text!.entry.file, `${[...text!.files.values()][0]!.split('\n').slice(0, 3).join('\n')}\n`]]);
    await using there = await openTestDatabase();
    const other = await house(there);
    const [told] = await other.publish(join(root, 'wrong'), [text!.entry]);
    expect(told?.damage.join()).toContain(says);
    expect((await other.all())[0]?.readable?.segments.length).toBeGreaterThan(0);
  });

  it('are not for everybody to write out', async () => {
    await using database = await openTestDatabase();
    const { words, meeting } = await house(database);
    await expect(words.toFolder(publicActor(), meeting.id, 'words')).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a meeting that is published again', () => {
  it('keeps a text that the folder no longer has, if people have corrected it', async () => {
    await using database = await openTestDatabase();
    const { publish, words, corrections, meeting } = await house(database);
    await write(root, [['fr.json', MACHINE], ['ar.jsonl', ARABIC]]);
    const both: FolderWords[] = [{ kind: 'transcript', channel: 'fr', language: 'fr', file: 'fr.json' }, { kind: 'captions', channel: 'ar', language: 'ar', file: 'ar.jsonl' }];
    await publish(root, both);
    const channels = async () => (await words.of(meeting.id)).map(({ channel }) => channel);
    await publish(root, both.slice(0, 1));
    expect(await channels()).toEqual(['fr']);
    await publish(root, both);
    await corrections.correct(localOperator(), (await words.of(meeting.id))[0]!.id, { version: 1, corrections: [{ do: 'remove', segment: 1 }] });
    await publish(root, both.slice(0, 1));
    expect(await channels()).toEqual(['ar', 'fr']);
  });
});
