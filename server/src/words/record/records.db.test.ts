import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localOperator } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { createMeetings, parseMeetingYaml, type MeetingFolder } from '#meetings/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { createWords } from '../index.ts';
import { bringIn } from '../correct/bring-in.ts';
import { TextRepo } from '../texts.repo.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'openfloor-record-'));
  await writeFile(join(root, 'fr.vtt'), FRENCH);
  await writeFile(join(root, 'record.fr.txt'), RECORD);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const RECORD = `Conseil A/80/PV.2
La séance est ouverte à 10 heures.
La Présidente (parle en anglais) : Je donne la parole au représentant de la Syldavie.
M. Roux (Syldavie) : La Syldavie a voté pour la résolution 2732 (2024). La récolte est
perdue depuis que le fleuve a débordé.
25-12345 2/2
A/80/PV.2 Inondations 12/11/2025
Nous en appelons au Conseil.
La séance est levée à 10 h 5.
`;
const FRENCH = `WEBVTT

00:02.000 --> 00:05.000
La parole est au représentant de la Syldavie.

00:06.000 --> 00:07.500
Merci, Madame la Présidente.

00:08.000 --> 00:13.000
Mon pays a soutenu la résolution 2732.

00:14.000 --> 00:19.000
Le fleuve a débordé et notre récolte, elle est perdue.

00:20.000 --> 00:23.000
Nous nous tournons vers le Conseil.
`;
const CAPTIONS = '  - { kind: captions, channel: fr, file: fr.vtt }\n';
function folderWith(words: string): MeetingFolder {
  const parsed = parseMeetingYaml(`schema: openfloor/meeting/1
title: { en: Council }
slug: council
interventions: [ { speaker: { fr: Roux }, capacity: { fr: Syldavie }, language: fr, start: 5 } ]
recording:
  channels: [ { id: floor, role: floor, language: mul }, { id: fr, role: interpretation, language: fr } ]
  parts: [ { file: a.mkv } ]
words:
${words}`);
  if (!parsed.ok) throw new Error('the folder of the test is wrong');
  return parsed.folder;
}

async function publish(database: Database, words: string) {
  const meetings = createMeetings({ database, clock: systemClock, audit: createAuditLog(database) });
  const service = createWords({ database, clock: systemClock, audit: createAuditLog(database) });
  const folder = folderWith(words);
  const texts = await service.read(root, folder, 30_000);
  const { meeting } = await database.transaction((tx) => meetings.upsertFromFolder(localOperator(), tx, folder));
  await database.transaction((tx) => service.replace(localOperator(), tx, meeting.id, texts));
  return { service, meeting, record: await service.forChannel(meeting.id, { key: 'fr', language: 'fr' }, 'record') };
}

