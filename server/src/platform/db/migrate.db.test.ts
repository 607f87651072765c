import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Migration } from './db.ports.ts';
import { migrate, migrationLevel } from './migrate.ts';
import { openTestDatabase } from './testing.ts';

const step = (statement: string): Migration => ({ up: async (tx) => void (await sql.raw(statement).execute(tx)) });
const empty = { migrations: {} };

const FIRST = { '001-first': step('create table first (id int)') };
const BOTH = { ...FIRST, '002-second': step('alter table first add column name text') };

describe('migrate', () => {
  it('takes the steps in order, each once', async () => {
    await using database = await openTestDatabase(empty);
    expect(await migrate(database, FIRST)).toEqual(['001-first']);
    expect(await migrate(database, BOTH)).toEqual(['002-second']);
    expect(await migrate(database, BOTH)).toEqual([]);
    expect(await migrationLevel(database)).toEqual(['001-first', '002-second']);
  });

  it('leaves everything as it was when one step fails', async () => {
    await using database = await openTestDatabase(empty);
    await expect(migrate(database, { ...BOTH, '003-bad': step('create nonsense') })).rejects.toThrow('syntax error');
    expect(await migrationLevel(database)).toEqual([]);
    expect((await sql<{ found: unknown }>`select to_regclass('first') as found`.execute(database.db)).rows[0]?.found).toBeNull();
  });

  it('lets several servers start at once', async () => {
    await using database = await openTestDatabase(empty);
    const taken = await Promise.all([1, 2, 3].map(() => migrate(database, BOTH)));
    expect(taken.filter((names) => names.length === 2)).toHaveLength(1);
  });

  it('refuses a database of a newer version', async () => {
    await using database = await openTestDatabase(empty);
    await migrate(database, BOTH);
    await expect(migrate(database, FIRST)).rejects.toMatchObject({ code: 'config_invalid', message: expect.stringContaining('002-second') as string });
  });
});
