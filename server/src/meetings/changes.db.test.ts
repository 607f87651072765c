import { describe, expect, it } from 'vitest';
import { localOperator, publicActor } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { createMeetings } from './index.ts';
import { smallFolder } from './testing/sample-folder.ts';

const operator = localOperator();

describe('the list of changes', () => {
  it('goes from the oldest change to the newest, page by page, and comes back for what is new', async () => {
    await using database = await openTestDatabase();
    let minute = 0;
    const at = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString();
    const meetings = createMeetings({ database, clock: { now: () => new Date(at(minute++)) }, audit: createAuditLog(database) });
    for (const slug of ['one', 'two', 'three']) {
      await database.transaction(async (tx) => {
        const { meeting } = await meetings.upsertFromFolder(operator, tx, smallFolder({ slug }));
        await meetings.setState(operator, tx, meeting.id, 'publish');
      });
    }
    await database.transaction(async (tx) => { await meetings.upsertFromFolder(operator, tx, smallFolder({ slug: 'draft' })); });
    const slugs = async (filter: Parameters<typeof meetings.changes>[1], actor = publicActor()) => (await meetings.changes(actor, filter)).meetings.map((one) => one.slug);
    expect(await slugs({})).toEqual(['one', 'two', 'three']);
    expect(await slugs({}, operator)).toEqual(['one', 'two', 'three', 'draft']);

    const first = await meetings.changes(publicActor(), { limit: 2 });
    expect([first.meetings.map(({ slug }) => slug), first.next === null]).toEqual([['one', 'two'], false]);
    const last = await meetings.changes(publicActor(), { limit: 2, cursor: first.next ?? '' });
    expect([last.meetings.map(({ slug }) => slug), last.next]).toEqual([['three'], null]);

    const since = last.meetings[0]?.updatedAt ?? '';
    await meetings.withdraw(operator, 'one');
    expect((await meetings.changes(publicActor(), { updatedSince: since })).meetings.map(({ slug, state }) => [slug, state]))
      .toEqual([['three', 'published'], ['one', 'withdrawn']]);
    await database.transaction(async (tx) => {
      await meetings.remove(operator, tx, 'two');
      await meetings.remove(operator, tx, 'draft');
    });
    expect((await meetings.changes(publicActor(), { updatedSince: since })).meetings.map(({ slug, state }) => [slug, state]))
      .toEqual([['three', 'published'], ['one', 'withdrawn'], ['two', 'removed']]);
    expect(await walked(meetings, 1)).toEqual(['three', 'one', 'two']);
    await expect(meetings.changes(publicActor(), { cursor: 'elsewhere' })).rejects.toMatchObject({ code: 'bad_request' });
  });

  it('tells of a meeting that became a draft again, until it is back', async () => {
    await using database = await openTestDatabase();
    let second = 0;
    const meetings = createMeetings({ database, clock: { now: () => new Date(Date.UTC(2026, 0, 1) + 1000 * second++) }, audit: createAuditLog(database) });
    const step = (id: string, name: 'schedule' | 'unschedule') => database.transaction((tx) => meetings.setState(operator, tx, id, name));
    const told = async (actor = publicActor()) => (await meetings.changes(actor)).meetings.map(({ slug, state }) => [slug, state]);
    const { meeting: { id } } = await database.transaction((tx) => meetings.upsertFromFolder(operator, tx, smallFolder({ slug: 'soon' })));
    await step(id, 'schedule');
    await step(id, 'unschedule');
    expect([await told(), await told(operator)]).toEqual([[['soon', 'removed']], [['soon', 'draft']]]);
    await step(id, 'schedule');
    expect(await told()).toEqual([['soon', 'scheduled']]);
  });
});

async function walked(meetings: ReturnType<typeof createMeetings>, limit: number): Promise<readonly string[]> {
  const slugs: string[] = [];
  for (let cursor: string | undefined; ;) {
    const { meetings: page, next } = await meetings.changes(publicActor(), { limit, ...(cursor !== undefined && { cursor }) });
    slugs.push(...page.map(({ slug }) => slug));
    if (next === null) return slugs;
    cursor = next;
  }
}