describe('an official record in a meeting folder', () => {
  it('comes beside the channel of its language, at the times when it was said', async () => {
    await using database = await openTestDatabase();
    const { service, meeting, record } = await publish(database, `${CAPTIONS}  - { kind: record, language: fr, file: record.fr.txt }\n`);
    expect(record).toMatchObject({
      kind: 'record', channel: 'fr', language: 'fr', status: 'final', provenance: { file: 'record.fr.txt', damage: [] },
      segments: [
        { startMs: 2000, speaker: 'La Présidente', turn: 0 }, { startMs: 8000, speaker: 'M. Roux', turn: 1, paragraph: 0 },
        { startMs: 14_000, text: 'La récolte est perdue depuis que le fleuve a débordé.', doubtful: false }, { startMs: 20_000, paragraph: 1 },
      ],
      record: {
        placedBy: 'words',
        turns: [{ speaker: 'La Présidente', chair: true, spoken: 'en', startMs: 2000 }, { speaker: 'M. Roux', capacity: 'Syldavie', spoken: 'fr', startMs: 6000 }],
        stages: [{ text: 'La séance est ouverte à 10 heures.' }, { text: 'La séance est levée à 10 h 5.' }],
        removed: [{ why: 'front matter', line: 1 }, { why: 'page number', line: 6 }, { why: 'running head', line: 7 }],
      },
    });
    expect(await service.channelsWithTexts(meeting.id)).toEqual({ withWords: new Set(['fr']), withRecord: new Set(['fr']) });
  });

  it('is never taken for what is heard', async () => {
    await using database = await openTestDatabase();
    const { service, meeting } = await publish(database, '  - { kind: record, language: fr, file: record.fr.txt }\n');
    expect(await service.forChannel(meeting.id, { key: 'fr', language: 'fr' })).toBeNull();
  });

  it('is placed by the interventions, and again by the words once there is a transcript', async () => {
    await using database = await openTestDatabase();
    const { service, meeting, record } = await publish(database, '  - { kind: record, language: fr, file: record.fr.txt }\n');
    expect(record?.record?.placedBy).toBe('interventions and pauses');
    expect(record?.segments.map(({ startMs }) => startMs)).not.toEqual([2000, 8000, 14_000, 20_000]);
    const captions = await service.read(root, folderWith(CAPTIONS), 30_000);
    await database.transaction(async (tx) => {
      // As a recogniser brings it: beside the record, which stays.
      const writing = { store: new TextRepo(tx), clock: systemClock, audit: createAuditLog(database), actor: localOperator(), tx };
      for (const text of captions) await bringIn(writing, meeting.id, text);
      await service.placeRecordsAgain(localOperator(), tx, meeting.id);
    });
    const again = await service.forChannel(meeting.id, { key: 'fr', language: 'fr' }, 'record');
    expect(again?.record?.placedBy).toBe('words');
    expect(again?.segments.map(({ startMs }) => startMs)).toEqual([2000, 8000, 14_000, 20_000]);
    expect(again?.record?.removed).toEqual(record?.record?.removed);
  });

  it('is placed by the pauses once somebody has listened, and keeps its version where nothing moves', async () => {
    await using database = await openTestDatabase();
    const { service, meeting, record } = await publish(database, '  - { kind: record, language: fr, file: record.fr.txt }\n');
    const speech = new Map([['fr', [[2000, 4500], [6200, 7200], [8000, 12_800], [14_000, 18_700], [20_000, 22_500], [26_000, 29_000]].map(([startMs = 0, endMs = 0]) => ({ startMs, endMs }))]]);
    const again = async () => {
      await database.transaction((tx) => service.placeRecordsAgain(localOperator(), tx, meeting.id, speech));
      return service.forChannel(meeting.id, { key: 'fr', language: 'fr' }, 'record');
    };
    const placed = await again();
    expect(placed?.version).toBe((record?.version ?? 0) + 1);
    expect(placed?.record?.turns[1]?.startMs).toBe(6200);
    expect((await again())?.version).toBe(placed?.version);
  });

  it('is read from a DOCX', async () => {
    await using database = await openTestDatabase();
    const xml = `<?xml version="1.0"?><w:document xmlns:w="urn:w"><w:body>${RECORD.split('\n').filter((line) => !/^(?:25-|A\/80)/.test(line)).map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`;
    await writeFile(join(root, 'record.docx'), zip('word/document.xml', xml));
    const { record } = await publish(database, `${CAPTIONS}  - { kind: record, language: fr, file: record.docx }\n`);
    expect(record?.record?.turns.map(({ speaker }) => speaker)).toEqual(['La Présidente', 'M. Roux']);
  });

  it.each([
    ['PK\u0003\u0004 broken', 'archive'], ['%PDF-1.7', 'PDF'], ['Nobody speaks here.', 'Nobody speaks'],
  ])('is refused with a sentence: %s', async (text, says) => {
    await using database = await openTestDatabase();
    await writeFile(join(root, 'bad.txt'), text);
    const service = createWords({ database, clock: systemClock, audit: createAuditLog(database) });
    await expect(service.read(root, folderWith('  - { kind: record, language: fr, file: bad.txt }\n'))).rejects.toMatchObject({ code: 'folder_invalid', details: { file: 'bad.txt', problem: expect.stringContaining(says) as string } });
  });
});

/** A ZIP archive with one file. */
function zip(name: string, text: string): Buffer {
  const packed = deflateRawSync(Buffer.from(text));
  const names = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(names.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt16LE(names.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + names.length, 12);
  end.writeUInt32LE(local.length + names.length + packed.length, 16);
  return Buffer.concat([local, names, packed, entry, names, end]);
}
