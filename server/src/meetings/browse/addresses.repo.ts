import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { AddressKind } from './browse.ports.ts';
import { PUBLIC_THINGS } from './names.repo.ts';

/** Slugs of what has a page, in their order. */
export async function readAddresses(db: Db, kind: AddressKind, offset: number, limit: number): Promise<readonly string[]> {
  const { from, shown } = PUBLIC_THINGS[kind];
  const { rows } = await sql<{ slug: string }>`select t.slug from ${from} where ${shown} order by t.slug offset ${offset} limit ${limit}`.execute(db);
  return rows.map(({ slug }) => slug);
}

export async function countAddresses(db: Db, kind: AddressKind): Promise<number> {
  const { from, shown } = PUBLIC_THINGS[kind];
  const { rows: [row] } = await sql<{ total: string }>`select count(*) as total from ${from} where ${shown}`.execute(db);
  return Number(row?.total ?? 0);
}

/** The months (`2026-03`) with public meetings, in the meetings' own zones. */
export async function readMonths(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ month: string }>`
    select distinct to_char(local_day, 'YYYY-MM') as month from meetings where local_day is not null and state in ('published', 'scheduled') order by month`.execute(db);
  return rows.map(({ month }) => month);
}
