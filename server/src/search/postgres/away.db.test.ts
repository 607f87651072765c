import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '#platform/db/testing.ts';
import type { MeetingMoments } from '../moment.domain.ts';
import type { IndexQuery } from '../search.ports.ts';
import { mendedIndex } from '../mended-index.ts';
import { publishedMeetings } from '../published.repo.ts';
import { ensureLayout, markBuilt } from './layout.repo.ts';
import { PostgresIndex } from './postgres-index.repo.ts';

const MEETING: MeetingMoments = {
  meetingId: randomUUID(), day: '2020-12-03', bodies: [], series: null, topics: [], symbols: [],
  moments: [{ speaker: null, capacity: null, spoken: 'en', agenda: null, topics: [], startMs: 0, endMs: 9000, turn: null, texts: [{ channel: 'en', kind: 'transcript', language: 'en', text: 'Mines were cleared.', places: [{ from: 0, startMs: 0 }] }] }],
};
const QUERY: IndexQuery = { text: 'mines', language: 'en', concepts: [], filters: {}, order: 'relevance', offset: 0, limit: 20, complete: false };

async function* meetings() {
  yield MEETING;
}

async function open() {
  const database = await openTestDatabase();
  await ensureLayout(database);
  const index = new PostgresIndex(database);
  await database.transaction((tx) => index.put(tx, MEETING));
  return { database, index, drop: () => sql`drop schema search cascade`.execute(database.db), [Symbol.asyncDispose]: () => database.close() };
}

describe('an index that isn’t there', () => {
  it('says so, and lets meetings be withdrawn and published later', async () => {
    await using world = await open();
    const { database, index } = world;
    await world.drop();
    const away = { code: 'search_away', status: 503, retry: 'wait' };
    await expect(index.find(QUERY)).rejects.toMatchObject(away);
    await expect(index.complete('min', 'en', 5)).rejects.toMatchObject(away);
    await expect(index.correct('mimes', 'en')).rejects.toMatchObject(away);
    await expect(database.transaction((tx) => index.put(tx, MEETING))).rejects.toMatchObject(away);
    await database.transaction((tx) => index.remove(tx, MEETING.meetingId));
    expect(await publishedMeetings(database.db).missing()).toEqual({ missing: 0, indexed: 0 });
  });

  it('is asked to be made anew once, and answers as soon as it is', async () => {
    await using world = await open();
    let wishes = 0;
    const index = mendedIndex(world.index, async () => { wishes += 1; });
    expect(await index.find(QUERY)).toMatchObject({ total: 1 });
    await world.drop();
    for (const ask of [() => index.find(QUERY), () => index.complete('min', 'en', 5), () => index.correct('mimes', 'en')]) await expect(ask()).rejects.toMatchObject({ code: 'search_away' });
    expect(wishes).toBe(1);
    await index.rebuild(meetings(), async () => undefined);
    expect(await index.find(QUERY)).toMatchObject({ total: 1, building: false });
  });

  it('tells that it isn’t whole until it is', async () => {
    await using world = await open();
    expect(await world.index.find(QUERY)).toMatchObject({ total: 1, building: true });
    await markBuilt(world.database);
    expect(await world.index.find(QUERY)).toMatchObject({ total: 1, building: false });
  });

  it('answers all the while that another takes its place', async () => {
    await using world = await open();
    const { index } = world;
    let going = true;
    const asking = (async () => {
      let asked = 0;
      for (; going; asked += 1) expect(await index.find(QUERY)).toMatchObject({ total: 1 });
      return asked;
    })();
    for (let n = 0; n < 3; n += 1) await index.rebuild(meetings(), async () => undefined);
    going = false;
    expect(await asking).toBeGreaterThan(0);
  });
});
