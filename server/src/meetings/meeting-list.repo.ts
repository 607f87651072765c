import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Db } from '#platform/db/index.ts';
import { HEAD, toHead } from './heads.repo.ts';
import type { MeetingPage, MeetingSummary } from './meeting-detail.domain.ts';
import { filtered } from './meeting-filter.repo.ts';
import { orderingOf } from './meeting-order.repo.ts';
import { named } from './meeting-reader.repo.ts';
import type { MeetingState } from './meetings.domain.ts';
import type { MeetingFilter } from './meetings.ports.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

// A list shows neither the description nor the rights, and a description can be long.
const CARD = HEAD.filter((column) => column !== 'descriptions' && column !== 'rights').map((column) => `m.${column}` as const);

/** A page of meetings in the order asked for. Pages are told apart by the last meeting seen, so new ones don't shift them. */
export async function readPage(db: Db, filter: MeetingFilter, states: readonly MeetingState[]): Promise<MeetingPage> {
  const limit = Math.min(Math.max(Math.trunc(filter.limit ?? DEFAULT_LIMIT), 1), MAX_LIMIT);
  const order = orderingOf(filter);
  const found = filtered(db, filter, states).select([...CARD, 'm.updated_at', 'm.sort_at', order.score.as('score')]).select((eb) => [
    jsonObjectFrom(eb.selectFrom('bodies as b').select(['b.slug', 'b.names']).whereRef('b.id', '=', 'm.body_id')).as('body'),
    jsonArrayFrom(eb.selectFrom('channels as ch').select(['ch.key', 'ch.role', 'ch.language'])
      .whereRef('ch.meeting_id', '=', 'm.id').orderBy('ch.position')).as('channels'),
  ]);
  const rows = await found.orderBy(order.by).limit(limit + 1).execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    meetings: page.map((row): MeetingSummary => {
      const { version: _version, description: _description, rights: _rights, ...head } = toHead({ ...row, descriptions: {}, rights: null });
      return {
        ...head, updatedAt: row.updated_at.toISOString(), channels: row.channels,
        body: row.body === null ? null : { slug: row.body.slug, name: named(row.body.names, row.body.slug) },
      };
    }),
    next: rows.length > limit && last !== undefined ? order.next(last) : null,
  };
}

export async function countMeetings(db: Db, filter: MeetingFilter, states: readonly MeetingState[]): Promise<number> {
  const { total } = await filtered(db, filter, states).select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
  return Number(total);
}
