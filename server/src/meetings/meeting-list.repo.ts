import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Db } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { toHead } from './heads.repo.ts';
import type { MeetingPage, MeetingSummary } from './meeting-detail.domain.ts';
import { named } from './meeting-reader.repo.ts';
import type { MeetingState } from './meetings.domain.ts';
import type { MeetingFilter } from './meetings.ports.ts';
import type { MeetingTables } from './meetings.tables.ts';
import { looksLikeId } from './slug.domain.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** A page of meetings, newest first. Pages are told apart by the last meeting seen, so new ones don't shift them. */
export async function readPage(db: Db, filter: MeetingFilter, states: readonly MeetingState[]): Promise<MeetingPage> {
  const limit = Math.min(Math.max(Math.trunc(filter.limit ?? DEFAULT_LIMIT), 1), MAX_LIMIT);
  const rows = await filtered(db, filter, states)
    .selectAll('m')
    .select((eb) => [
      jsonObjectFrom(eb.selectFrom('bodies as b').select(['b.slug', 'b.names']).whereRef('b.id', '=', 'm.body_id')).as('body'),
      jsonArrayFrom(eb.selectFrom('channels as ch').select(['ch.key', 'ch.role', 'ch.language'])
        .whereRef('ch.meeting_id', '=', 'm.id').orderBy('ch.position')).as('channels'),
    ])
    .orderBy('m.sort_at', 'desc').orderBy('m.id', 'desc').limit(limit + 1).execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    meetings: page.map((row): MeetingSummary => {
      const { version: _version, description: _description, rights: _rights, ...head } = toHead(row);
      return {
        ...head, updatedAt: row.updated_at.toISOString(), channels: row.channels,
        body: row.body === null ? null : { slug: row.body.slug, name: named(row.body.names, row.body.slug) },
      };
    }),
    next: rows.length > limit && last !== undefined ? writeCursor(last.sort_at, last.id) : null,
  };
}

function filtered(db: Db, filter: MeetingFilter, states: readonly MeetingState[]) {
  const after = filter.before === undefined ? undefined : readCursor(filter.before);
  let query = db.$extendTables<MeetingTables>().selectFrom('meetings as m').where('m.state', 'in', [...states]);
  if (after !== undefined) query = query.where(sql<boolean>`(m.sort_at, m.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  if (filter.body !== undefined) query = query.where('m.body_id', 'in', bodiesBelow(filter.body));
  if (filter.category !== undefined) {
    const path = storable(filter.category);
    query = query.where((eb) => eb.exists(
      eb.selectFrom('meeting_categories as mc').innerJoin('categories as c', 'c.id', 'mc.category_id').select('c.id').whereRef('mc.meeting_id', '=', 'm.id')
        .where((inner) => inner.or([inner('c.path', '=', path), sql<boolean>`starts_with(c.path, ${`${path}/`})`]))));
  }
  for (const word of storable(filter.q ?? '').split(/\s+/u).filter((one) => one !== '').slice(0, 10)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(sql<boolean>`(m.symbol ilike ${like} or exists (select from jsonb_each_text(m.titles) title where title.value ilike ${like}))`);
  }
  return query;
}

/** PostgreSQL text can hold neither NUL nor half a surrogate pair; nothing in it is found by them either. */
const storable = (text: string): string => text.replaceAll('\u0000', '\ufffd').toWellFormed();

const bodiesBelow = (slug: string) => sql<string>`(
  with recursive down (id) as (
    select id from bodies where slug = ${storable(slug)}
    union select b.id from bodies b join down on b.parent_id = down.id
  )
  select id from down
)`;

const writeCursor = (at: Date, id: string): string => Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');

function readCursor(cursor: string): { readonly at: string; readonly id: string } {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (!looksLikeId(id) || Number.isNaN(Date.parse(at)) || new Date(at).toISOString() !== at) {
    throw new AppError('bad_request', { problem: 'the place to go on from is not one that a list has given' });
  }
  return { at, id };
}
