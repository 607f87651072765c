import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localOperator, publicActor, tokenActor } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { createMeetings, singleFileFolder, type FolderWords } from '#meetings/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import { dataVersion, type Database } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { createCorrections, createWords } from '../index.ts';
import type { Correction } from './correction.domain.ts';

let root: string;
beforeAll(async () => { root = await mkdtemp(join(tmpdir(), 'openfloor-corrections-')); });
afterAll(() => rm(root, { recursive: true, force: true }));

const COUNCIL = singleFileFolder({ file: 'council.wav', title: 'Council', slug: 'council' }, { picture: null, audio: [{ language: 'fr', title: null }] });
const FRENCH = 'WEBVTT\n\n00:01.000 --> 00:02.500\nBonjour à tous.\n\n00:03.000 --> 00:06.000\nLa séance et ouverte.\n\n00:07.000 --> 00:09.000\nMerci.\n';
const CHANNEL = { key: 'fr', language: 'fr' };
const secretariat = tokenActor('secretariat');

async function withText(database: Database, status: FolderWords['status'] = 'machine') {
  const audit = createAuditLog(database);
  const meetings = createMeetings({ database, clock: systemClock, audit });
  const heard: string[] = [];
  const changed = async (_tx: unknown, meetingId: string) => { heard.push(meetingId); };
  const words = createWords({ database, clock: systemClock, audit, changed });
  const corrections = createCorrections({ database, clock: systemClock, audit, changed });
  const { meeting } = await database.transaction((tx) => meetings.upsertFromFolder(localOperator(), tx, COUNCIL));
  const publish = async (text: string, more: Partial<FolderWords> = {}) => {
    await writeFile(join(root, 'fr.vtt'), text);
    const read = await words.read(root, { words: [{ kind: 'captions', channel: 'fr', language: 'fr', file: 'fr.vtt', ...(status && { status }), ...more }] });
    return database.transaction((tx) => words.replace(localOperator(), tx, meeting.id, read));
  };
  await publish(FRENCH);
  const text = async () => (await words.forChannel(meeting.id, CHANNEL))!;
  const { id } = await text();
  const correct = async (...wanted: readonly Correction[]) => corrections.correct(secretariat, id, { version: (await text()).version, corrections: wanted });
  const said = async () => (await text()).segments.map((one) => [one.id, one.text]);
  return { heard, audit, words, corrections, meeting, id, publish, text, correct, said };
}

