import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { isAppError } from '#platform/errors/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { openDatabase } from './database.ts';
import { openTestDatabase } from './testing.ts';

type Tables = { note: { id: number; body: string } };

describe('openDatabase', () => {
  it('reads int8 as number, timestamptz as Date, date as text, jsonb as its value', async () => {
    await using database = await openTestDatabase();
    const { rows } = await sql`select 8640000000000::int8 as ms, '{1,9007199254740991}'::int8[] as list,
      '2020-12-03T10:00:00-05:00'::timestamptz as at, '2020-12-03'::date as day, '{"fr":"é"}'::jsonb as title`.execute(database.db);
    expect(rows).toEqual([{ ms: 8_640_000_000_000, list: [1, 9_007_199_254_740_991], at: new Date('2020-12-03T15:00:00Z'), day: '2020-12-03', title: { fr: 'é' } }]);
  });

  it('rolls a transaction back when its work throws', async () => {
    await using database = await openTestDatabase();
    const db = database.db.$extendTables<Tables>();
    await sql`create table note (id int primary key, body text not null)`.execute(db);
    await expect(database.transaction(async (tx) => {
      await tx.$extendTables<Tables>().insertInto('note').values({ id: 1, body: 'lost' }).execute();
      throw new Error('no');
    })).rejects.toThrow('no');
    expect(await db.selectFrom('note').selectAll().execute()).toEqual([]);
  });

  it('survives connections that are cut in the middle and says database_away', async () => {
    await using database = await openTestDatabase();
    const cut = sql`select pg_terminate_backend(pg_backend_pid())`.execute(database.db);
    await expect(cut).rejects.toMatchObject({ code: 'database_away' });
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(database.db);
    expect(rows).toEqual([{ one: 1 }]);
  });

  it('survives an idle connection that is cut while nobody looks', async () => {
    await using database = await openTestDatabase();
    await database.transaction(async (tx) => {
      await sql`select 1`.execute(tx);
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(tx);
    });
    expect((await sql`select 1 as one`.execute(database.db)).rows).toHaveLength(1);
  });

  it('plans what is asked by name once, whatever the values, and outlives a connection that is cut', async () => {
    await using database = await openTestDatabase();
    const ask = (value: number) => database.planned<{ value: number; mode: string }>('asked-again', 'select $1::int as value, current_setting(\'plan_cache_mode\') as mode', [value]);
    expect([...await ask(1), ...await ask(2)]).toEqual([1, 2].map((value) => ({ value, mode: 'force_generic_plan' })));
    await expect(database.planned('cut', 'select pg_terminate_backend(pg_backend_pid())', [])).rejects.toMatchObject({ code: 'database_away' });
    expect(await ask(3)).toHaveLength(1);
    const { rows } = await sql<{ mode: string }>`select current_setting('plan_cache_mode') as mode`.execute(database.db);
    expect(rows).toEqual([{ mode: 'auto' }]);
  });

  it('waits a little for a server that is away, then says so in one sentence', async () => {
    const nowhere = openDatabase({ url: 'postgres://nobody@localhost/none?host=/nonexistent', log: silentLog, patienceMs: 200 });
    const started = performance.now();
    const error: unknown = await sql`select 1`.execute(nowhere.db).catch((caught: unknown) => caught);
    expect(isAppError(error) && [error.code, error.message]).toEqual(['database_away', 'The database does not answer.']);
    expect(performance.now() - started).toBeGreaterThan(100);
    await nowhere.close();
  });

  it('names a wrong database in DATABASE_URL as a setting to correct', async () => {
    await using database = await openTestDatabase();
    const url = new URL(database.url);
    url.pathname = '/not_there';
    const wrong = openDatabase({ url: url.href, log: silentLog });
    await expect(sql`select 1`.execute(wrong.db)).rejects.toMatchObject({ code: 'config_invalid', message: expect.stringContaining('not_there') as string });
    await wrong.close();
  });
});
