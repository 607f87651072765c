import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Db } from '#platform/db/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { HEAD } from './heads.repo.ts';
import type { MeetingTables } from './meetings.tables.ts';

/** A body of the way from the top of the tree down to a meeting's own. */
export interface BodyRow {
  readonly slug: string;
  readonly names: LocalizedText;
}

/** The whole meeting in one round trip: its own row, and what belongs to it as JSON made by the database. */
export function meetingContents(db: Db) {
  const tables: Kysely<MeetingTables> = db.$extendTables<MeetingTables>();
  return tables.selectFrom('meetings as m').select(HEAD.map((column) => `m.${column}` as const)).select('m.updated_at').select((eb) => [
    bodyChain.as('bodies'),
    jsonObjectFrom(eb.selectFrom('series as s').select(['s.slug', 's.titles as title']).whereRef('s.id', '=', 'm.series_id')).as('series'),
    jsonArrayFrom(eb.selectFrom('meeting_categories as mc').innerJoin('categories as c', 'c.id', 'mc.category_id')
      .select(['c.path', 'c.names']).whereRef('mc.meeting_id', '=', 'm.id').orderBy('mc.position')).as('categories'),
    jsonArrayFrom(eb.selectFrom('meeting_topics as mt').innerJoin('topics as t', 't.id', 'mt.topic_id')
      .select(['t.slug', 't.labels as label', 't.uri']).whereRef('mt.meeting_id', '=', 'm.id').orderBy('mt.position')).as('topics'),
    jsonArrayFrom(eb.selectFrom('documents as d').select(['d.symbol', 'd.titles as title', 'd.url'])
      .whereRef('d.meeting_id', '=', 'm.id').orderBy('d.position')).as('documents'),
    jsonArrayFrom(eb.selectFrom('agenda_items as a').select(['a.id', 'a.titles as title', 'a.symbol', 'a.start_ms as startMs', 'a.end_ms as endMs'])
      .whereRef('a.meeting_id', '=', 'm.id').orderBy('a.position')).as('agenda'),
    jsonArrayFrom(eb.selectFrom('interventions as i').innerJoin('speakers as p', 'p.id', 'i.speaker_id')
      .select([
        'i.id', 'i.position', 'p.slug', 'p.names as name', 'i.capacity', 'i.language', 'i.start_ms as startMs', 'i.end_ms as endMs',
        'i.agenda_item_id as agendaItemId',
      ])
      .whereRef('i.meeting_id', '=', 'm.id').orderBy('i.position')).as('interventions'),
    jsonArrayFrom(eb.selectFrom('channels as ch').select(['ch.id', 'ch.key', 'ch.role', 'ch.language', 'ch.label', 'ch.provenance', 'ch.gaps'])
      .whereRef('ch.meeting_id', '=', 'm.id').orderBy('ch.position')).as('channels'),
  ]);
}

export type MeetingContents = Awaited<ReturnType<ReturnType<typeof meetingContents>['executeTakeFirstOrThrow']>>;

const bodyChain = sql<readonly BodyRow[]>`(
  with recursive up (id, parent_id, slug, names, height) as (
    select b.id, b.parent_id, b.slug, b.names, 0 from bodies b where b.id = m.body_id
    union all
    select b.id, b.parent_id, b.slug, b.names, up.height + 1 from bodies b join up on b.id = up.parent_id
  )
  select coalesce(json_agg(json_build_object('slug', slug, 'names', names) order by height desc), '[]') from up
)`;