describe('a correction of a text', () => {
  it('is there for readers at once, with its history, its audit row and a new state of the data', async () => {
    await using database = await openTestDatabase();
    const { audit, corrections, id, text, correct } = await withText(database);
    const before = await dataVersion(database);
    await correct({ do: 'set', segment: 2, text: 'La séance est ouverte.', speaker: ' La Présidente ' });
    expect(await dataVersion(database)).not.toBe(before);
    expect(await text()).toMatchObject({ version: 2, status: 'machine', segments: [
      { id: 1, edited: [] }, { id: 2, text: 'La séance est ouverte.', speaker: 'La Présidente', edited: ['text', 'speaker'] }, { id: 3, edited: [] },
    ] });
    const [change, first] = await corrections.history(secretariat, id, { limit: 10 });
    expect(change).toMatchObject({ number: 2, version: 2, by: 'token secretariat', deed: 'correct', undoneBy: null, before: { segments: [{ id: 2, text: 'La séance et ouverte.', speaker: null }] }, after: { segments: [{ id: 2, text: 'La séance est ouverte.' }] } });
    expect(first).toMatchObject({ number: 1, deed: 'create', by: 'local operator', before: { segments: [] }, after: { segments: [] } });
    expect((await audit.list(localOperator(), { subject: { type: 'text', id } })).map(({ action, actor }) => [action, actor])).toEqual([['text.correct', 'token secretariat'], ['text.create', 'local operator']]);
  });

  it('fills what an aligner found missing, which moves with the recording, comes back and goes out as all else', async () => {
    await using database = await openTestDatabase();
    const { words, corrections, meeting, id, text, correct, publish } = await withText(database);
    const holes = async () => (await text()).holes.map(({ startMs, endMs }) => [startMs, endMs]);
    const { version, segments } = await text();
    await corrections.align(localOperator(), id, segments, [{ startMs: 10_000, endMs: 30_000 }, { startMs: 60_000, endMs: 62_000 }]);
    expect(await holes()).toEqual([[10_000, 30_000], [60_000, 62_000]]);
    await correct({ do: 'add', startMs: 15_000, endMs: 18_000, text: 'Nous commençons.' });
    expect(await holes()).toEqual([[10_000, 15_000], [18_000, 30_000], [60_000, 62_000]]);
    await corrections.undo(secretariat, id);
    const laidAt = (fileStart: number) => [{ file: 'a', pieces: [{ fileStart, fileEnd: 90_000, meetingStart: 0 }] }];
    const move = (from: number, to: number) => database.transaction((tx) => words.follow(localOperator(), tx, meeting.id, {
      durationMs: 90_000, interventions: [], brought: () => false, of: () => ({ sound: { was: 's', is: 's' }, move: { from: laidAt(from), to: laidAt(to) } }),
    }));
    await move(0, 40_000);
    expect(await holes()).toEqual([[20_000, 22_000]]);
    await move(40_000, 0);
    expect(await holes()).toEqual([[10_000, 30_000], [60_000, 62_000]]);
    const [out] = await words.toFolder(localOperator(), meeting.id, 'w');
    expect([...(out?.files.values() ?? [])][0]).toContain('"holes":[{"startMs":10000,"endMs":30000},{"startMs":60000,"endMs":62000}]');
    await corrections.undo(secretariat, id, { change: 2 });
    expect(await holes()).toEqual([]);
    await corrections.align(localOperator(), id, segments, [{ startMs: 10_000, endMs: 30_000 }]);
    await publish(FRENCH.replace('Merci.', 'Merci beaucoup.'));
    expect([await holes(), version]).toEqual([[], 1]);
  });

  it('is told to those who go by the words, and nothing is where nothing is different', async () => {
    await using database = await openTestDatabase();
    const { heard, meeting, corrections, id, correct } = await withText(database);
    heard.length = 0;
    await correct({ do: 'set', segment: 2, text: 'La séance est ouverte.' });
    expect(heard).toEqual([meeting.id]);
    await correct({ do: 'set', segment: 2, text: 'La séance est ouverte.' });
    expect(heard).toHaveLength(1);
    await corrections.undo(secretariat, id);
    expect(heard).toHaveLength(2);
  });

  it('stays when the text comes in anew, and the way back takes the whole of it', async () => {
    await using database = await openTestDatabase();
    const { corrections, id, publish, correct, said } = await withText(database);
    await correct({ do: 'set', segment: 2, text: 'La séance est ouverte.' }, { do: 'remove', segment: 3 }, { do: 'split', segment: 1, after: 'Bonjour' });
    const corrected = await said();
    const [told] = await publish(FRENCH.replace('Bonjour à tous', 'Bonsoir à tous').replace('et ouverte', 'êtes ouverte') + '\n00:10.000 --> 00:12.000\nEncore ceci.\n');
    expect(told).toMatchObject({ kept: 3, final: false });
    expect(await said()).toEqual([...corrected, [5, 'Encore ceci.']]);
    const undone = await corrections.undo(secretariat, id);
    expect(undone.change).toMatchObject({ deed: 'undo', undoes: 3 });
    expect(await said()).toEqual(corrected);
    await corrections.undo(secretariat, id);
    expect(await said()).toEqual([[1, 'Bonjour à tous.'], [2, 'La séance et ouverte.'], [3, 'Merci.']]);
    await expect(corrections.undo(secretariat, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('stays in a new alignment, which is taken back like everything else', async () => {
    await using database = await openTestDatabase();
    const { corrections, id, correct, text } = await withText(database);
    await correct({ do: 'set', segment: 3, startMs: 7500 });
    const times = async () => (await text()).segments.map(({ id: number, startMs }) => [number, startMs]);
    await corrections.align(localOperator(), id, [1, 2, 3].map((number) => ({ id: number, startMs: number * 1000 + 111, endMs: number * 1000 + 900, words: null, confidence: 0.25, unspoken: true })));
    expect(await times()).toEqual([[1, 1111], [2, 2111], [3, 7500]]);
    expect((await text()).segments.map(({ confidence, unspoken }) => [confidence, unspoken])).toEqual([[0.25, true], [0.25, true], [null, false]]);
    await corrections.undo(secretariat, id);
    expect(await times()).toEqual([[1, 1000], [2, 3000], [3, 7500]]);
  });
});

describe('people who correct at the same time', () => {
  it('do not overwrite what they have not read, and do not disturb each other elsewhere', async () => {
    await using database = await openTestDatabase();
    const { corrections, id, correct, said } = await withText(database);
    await correct({ do: 'set', segment: 2, text: 'La séance est ouverte.' });
    await corrections.correct(secretariat, id, { version: 1, corrections: [{ do: 'set', segment: 3, text: 'Merci à vous.' }] });
    await expect(corrections.correct(localOperator(), id, { version: 1, corrections: [{ do: 'set', segment: 2, text: 'Autre chose.' }] })).rejects.toMatchObject({
      code: 'text_changed', message: 'Segment 2 was changed by token secretariat after version 1; now it says: La séance est ouverte.',
    });
    await expect(corrections.correct(localOperator(), id, { version: 3, corrections: [{ do: 'remove', segment: 1 }] }, { expected: 2 })).rejects.toMatchObject({ code: 'version_differs', status: 412 });
    await expect(corrections.correct(localOperator(), id, { version: 99, corrections: [{ do: 'remove', segment: 1 }] })).rejects.toMatchObject({ code: 'version_differs' });
    const [one, two] = await Promise.allSettled([1, 2].map((n) => corrections.correct(localOperator(), id, { version: 3, corrections: [{ do: 'set', segment: 1, text: `Bonjour ${n}.` }] })));
    expect(new Set([one?.status, two?.status])).toEqual(new Set(['fulfilled', 'rejected']));
    expect((await said()).map(([number]) => number)).toEqual([1, 2, 3]);
  });

  it('change all or nothing', async () => {
    await using database = await openTestDatabase();
    const { correct, said, text } = await withText(database);
    await expect(correct({ do: 'set', segment: 1, text: 'Bonsoir.' }, { do: 'remove', segment: 9 })).rejects.toMatchObject({ code: 'not_found', message: 'There is no segment 9.' });
    expect(await said()).toContainEqual([1, 'Bonjour à tous.']);
    expect(await text()).toMatchObject({ version: 1 });
  });
});

describe('undo', () => {
  it('says which later change stands in the way, and can itself be undone', async () => {
    await using database = await openTestDatabase();
    const { corrections, id, correct, said } = await withText(database);
    await correct({ do: 'set', segment: 1, text: 'Bonsoir.' });
    await correct({ do: 'set', segment: 3, text: 'Merci bien.' });
    await correct({ do: 'set', segment: 1, text: 'Bonsoir à tous.' });
    await expect(corrections.undo(secretariat, id, { change: 2 })).rejects.toMatchObject({ code: 'undo_in_the_way', message: 'Change 2 cannot be undone: what it changed was changed again by change 4.' });
    await corrections.undo(secretariat, id, { change: 4 });
    await corrections.undo(secretariat, id, { change: 2 });
    expect(await said()).toEqual([[1, 'Bonjour à tous.'], [2, 'La séance et ouverte.'], [3, 'Merci bien.']]);
    await corrections.undo(secretariat, id, { change: 6 });
    expect((await said())[0]).toEqual([1, 'Bonsoir.']);
    await expect(corrections.undo(secretariat, id, { change: 4 })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the status of a text', () => {
  it('is set by people; a final text is changed by nobody until it is edited again', async () => {
    await using database = await openTestDatabase();
    const { corrections, id, correct, publish, said, text } = await withText(database);
    await corrections.correct(secretariat, id, { version: 1, corrections: [], status: 'final' });
    await expect(correct({ do: 'remove', segment: 1 })).rejects.toMatchObject({ code: 'text_final', status: 409 });
    await expect(corrections.align(localOperator(), id, [])).rejects.toMatchObject({ code: 'text_final' });
    expect(await publish(FRENCH.replace('Merci.', 'Rien.'))).toMatchObject([{ final: true }]);
    expect((await said())[2]).toEqual([3, 'Merci.']);
    await corrections.correct(secretariat, id, { version: 2, corrections: [{ do: 'remove', segment: 1 }], status: 'edited' });
    expect(await text()).toMatchObject({ status: 'edited', version: 3, segments: [{ id: 2 }, { id: 3 }] });
    await corrections.undo(secretariat, id);
    expect(await text()).toMatchObject({ status: 'final', segments: [{ id: 1 }, { id: 2 }, { id: 3 }] });
  });

  it('and all else is nobody’s to change or to look into without the permission', async () => {
    await using database = await openTestDatabase();
    const { corrections, id } = await withText(database);
    const nobody = publicActor();
    for (const deed of [() => corrections.correct(nobody, id, { version: 1, corrections: [] }), () => corrections.undo(nobody, id), () => corrections.align(nobody, id, []), () => corrections.history(nobody, id, { limit: 1 })]) {
      await expect(deed()).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});
