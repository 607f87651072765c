import { describe, expect, it } from 'vitest';
import { localOperator } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { createMeetings, type MeetingFolder } from '../index.ts';
import { smallFolder } from '../testing/sample-folder.ts';
import { createBrowse } from './index.ts';

const operator = localOperator();
const peace = { slug: 'peace', title: { en: 'Peace' } };
const water = { slug: 'water', label: { en: 'Water' }, uri: 'https://example.org/water' };
const roads = { slug: 'roads', label: { en: 'Roads' }, uri: null };
const turn = (name: string, startMs: number) => ({
  speaker: { slug: name.toLowerCase(), name: { en: name } }, capacity: { en: 'Chair' }, language: 'en', startMs, endMs: null, agendaItem: null,
});
const MEETINGS: readonly (Partial<MeetingFolder> & { readonly slug: string })[] = [
  { slug: 'one', starts: '2026-03-12T23:30:00.000Z', timezone: 'Asia/Tokyo', series: peace, topics: [water], interventions: [turn('Ana', 9000), turn('Bo', 2000), turn('Ana', 30_000)] },
  { slug: 'two', starts: '2026-03-12T10:00:00.000Z', series: peace, topics: [water], floorLanguages: ['sw'] },
  { slug: 'three', starts: '2026-04-02T10:00:00.000Z', topics: [water, roads], interventions: [turn('Ana', 1000)] },
  { slug: 'four', starts: '2026-05-02T10:00:00.000Z', interventions: [turn('Bo', 1000)] },
  { slug: 'draft', starts: '2026-03-20T10:00:00.000Z', series: { slug: 'secret', title: { en: 'Secret' } }, topics: [water], interventions: [turn('Cy', 0)] },
];

async function filled(...more: typeof MEETINGS) {
  const database = await openTestDatabase();
  const meetings = createMeetings({ database, clock: systemClock, audit: createAuditLog(database) });
  const ids = new Map<string, string>();
  await database.transaction(async (tx) => {
    for (const folder of [...MEETINGS, ...more]) {
      const { meeting } = await meetings.upsertFromFolder(operator, tx, smallFolder(folder));
      if (folder.slug !== 'draft') await meetings.setState(operator, tx, meeting.id, 'publish');
      ids.set(folder.slug, meeting.id);
    }
  });
  const idOf = (slug: string): string => ids.get(slug) ?? '';
  const slugOf = (id: string): string | undefined => [...ids].find(([, known]) => known === id)?.[0];
  return { browse: createBrowse({ database }), idOf, slugOf, [Symbol.asyncDispose]: () => database.close() };
}

describe('things with a page', () => {
  it('are those that public meetings belong to', async () => {
    await using all = await filled();
    const { browse } = all;
    expect(await browse.series('peace')).toEqual({ slug: 'peace', name: { en: 'Peace' }, uri: null });
    expect(await browse.topic('water')).toMatchObject({ name: { en: 'Water' }, uri: 'https://example.org/water' });
    expect(await browse.speaker('ana')).toMatchObject({ name: { en: 'Ana' } });
    for (const nothing of [browse.series('secret'), browse.speaker('cy'), browse.topic('\u0000'), browse.series('')]) expect(await nothing).toBeNull();
  });

  it('are found by their names', async () => {
    await using all = await filled();
    expect(await all.browse.names('AN', 5)).toMatchObject({ speakers: [{ slug: 'ana' }], series: [], topics: [], bodies: [] });
    expect(await all.browse.names('wat', 5)).toMatchObject({ topics: [{ slug: 'water' }], speakers: [] });
    expect((await all.browse.names('cy', 5)).speakers).toEqual([]);
    // Within a word, two letters say nothing, and three do.
    expect((await all.browse.names('at', 5)).topics).toEqual([]);
    expect((await all.browse.names('ate', 5)).topics).toMatchObject([{ slug: 'water' }]);
    expect((await all.browse.names('  ', 5)).speakers).toEqual([]);
  });
});

describe('names', () => {
  it('come in the order in which they fit: called so, beginning so, with words that do', async () => {
    await using all = await filled({ slug: 'laws', starts: '2026-01-01T10:00:00.000Z', topics: ['Outlaws', 'International law', 'Law of the sea', 'Law', 'Lawyers'].map((name) => ({ slug: name.toLowerCase().replaceAll(' ', '-'), label: { en: name, fr: `Le « ${name} »` }, uri: null })) });
    expect((await all.browse.names('law', 9)).topics.map(({ slug }) => slug)).toEqual(['law', 'lawyers', 'law-of-the-sea', 'international-law', 'outlaws']);
    expect((await all.browse.names('sea law', 9)).topics.map(({ slug }) => slug)).toEqual(['law-of-the-sea']);
  });
});

describe('the turns of a speaker', () => {
  it('come by time, of the meetings asked for', async () => {
    await using all = await filled();
    const turns = await all.browse.turns('ana', [all.idOf('one'), all.idOf('four')]);
    expect(turns.map(({ startMs, capacity }) => [startMs, capacity])).toEqual([[9000, { en: 'Chair' }], [30_000, { en: 'Chair' }]]);
    expect(await all.browse.turns('ana', [])).toEqual([]);
  });
});

describe('days', () => {
  it('are those of the place of each meeting', async () => {
    await using all = await filled();
    const { browse } = all;
    expect(await browse.days('2026-03-01', '2026-03-31')).toEqual([{ day: '2026-03-12', meetings: 1 }, { day: '2026-03-13', meetings: 1 }]);
    expect(await browse.daysAround('2026-03-13', '2026-03-13')).toEqual({ before: '2026-03-12', after: '2026-04-02' });
    expect(await browse.daysAround('2026-01-01', '2026-12-31')).toEqual({ before: null, after: null });
  });
});

describe('languages', () => {
  it('are those that can be heard', async () => {
    await using all = await filled();
    expect(await all.browse.languages()).toEqual(['sw']);
  });
});

describe('related meetings', () => {
  it('are listed once, under what binds them most', async () => {
    await using all = await filled();
    const { series, topics, speakers } = await all.browse.related(all.idOf('one'), 3);
    expect([series, topics, speakers].map((ids) => ids.map(all.slugOf))).toEqual([['two'], ['three'], ['four']]);
  });

  it('are none for a meeting that has nothing in common with others', async () => {
    await using all = await filled();
    expect(await all.browse.related(all.idOf('unknown') || '00000000-0000-0000-0000-000000000000', 3)).toEqual({ series: [], topics: [], speakers: [] });
  });
});
