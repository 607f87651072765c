import { describe, expect, it } from 'vitest';
import { localOperator, publicActor } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import type { Database } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { createMeetings, type MeetingFolder, type MeetingStep } from './index.ts';
import { folderOf, FULL_YAML, smallFolder } from './testing/sample-folder.ts';

const operator = localOperator();

function open(database: Database) {
  let time = Date.parse('2026-01-01T00:00:00Z');
  const audit = createAuditLog(database);
  const meetings = createMeetings({ database, audit, clock: { now: () => new Date(time += 1000) } });
  return {
    audit,
    meetings,
    add: async (folder: MeetingFolder, ...steps: MeetingStep[]) => database.transaction(async (tx) => {
      const { meeting } = await meetings.upsertFromFolder(operator, tx, folder);
      for (const step of steps) await meetings.setState(operator, tx, meeting.id, step);
      return meeting;
    }),
    step: (id: string, step: MeetingStep) => database.transaction((tx) => meetings.setState(operator, tx, id, step)),
    remove: (slug: string) => database.transaction((tx) => meetings.remove(operator, tx, slug)),
  };
}

describe('the states of a meeting', () => {
  it('are shown to those who may see them', async () => {
    await using database = await openTestDatabase();
    const { meetings, add, step } = open(database);
    const { id } = await add(smallFolder({ slug: 'm' }));
    const everybody = publicActor();
    await expect(meetings.get(everybody, 'm')).rejects.toMatchObject({ code: 'meeting_not_found' });
    await step(id, 'publish');
    expect((await meetings.get(everybody, 'm')).state).toBe('published');
    expect((await meetings.withdraw(operator, 'm')).state).toBe('withdrawn');
    await expect(meetings.get(everybody, 'm')).rejects.toMatchObject({ code: 'meeting_withdrawn', status: 410 });
    expect((await meetings.get(operator, 'm')).state).toBe('withdrawn');
    await expect(meetings.withdraw(everybody, 'm')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(meetings.withdraw(operator, 'nothing')).rejects.toMatchObject({ code: 'meeting_not_found' });
  });

  it('refuse a step that does not fit, and change nothing then', async () => {
    await using database = await openTestDatabase();
    const { meetings, add, step, audit } = open(database);
    const { id } = await add(smallFolder());
    await expect(step(id, 'withdraw')).rejects.toMatchObject({ code: 'meeting_bad_transition', details: { state: 'draft', step: 'withdraw' } });
    expect(await meetings.get(operator, id)).toMatchObject({ state: 'draft', version: 1 });
    expect((await audit.list(operator, { subject: { type: 'meeting', id } })).map(({ action }) => action)).toEqual(['meeting.create']);
  });

  it('keep the time of the first publication', async () => {
    await using database = await openTestDatabase();
    const { meetings, add, step } = open(database);
    const { id } = await add(smallFolder(), 'publish');
    const first = (await meetings.get(operator, id)).publishedAt;
    await step(id, 'withdraw');
    await step(id, 'republish');
    expect(await meetings.get(operator, id)).toMatchObject({ state: 'published', publishedAt: first, version: 4 });
    const brought = await add(folderOf(FULL_YAML), 'publish');
    expect((await meetings.get(operator, brought.id)).publishedAt).toBe('2020-12-03T19:30:00.000Z');
  });
});

describe('a change by hand', () => {
  it('changes what it names, and a new address leaves the old one redirecting', async () => {
    await using database = await openTestDatabase();
    const { meetings, add } = open(database);
    const { id } = await add(smallFolder({ slug: 'old', symbol: 'S/1' }));
    const changed = await meetings.update(operator, id, 1, { slug: 'new', starts: '2020-12-03T10:00:00-05:00', symbol: null });
    expect(changed).toMatchObject({ slug: 'new', version: 2, starts: '2020-12-03T15:00:00.000Z', symbol: null, title: { en: 'A small meeting' } });
    expect(await meetings.resolveSlug('old')).toEqual({ slug: 'new', moved: true });
    expect(await meetings.resolveSlug('new')).toEqual({ slug: 'new', moved: false });
    expect(await meetings.resolveSlug('never')).toBeNull();
    expect(await meetings.resolveSlug('\u0000')).toBeNull();
    expect((await meetings.update(operator, id, 2, { slug: 'old' })).slug).toBe('old');
    expect(await meetings.resolveSlug('new')).toEqual({ slug: 'old', moved: true });
  });

  it('refuses a stale version, a taken address and what no meeting may be', async () => {
    await using database = await openTestDatabase();
    const { meetings, add } = open(database);
    await add(smallFolder({ slug: 'taken' }));
    const { id } = await add(smallFolder({ slug: 'mine' }));
    await expect(meetings.update(operator, id, 7, { symbol: 'x' })).rejects.toMatchObject({ code: 'stale_write' });
    await expect(meetings.update(operator, id, 1, { slug: 'taken' })).rejects.toMatchObject({ code: 'name_taken' });
    await expect(meetings.update(operator, id, 1, { title: {}, timezone: 'Mars', ends: '2020-01-01T00:00:00Z' })).rejects.toMatchObject({
      code: 'validation_failed', details: { problems: expect.stringMatching(/title.*Mars.*end needs a start/) as string },
    });
    expect((await meetings.get(operator, id)).version).toBe(1);
  });

  it('lets one of two win who change the same version at once', async () => {
    await using database = await openTestDatabase();
    const { meetings, add } = open(database);
    const { id } = await add(smallFolder());
    const both = await Promise.allSettled(['a', 'b'].map((symbol) => meetings.update(operator, id, 1, { symbol })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await meetings.get(operator, id)).version).toBe(2);
  });

  it('keeps what a recording has shown', async () => {
    await using database = await openTestDatabase();
    const { meetings, add } = open(database);
    const folder = smallFolder({ slug: 'm' });
    const { id } = await add(folder);
    await database.transaction(async (tx) => {
      await meetings.setDuration(operator, tx, id, 61_000);
      await meetings.setFloorLanguages(operator, tx, id, ['fr', 'en']);
    });
    await add(folder);
    expect(await meetings.get(operator, id)).toMatchObject({ durationMs: 61_000, floorLanguages: ['fr', 'en'] });
  });
});

describe('a removed meeting', () => {
  it('takes away what is only its own, and leaves what meetings share', async () => {
    await using database = await openTestDatabase();
    const { meetings, add, remove, audit } = open(database);
    const folder = folderOf(FULL_YAML);
    const { id } = await add(folder, 'publish');
    await add(smallFolder({ slug: 'other', interventions: folder.interventions.slice(0, 1).map((turn) => ({ ...turn, agendaItem: null })) }));
    expect(await remove('ssr-2020')).toEqual({ id, slug: 'security-sector-reform' });
    const left = async (table: string) => (await database.pool.query(`select count(*) as n from ${table}`)).rows[0] as { n: number };
    for (const table of ['meeting_categories', 'meeting_topics', 'agenda_items', 'documents', 'channels']) expect([table, (await left(table)).n]).toEqual([table, 0]);
    for (const table of ['meetings', 'meeting_slugs', 'interventions', 'speakers', 'series']) expect([table, (await left(table)).n]).toEqual([table, 1]);
    for (const table of ['bodies', 'topics']) expect([table, (await left(table)).n]).toEqual([table, 2]);
    await expect(meetings.get(operator, id)).rejects.toMatchObject({ code: 'meeting_not_found' });
    const [last] = await audit.list(operator, { subject: { type: 'meeting', id }, limit: 1 });
    expect(last).toMatchObject({ actor: 'local operator', action: 'meeting.remove', detail: { slug: 'security-sector-reform' } });
    await expect(audit.list(publicActor())).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('stays, with no trace in the audit log, when the transaction fails', async () => {
    await using database = await openTestDatabase();
    const { meetings, add, audit } = open(database);
    const { id } = await add(smallFolder());
    await expect(database.transaction(async (tx) => {
      await meetings.remove(operator, tx, id);
      throw new Error('the disk is gone');
    })).rejects.toThrow('the disk is gone');
    expect((await meetings.get(operator, id)).id).toBe(id);
    expect(await audit.list(operator)).toHaveLength(1);
  });
});
