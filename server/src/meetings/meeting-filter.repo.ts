import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { MeetingState } from './meetings.domain.ts';
import type { MeetingFilter } from './meetings.ports.ts';
import { orderingOf } from './meeting-order.repo.ts';
import type { MeetingTables } from './meetings.tables.ts';
import { likeWord, storable, wordsOf } from './words.repo.ts';

/** The meetings (as `m`) that a filter lets through, in some of the states. */
export function filtered(db: Db, filter: MeetingFilter, states: readonly MeetingState[]) {
  const all = db.$extendTables<MeetingTables>().selectFrom('meetings as m').where('m.state', 'in', [...states]);
  return conditions(filter).reduce((query, condition) => query.where(condition), all);
}

type Condition = RawBuilder<boolean>;

/** What a meeting (`m`) has to be for a filter to let it through. */
export function conditions(filter: MeetingFilter): readonly Condition[] {
  const { body, category, series, topic, speaker, language, from, to, notOverAt } = filter;
  const after = filter.before === undefined ? undefined : orderingOf(filter).after?.(filter.before);
  return [
    ...(after === undefined ? [] : [after]),
    ...(body === undefined ? [] : [sql<boolean>`m.body_id in ${bodiesBelow(body)}`]),
    ...(category === undefined ? [] : [inCategory(storable(category))]),
    ...(series === undefined ? [] : [sql<boolean>`m.series_id = (select id from series where slug = ${storable(series)})`]),
    ...(topic === undefined ? [] : [sql<boolean>`m.id in (
      select mt.meeting_id from meeting_topics mt join topics t on t.id = mt.topic_id where t.slug = ${storable(topic)})`]),
    ...(speaker === undefined ? [] : [sql<boolean>`m.id in (
      select i.meeting_id from interventions i join speakers p on p.id = i.speaker_id where p.slug = ${storable(speaker)})`]),
    ...(language === undefined ? [] : [inLanguage(storable(language))]),
    ...(from === undefined ? [] : [sql<boolean>`m.local_day >= ${from}::date`]),
    ...(to === undefined ? [] : [sql<boolean>`m.local_day <= ${to}::date`]),
    ...(notOverAt === undefined ? [] : [sql<boolean>`coalesce(m.ends_at, m.starts_at + interval '4 hours', 'infinity') > ${notOverAt}::timestamptz`]),
    ...(filter.ids === undefined ? [] : [sql<boolean>`m.id = any(${[...filter.ids]}::uuid[])`]),
    ...wordsOf(filter.q ?? '').map(hasWord),
  ];
}

const inCategory = (path: string): Condition => sql<boolean>`exists (
  select from meeting_categories mc join categories c on c.id = mc.category_id
  where mc.meeting_id = m.id and (c.path = ${path} or starts_with(c.path, ${`${path}/`})))`;

const inLanguage = (language: string): Condition => sql<boolean>`(
  m.id in (select meeting_id from channels where language = ${language} or starts_with(language, ${`${language}-`}))
  or exists (select from unnest(m.floor_languages) spoken where spoken = ${language} or starts_with(spoken, ${`${language}-`})))`;

function hasWord(word: string): Condition {
  const like = likeWord(word);
  return sql<boolean>`(
    m.search_text like ${like}
    or m.body_id in (select id from bodies where search_text like ${like})
    or m.series_id in (select id from series where search_text like ${like})
    or m.id in (select i.meeting_id from interventions i join speakers p on p.id = i.speaker_id where p.search_text like ${like})
    or m.id in (select mt.meeting_id from meeting_topics mt join topics t on t.id = mt.topic_id where t.search_text like ${like})
    or m.id in (select d.meeting_id from documents d where openfloor_fold(d.symbol) like ${like}))`;
}

const bodiesBelow = (slug: string) => sql<string>`(
  with recursive down (id) as (
    select id from bodies where slug = ${storable(slug)}
    union select b.id from bodies b join down on b.parent_id = down.id
  )
  select id from down
)`;
