import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import { meetingContents } from './contents-query.repo.ts';
import { readCursor, writeCursor } from './cursor.repo.ts';
import type { MeetingChanges } from './meeting-detail.domain.ts';
import { toDetail } from './meeting-reader.repo.ts';
import type { MeetingState } from './meetings.domain.ts';
import type { ChangesFilter } from './meetings.ports.ts';

const DEFAULT_LIMIT = 100;

/** Meetings in the order in which they were last changed, the oldest change first, so that a reader can go on for ever. */
export async function readChanges(db: Db, filter: ChangesFilter, states: readonly MeetingState[]): Promise<MeetingChanges> {
  const limit = filter.limit ?? DEFAULT_LIMIT;
  const after = filter.cursor === undefined ? undefined : readCursor(filter.cursor);
  let query = meetingContents(db).where('m.state', 'in', [...states]);
  if (filter.updatedSince !== undefined) query = query.where('m.updated_at', '>=', new Date(filter.updatedSince));
  if (after !== undefined) query = query.where(sql<boolean>`(m.updated_at, m.id) > (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await query.orderBy('m.updated_at').orderBy('m.id').limit(limit + 1).execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    meetings: page.map(toDetail),
    next: rows.length > limit && last !== undefined ? writeCursor(last.updated_at, last.id) : null,
  };
}
