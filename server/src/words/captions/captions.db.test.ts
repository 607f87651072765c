import { describe, expect, it } from 'vitest';
import { localOperator } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { createMeetings, singleFileFolder } from '#meetings/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { createWords, type NewText } from '../index.ts';
import { Captions } from './captions.service.ts';

const COUNCIL = singleFileFolder({ file: 'council.wav', title: 'Council', slug: 'council' }, { picture: null, audio: [{ language: 'fr', title: null }] });
const french = (text: string): NewText => ({
  kind: 'captions', channel: 'fr', language: 'fr', status: 'edited', provenance: null,
  segments: [{ startMs: 1000, endMs: 3000, text, words: null, speaker: null, language: null }],
});

describe('captions of texts as they are kept', () => {
  it('change their address with their words, and with nothing else', async () => {
    await using database = await openTestDatabase();
    const audit = createAuditLog(database);
    const meetings = createMeetings({ database, clock: systemClock, audit });
    const words = createWords({ database, clock: systemClock, audit });
    const { meeting } = await database.transaction((tx) => meetings.upsertFromFolder(localOperator(), tx, COUNCIL));
    const write = (text: string) => database.transaction((tx) => words.replace(localOperator(), tx, meeting.id, [french(text)]));
    // One server that has seen every state, and another that begins anew: both name the same words alike.
    const open = () => new Captions({ words, timelines: { timelineOf: async () => ({ startsAtMs: null, parts: [{ startMs: 0, durationMs: 5000 }] }) } });
    const captions = open();
    const addressIn = (playlist: string): string => /fr\.fr\/([\w-]{12})\/0\.vtt/.exec(playlist)?.[1] ?? '';
    const address = async (of: Captions): Promise<string> => addressIn(await of.playlist(meeting.id, 'fr.fr'));
    await write('Bonjour');
    const first = await address(captions);
    await write('Bonjour à tous');
    const second = await address(captions);
    expect(second).not.toBe(first);
    expect(await address(open())).toBe(second);
    expect(await captions.segment(meeting.id, 'fr.fr', { tag: first, index: 0 })).toMatchObject({ text: expect.stringContaining('Bonjour à tous') as string, asAsked: false });
    await write('Bonjour');
    expect(await address(captions)).toBe(first);
  });
});
