import { randomUUID } from 'node:crypto';
import { readQuery } from '@openfloor/words';
import { expect, it } from 'vitest';
import { openTestDatabase } from '#platform/db/testing.ts';
import { findCandidates } from './candidates.repo.ts';
import { ensureLayout } from './layout.repo.ts';
import { indexedQuery, setsQuery } from './literals.ts';
import { newestOf, UNDATED } from './newest.ts';
import { PostgresIndex } from './postgres-index.repo.ts';

const TEXTS = { '2021-05-01': 'reform of the sector of security', '2022-05-01': 'the sector of security reform', '2023-05-01': 'security, and a sector of its own' };

async function open() {
  const database = await openTestDatabase();
  await ensureLayout(database);
  const index = new PostgresIndex(database);
  for (const [day, text] of Object.entries(TEXTS)) {
    const moment = { startMs: 0, endMs: 30_000, turn: 0, speaker: null, capacity: null, spoken: 'en', agenda: null, topics: [], texts: [{ channel: 'en', kind: 'transcript' as const, language: 'en', text, places: [{ from: 0, startMs: 0 }] }] };
    await database.transaction((tx) => index.put(tx, { meetingId: randomUUID(), day, bodies: [], series: null, topics: [], symbols: [], moments: [moment] }));
  }
  const days = async (question: string, read: number) => {
    const parts = readQuery(question, 'en');
    const [sets, excluded] = [[parts.filter((part) => !part.excluded)], parts.filter((part) => part.excluded)];
    const words = parts.flatMap((part) => part.words.map(({ key, place }) => ({ key, place, prefix: part.prefix, weight: 1 })));
    const { newest } = await findCandidates(database, { language: 'en', wanted: setsQuery(sets, excluded), words, marks: [], newest: [0, UNDATED], limit: 10, judged: 10, indexed: indexedQuery(sets, () => 1, 3), read });
    return Object.keys(TEXTS).filter((day) => newest.includes(newestOf(day)));
  };
  return { days, [Symbol.asyncDispose]: () => database.close() };
}

it('texts with the words of a phrase are read, the newest first, to see whether it stands there', async () => {
  await using world = await open();
  expect(await world.days('"sector of security"', 10)).toEqual(['2021-05-01', '2022-05-01']);
  expect(await world.days('"sector of security"', 2)).toEqual(['2022-05-01']);
});

it('an excluded phrase leaves out what has it, not what has its words', async () => {
  await using world = await open();
  expect(await world.days('sector -"sector of security"', 10)).toEqual(['2023-05-01']);
  expect(await world.days('reform -and "sector of"', 10)).toEqual(['2021-05-01', '2022-05-01']);
});
