import { expect, it } from 'vitest';
import { sql } from 'kysely';
import { openTestDatabase } from '#platform/db/testing.ts';
import { placesReader } from './word-places.ts';

const VECTORS = [
  String.raw`'water':1,7,300 'waterfall':2 'amina':410C 'مياه':5 '水资':3 'o''neil':9`,
  '\'council\':4 \'water\':2,500C',
];

it('says where wanted keys stand in texts, as the database has them, and who is called so', async () => {
  await using world = { database: await openTestDatabase(), async [Symbol.asyncDispose]() { await this.database.close(); } };
  const { rows: [row] } = await sql<{ bytes: Buffer }>`select string_agg(tsvectorsend(v::tsvector), '' order by n) as bytes from unnest(${VECTORS}::text[]) with ordinality as v (v, n)`.execute(world.database.db);
  const bytes = row?.bytes ?? Buffer.alloc(0);
  const read = placesReader([{ key: 'water', prefix: false }, { key: 'wat', prefix: true }, { key: 'wat', prefix: false }, { key: 'amina', prefix: false }, { key: 'مياه', prefix: false }, { key: '水资', prefix: false }, { key: 'o\'neil', prefix: false }]);
  const first = read(bytes, 0);
  expect(first.places.map(({ said, named }) => (named ? 'named' : said.toSorted((a, b) => a - b).join(' ')))).toEqual(['1 7 300', '1 2 7 300', '', 'named', '5', '3', '9']);
  const second = read(bytes, first.end);
  expect(second.places[0]).toEqual({ said: [2], named: true });
  expect(second.end).toBe(bytes.length);
});
