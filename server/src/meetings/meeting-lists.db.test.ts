import { describe, expect, it } from 'vitest';
import { localOperator, publicActor } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { createMeetings, type FolderBody, type MeetingFilter, type MeetingFolder } from './index.ts';
import { smallFolder } from './testing/sample-folder.ts';

const operator = localOperator();
const COUNCIL: FolderBody = { slug: 'council', name: { en: 'Council' }, parent: null };
const COMMITTEE: FolderBody = { slug: 'committee', name: {}, parent: COUNCIL };
const in2020 = (month: number): string => `2020-${String(month).padStart(2, '0')}-01T10:00:00.000Z`;
const places = (...paths: string[]) => paths.map((path) => ({ path, names: path.split('/').map(() => ({})) }));

const MEETINGS: readonly (Partial<MeetingFolder> & { readonly slug: string })[] = [
  { slug: 'march', starts: in2020(3), body: COUNCIL, categories: places('open/council', 'open/debates'), title: { en: 'Open debate', fr: 'Débat public' } },
  { slug: 'april', starts: in2020(4), body: COMMITTEE, categories: places('open/debates'), symbol: 'S/2020/4_0' },
  { slug: 'may', starts: in2020(5), body: COMMITTEE },
  { slug: 'february', starts: in2020(2), categories: places('openness') },
];

async function filled(database: Database) {
  const meetings = createMeetings({ database, clock: systemClock, audit: createAuditLog(database) });
  await database.transaction(async (tx) => {
    for (const folder of MEETINGS) {
      const { meeting } = await meetings.upsertFromFolder(operator, tx, smallFolder(folder));
      if (folder.slug !== 'may') await meetings.setState(operator, tx, meeting.id, 'publish');
    }
  });
  return meetings;
}

describe('a list of meetings', () => {
  it('shows the newest first, and to everybody what is public', async () => {
    await using database = await openTestDatabase();
    const meetings = await filled(database);
    const slugs = async (filter: MeetingFilter, actor = publicActor()) => (await meetings.list(actor, filter)).meetings.map(({ slug }) => slug);
    expect(await slugs({})).toEqual(['april', 'march', 'february']);
    expect(await slugs({}, operator)).toEqual(['may', 'april', 'march', 'february']);
    expect(await slugs({ state: 'draft' })).toEqual([]);
    expect(await slugs({ state: 'draft' }, operator)).toEqual(['may']);
    expect(await slugs({ body: 'council' })).toEqual(['april', 'march']);
    expect(await slugs({ body: 'committee' })).toEqual(['april']);
    expect(await slugs({ body: 'nobody' })).toEqual([]);
    expect(await slugs({ category: 'open' })).toEqual(['april', 'march']);
    expect(await slugs({ category: 'open/council' })).toEqual(['march']);
    expect(await slugs({ q: 'PUBLIC débat' })).toEqual(['march']);
    expect(await slugs({ q: '4_0' })).toEqual(['april']);
    expect(await slugs({ q: '%' })).toEqual([]);
    expect(await slugs({ q: '\u0000 \ud800' })).toEqual([]);
  });

  it('says of each what a card needs', async () => {
    await using database = await openTestDatabase();
    const [april] = (await (await filled(database)).list(publicActor())).meetings;
    expect(april).toMatchObject({ slug: 'april', body: { slug: 'committee', name: { und: 'Committee' } }, channels: [], floorLanguages: [], durationMs: null, starts: in2020(4) });
    expect(JSON.parse(JSON.stringify(april))).toEqual(april);
  });

  it('goes on where a page ended, though new meetings came', async () => {
    await using database = await openTestDatabase();
    const meetings = await filled(database);
    const first = await meetings.list(operator, { limit: 2 });
    expect(first.meetings.map(({ slug }) => slug)).toEqual(['may', 'april']);
    await database.transaction((tx) => meetings.upsertFromFolder(operator, tx, smallFolder({ slug: 'june', starts: in2020(6) })));
    const second = await meetings.list(operator, { limit: 2, before: first.next ?? '' });
    expect(second.meetings.map(({ slug }) => slug)).toEqual(['march', 'february']);
    expect(second.next).toBeNull();
    for (const before of ['', 'rubbish', Buffer.from('2020 x').toString('base64url')]) {
      await expect(meetings.list(operator, { before })).rejects.toMatchObject({ code: 'bad_request' });
    }
  });
});

describe('the trees', () => {
  it('count public meetings, once per place', async () => {
    await using database = await openTestDatabase();
    const meetings = await filled(database);
    expect(await meetings.listBodies()).toEqual([
      { slug: 'council', name: { en: 'Council' }, meetings: 1, total: 2, children: [
        { slug: 'committee', name: { und: 'Committee' }, meetings: 1, total: 1, children: [] },
      ] },
    ]);
    expect(await meetings.listCategories()).toEqual([
      { path: 'open', name: { und: 'Open' }, meetings: 0, total: 2, children: [
        { path: 'open/council', name: { und: 'Council' }, meetings: 1, total: 1, children: [] },
        { path: 'open/debates', name: { und: 'Debates' }, meetings: 2, total: 2, children: [] },
      ] },
      { path: 'openness', name: { und: 'Openness' }, meetings: 1, total: 1, children: [] },
    ]);
  });

  it('refuse a body that would be part of itself', async () => {
    await using database = await openTestDatabase();
    const meetings = await filled(database);
    const upsideDown = smallFolder({ body: { ...COUNCIL, parent: { slug: 'committee', name: {}, parent: null } } });
    await expect(database.transaction((tx) => meetings.upsertFromFolder(operator, tx, upsideDown))).rejects.toMatchObject({ code: 'validation_failed' });
  });
});
