import { describe, expect, it } from 'vitest';
import { localOperator, publicActor } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { createMeetings, writeMeetingYaml, type MeetingFolder } from './index.ts';
import { folderOf, FULL_YAML, smallFolder } from './testing/sample-folder.ts';

const operator = localOperator();
const open = (database: Database) => createMeetings({ database, clock: systemClock, audit: createAuditLog(database) });
const store = (database: Database, folder: MeetingFolder, meetingId?: string) =>
  database.transaction((tx) => open(database).upsertFromFolder(operator, tx, folder, meetingId === undefined ? {} : { meetingId }));

describe('a meeting made from a folder', () => {
  it('comes back as the same folder, all but the files', async () => {
    await using database = await openTestDatabase();
    const folder = folderOf(FULL_YAML);
    const { meeting, created } = await store(database, folder);
    expect(created).toBe(true);
    const back = await open(database).toFolder(operator, meeting.id);
    expect(back).toEqual({
      ...folder, words: [], recording: { channels: folder.recording?.channels, parts: [] },
      // Two turns name one speaker, who has the names of both.
      interventions: folder.interventions.map((turn) =>
        (turn.speaker.slug === 'jane-doe' ? { ...turn, speaker: { slug: 'jane-doe', name: { en: 'Jane Doe', ar: 'جين دو' } } } : turn)),
    });
    const complete = { ...back, words: folder.words, recording: folder.recording };
    expect(folderOf(writeMeetingYaml(complete))).toEqual(complete);
  });

  it('is read as one detail with everything in it', async () => {
    await using database = await openTestDatabase();
    const { meeting } = await store(database, folderOf(FULL_YAML));
    const detail = await open(database).get(operator, 'ssr-2020');
    expect(detail).toMatchObject({
      id: meeting.id, slug: 'security-sector-reform', state: 'draft', version: 1,
      starts: '2020-12-03T15:00:00.000Z', timezone: 'America/New_York', symbol: 'S/2020/0000', durationMs: null,
      body: { slug: 'security-council', name: { en: 'Security Council' }, parents: [{ slug: 'united-nations', name: { en: 'United Nations' } }] },
      series: { slug: 'peace-and-security' },
      categories: [{ path: 'meetings-events/security-council', name: { en: 'Security Council' } }, { path: 'general-debate', name: { und: 'General debate' } }],
      topics: [{ slug: 'security-sector-reform' }, { slug: 'peacekeeping', label: { und: 'Peacekeeping' } }],
    });
    expect(detail.interventions.map(({ speaker, agendaItemId }) => [speaker.slug, agendaItemId])).toEqual([
      ['jane-doe', detail.agenda[0]?.id], ['j-dupont-2', detail.agenda[1]?.id], ['jane-doe', null],
    ]);
    expect(detail.channels.map(({ key, language }) => `${key} ${language}`)).toEqual(['floor mul', 'fr fr', 'fr-2 fr', 'zh zh', 'sign ase']);
    expect(detail.channels[1]?.gaps).toEqual([{ startMs: 5000, endMs: 7250 }]);
    expect(JSON.parse(JSON.stringify(detail))).toEqual(detail);
  });

  it('keeps its id, its address and the ids of its parts when it is published again', async () => {
    await using database = await openTestDatabase();
    const folder = folderOf(FULL_YAML);
    const { meeting } = await store(database, folder);
    const before = await open(database).get(operator, meeting.id);
    const corrected: MeetingFolder = {
      ...folder, slug: null, title: { en: 'Corrected' }, agenda: folder.agenda.slice(0, 1), categories: [],
      interventions: folder.interventions.slice(0, 1), documents: [],
      recording: { parts: [], channels: [...folder.recording?.channels ?? []].slice(0, 3).toReversed().map((channel) => (
        channel.role === 'floor' ? { ...channel, role: 'interpretation' } : channel.key === 'fr' ? { ...channel, role: 'floor' } : channel)) },
    };
    const again = await store(database, corrected, meeting.id);
    expect(again).toMatchObject({ created: false, meeting: { id: meeting.id, slug: 'security-sector-reform', version: 2 } });
    const after = await open(database).get(operator, meeting.id);
    expect(after.title).toEqual({ en: 'Corrected' });
    expect(after.agenda.map(({ id }) => id)).toEqual([before.agenda[0]?.id]);
    expect(after.interventions.map(({ id }) => id)).toEqual([before.interventions[0]?.id]);
    expect(after.channels.map(({ key, role }) => `${key} ${role}`)).toEqual(['fr-2 relay', 'fr floor', 'floor interpretation']);
    expect(new Set(after.channels.map(({ id }) => id))).toEqual(new Set(before.channels.slice(0, 3).map(({ id }) => id)));
    expect(after.documents).toEqual([]);
  });

  it('keeps its channels when only its words are corrected', async () => {
    await using database = await openTestDatabase();
    const folder = folderOf(FULL_YAML);
    await store(database, folder);
    const { meeting } = await store(database, { ...folder, recording: null });
    expect(meeting.channels.map(({ key }) => key)).toEqual(['floor', 'fr', 'fr-2', 'zh', 'sign']);
  });

  it('makes an address of its own when another meeting has the same title', async () => {
    await using database = await openTestDatabase();
    const slugs = await Promise.all([1, 2, 3, 4].map(async () => (await store(database, smallFolder())).meeting.slug));
    expect(slugs.toSorted()).toEqual(['a-small-meeting', 'a-small-meeting-2', 'a-small-meeting-3', 'a-small-meeting-4']);
  });

  it('refuses an address that was another meeting\'s, and leaves nothing behind', async () => {
    await using database = await openTestDatabase();
    await store(database, smallFolder({ slug: 'one', formerSlugs: ['before'] }));
    const { meeting } = await store(database, smallFolder({ slug: 'two' }));
    await expect(store(database, smallFolder({ slug: 'before' }), meeting.id)).rejects.toMatchObject({ code: 'name_taken', details: { name: 'before' } });
    await expect(store(database, smallFolder({ slug: 'three', formerSlugs: ['one'] }))).rejects.toMatchObject({ code: 'name_taken' });
    expect((await open(database).list(operator)).meetings).toHaveLength(2);
  });

  it('refuses an unknown meeting and somebody who may not', async () => {
    await using database = await openTestDatabase();
    const nobody = '00000000-0000-4000-8000-000000000000';
    await expect(store(database, smallFolder(), nobody)).rejects.toMatchObject({ code: 'meeting_not_found' });
    await expect(database.transaction((tx) => open(database).upsertFromFolder(publicActor(), tx, smallFolder()))).rejects.toMatchObject({ code: 'forbidden' });
  });
});
