import { sql } from 'kysely';
import type { Db, Tx } from '#platform/db/index.ts';
import { meetingContents } from './contents-query.repo.ts';
import { readCursor, writeCursor } from './cursor.repo.ts';
import type { MeetingChanges, MeetingDetail, RemovedFrom, RemovedMeeting } from './meeting-detail.domain.ts';
import { conditions } from './meeting-filter.repo.ts';
import { toDetail } from './meeting-reader.repo.ts';
import type { MeetingState } from './meetings.domain.ts';
import type { ChangesFilter } from './meetings.ports.ts';
import type { MeetingTables } from './meetings.tables.ts';
import { storable } from './words.repo.ts';

const DEFAULT_LIMIT = 100;

/** A change with its place in the order of changes. */
interface Change {
  readonly at: Date;
  readonly id: string;
  readonly meeting: MeetingDetail | RemovedMeeting;
}

/** Meetings in the order in which they were last changed, the oldest change first, so that a reader can go on for ever; what has gone stands where it went. */
export async function readChanges(db: Db, filter: ChangesFilter, states: readonly MeetingState[]): Promise<MeetingChanges> {
  const limit = filter.limit ?? DEFAULT_LIMIT;
  // As many of either as both together may be: the earliest of all are then among them.
  const [changed, removed] = await Promise.all([changedMeetings(db, filter, states, limit + 1), removedMeetings(db, filter, states, limit + 1)]);
  const all = [...changed, ...removed].toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  const page = all.slice(0, limit);
  const last = page.at(-1);
  const place = last === undefined ? null : writeCursor(last.at, last.id);
  return { meetings: page.map(({ meeting }) => meeting), next: all.length > limit ? place : null, last: place };
}

async function changedMeetings(db: Db, { updatedSince, cursor, body, category, id: only }: ChangesFilter, states: readonly MeetingState[], limit: number): Promise<readonly Change[]> {
  let query = meetingContents(db).where('m.state', 'in', [...states]);
  const place = { ...(body !== undefined && { body }), ...(category !== undefined && { category }), ...(only !== undefined && { ids: [only] }) };
  for (const condition of conditions(place)) query = query.where(condition);
  if (updatedSince !== undefined) query = query.where('m.updated_at', '>=', new Date(updatedSince));
  if (cursor !== undefined) {
    const { at, id } = readCursor(cursor);
    query = query.where(sql<boolean>`(m.updated_at, m.id) > (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query.orderBy('m.updated_at').orderBy('m.id').limit(limit).execute();
  return rows.map((row) => ({ at: row.updated_at, id: row.id, meeting: toDetail(row) }));
}

async function removedMeetings(db: Db, { updatedSince, cursor, body, category, id: only }: ChangesFilter, states: readonly MeetingState[], limit: number): Promise<readonly Change[]> {
  let query = db.$extendTables<MeetingTables>().selectFrom('meeting_removals as r').selectAll();
  if (only !== undefined) query = query.where('r.id', '=', only);
  // Of what went before it was kept where it stood, everybody is told.
  if (body !== undefined) query = query.where(sql<boolean>`(r.places is null or r.places -> 'bodies' ? ${storable(body)})`);
  if (category !== undefined) {
    const path = storable(category);
    query = query.where(sql<boolean>`(r.places is null or exists (select from jsonb_array_elements_text(r.places -> 'categories') own where own = ${path} or starts_with(own, ${`${path}/`})))`);
  }
  // Who sees drafts is told of the draft itself.
  if (states.includes('draft')) query = query.where((eb) => eb.not(eb.exists(eb.selectFrom('meetings as m').whereRef('m.id', '=', 'r.id').select('m.id'))));
  if (updatedSince !== undefined) query = query.where('r.removed_at', '>=', new Date(updatedSince));
  if (cursor !== undefined) {
    const { at, id } = readCursor(cursor);
    query = query.where(sql<boolean>`(r.removed_at, r.id) > (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query.orderBy('r.removed_at').orderBy('r.id').limit(limit).execute();
  return rows.map(({ id, slug, removed_at: at, places }) => ({ at, id, meeting: { id, slug, state: 'removed', updatedAt: at.toISOString(), places } }));
}

export async function tellRemoved(tx: Tx, { id, slug }: { readonly id: string; readonly slug: string }, at: Date): Promise<void> {
  const row = await meetingContents(tx).where('m.id', '=', id).executeTakeFirst();
  const { body = null, categories = [] } = row ? toDetail(row) : {};
  const from: RemovedFrom = { bodies: body ? [...body.parents, body].map((one) => one.slug) : [], categories: categories.map(({ path }) => path) };
  const kept = { slug, removed_at: at, places: row ? JSON.stringify(from) : null };
  await tx.$extendTables<MeetingTables>().insertInto('meeting_removals').values({ id, ...kept }).onConflict((conflict) => conflict.column('id').doUpdateSet(kept)).execute();
}

export async function tellBack(tx: Tx, id: string): Promise<void> {
  await tx.$extendTables<MeetingTables>().deleteFrom('meeting_removals').where('id', '=', id).execute();
}
