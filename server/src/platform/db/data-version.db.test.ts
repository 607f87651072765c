import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { dataVersion } from './index.ts';
import { openTestDatabase } from './testing.ts';

describe('dataVersion', () => {
  it('changes when a writing transaction begins and when it ends, not by reading', async () => {
    await using database = await openTestDatabase();
    const write = (name: string) => sql`create table ${sql.table(name)} ()`;
    await write('first').execute(database.db);
    const seen = new Set<string>();
    await database.transaction(async (tx) => {
      await write('second').execute(tx);
      seen.add(await dataVersion(database));
    });
    seen.add(await dataVersion(database));
    await write('third').execute(database.db);
    seen.add(await dataVersion(database));
    expect(seen.size).toBe(3);
  });
});
