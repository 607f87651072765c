import type { Selectable } from 'kysely';
import type { Db, Tx } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { localDay } from './day.domain.ts';
import type { MeetingHead } from './meeting-head.domain.ts';
import type { MeetingTables } from './meetings.tables.ts';

const tables = (db: Db) => db.$extendTables<MeetingTables>();
const date = (iso: string | null): Date | null => (iso === null ? null : new Date(iso));

/** The columns that make a head. */
export const HEAD = [
  'id', 'slug', 'state', 'version', 'titles', 'descriptions', 'format', 'starts_at', 'ends_at', 'timezone', 'symbol', 'duration_ms',
  'floor_languages', 'rights', 'published_at',
] as const;

/** The columns of a meeting's own row as its head. */
export function toHead(row: Pick<Selectable<MeetingTables['meetings']>, (typeof HEAD)[number]>): MeetingHead {
  return {
    id: row.id, slug: row.slug, state: row.state, version: row.version, title: row.titles, description: row.descriptions, format: row.format,
    starts: row.starts_at?.toISOString() ?? null, ends: row.ends_at?.toISOString() ?? null, timezone: row.timezone, symbol: row.symbol,
    durationMs: row.duration_ms, floorLanguages: row.floor_languages, rights: row.rights, publishedAt: row.published_at?.toISOString() ?? null,
  };
}

const fromHead = (head: MeetingHead) => ({
  slug: head.slug, state: head.state, titles: JSON.stringify(head.title), descriptions: JSON.stringify(head.description), format: head.format,
  starts_at: date(head.starts), ends_at: date(head.ends), timezone: head.timezone, symbol: head.symbol, duration_ms: head.durationMs,
  floor_languages: [...head.floorLanguages], rights: head.rights === null ? null : JSON.stringify(head.rights), published_at: date(head.publishedAt),
  local_day: head.starts === null ? null : localDay(new Date(head.starts), head.timezone),
});

export async function lockHead(tx: Tx, id: string): Promise<MeetingHead | undefined> {
  const row = await tables(tx).selectFrom('meetings').select(HEAD).where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? undefined : toHead(row);
}

export async function insertHead(tx: Tx, head: MeetingHead, at: Date): Promise<void> {
  await tables(tx).insertInto('meetings')
    .values({ id: head.id, version: head.version, created_at: at, updated_at: at, ...fromHead(head) }).execute();
}

/** Throws `stale_write` when the row is not of the version the head was loaded with. */
export async function touchHead(tx: Tx, id: string, at: Date): Promise<void> {
  await tables(tx).updateTable('meetings').set({ updated_at: at }).where('id', '=', id).execute();
}

export async function saveHead(tx: Tx, head: MeetingHead, at: Date): Promise<MeetingHead> {
  const version = head.version + 1;
  const saved = await tables(tx).updateTable('meetings').set({ ...fromHead(head), version, updated_at: at })
    .where('id', '=', head.id).where('version', '=', head.version).returning('id').executeTakeFirst();
  if (saved === undefined) throw new AppError('stale_write', { what: 'the meeting' });
  return { ...head, version };
}

export const channelsOf = (tx: Tx, id: string) => tables(tx).selectFrom('channels').select(['id', 'key', 'role', 'language'])
  .where('meeting_id', '=', id).orderBy('position').execute();
