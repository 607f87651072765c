import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { CountedTopic, TopicGroup, TopicIndex } from './topic-view.ports.ts';

/** A page holds no more. */
const MOST_TOPS = 300;
const MOST_BELOW = 12;
const MOST_WORDS = 10;

const PUBLIC = sql`m.state = 'published'`;
// Of a vocabulary that is in use, or of a public meeting.
const listed = (alias: string): RawBuilder<boolean> => {
  const topic = sql.raw(alias);
  return sql`not ${topic}.deprecated and (exists (select from topics_of_schemes o join topic_schemes s on s.id = o.scheme_id where o.topic_id = ${topic}.id and s.used)
    or exists (select from moment_topics mt join meetings m on m.id = mt.meeting_id and ${PUBLIC} where mt.topic_id = ${topic}.id and mt.state <> 'refused')
    or exists (select from meeting_topics mt join meetings m on m.id = mt.meeting_id and m.state in ('published', 'scheduled') where mt.topic_id = ${topic}.id))`;
};
const IS_TOP = sql`not exists (select from topic_links k join topics b on b.id = k.other_id where k.topic_id = t.id and k.kind = 'broader' and ${listed('b')})`;

/** Of what everybody speaks about, so many moments say enough: counting goes on for ever. */
export const COUNTED_MOMENTS = 1000;
const moments = (id: RawBuilder<unknown>): RawBuilder<number> => sql`(select count(*)::int from (
  select from moment_topics mt join meetings m on m.id = mt.meeting_id and ${PUBLIC} where mt.topic_id = ${id} and mt.state <> 'refused' limit ${COUNTED_MOMENTS}) one)`;
const meetings = (id: RawBuilder<unknown>): RawBuilder<number> => sql`(select count(distinct one.meeting_id)::int from (
  select mt.meeting_id from moment_topics mt join meetings m on m.id = mt.meeting_id and ${PUBLIC} where mt.topic_id = ${id} and mt.state <> 'refused' limit ${COUNTED_MOMENTS}) one)`;

/** The concepts that have none above them, each with those right below it. */
export async function readTopics(db: Db): Promise<TopicIndex> {
  const { rows } = await sql<TopicGroup & { readonly total: number }>`
    select top.slug, top.label, top.moments, top.total, coalesce(below.topics, '[]') as narrower, coalesce(below.count, 0)::int as below
    from (select t.id, t.slug, t.labels as label, ${moments(sql`t.id`)} as moments, (count(*) over ())::int as total from topics t where ${listed('t')} and ${IS_TOP} order by t.slug limit ${MOST_TOPS}) top
    left join lateral (
      select count(*) as count, jsonb_agg(jsonb_build_object('slug', n.slug, 'label', n.label, 'moments', n.moments) order by n.moments desc, n.slug) filter (where n.place <= ${MOST_BELOW}) as topics
      from (select c.*, row_number() over (order by c.moments desc, c.slug) as place from (
        select t.slug, t.labels as label, ${moments(sql`t.id`)} as moments from topic_links k join topics t on t.id = k.topic_id where k.other_id = top.id and k.kind = 'broader' and ${listed('t')}) c) n
    ) below on true order by top.slug`.execute(db);
  return { total: rows[0]?.total ?? 0, groups: rows.map(({ total: _total, ...group }) => group) };
}

/** Topics that are called by all of the words, in any language: first what is called exactly so, then what begins so. */
export async function findTopics(db: Db, q: string, limit: number): Promise<readonly CountedTopic[]> {
  const words = q.replaceAll('\u0000', '\ufffd').toWellFormed().split(/[\s"“”«»]+/u).filter((word) => word !== '').slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const plain = words.map((word) => word.replaceAll(/[\\%_]/g, '\\$&'));
  const names = sql`(t.search_text || ' ' || openfloor_fold(jsonb_path_query_array(t.other_labels, '$.*[*]')::text))`;
  const whole = plain.join(' ');
  const { rows } = await sql<CountedTopic>`
    select f.slug, f.uri, f.label, ${moments(sql`f.id`)} as moments, ${meetings(sql`f.id`)} as meetings from (
      select t.id, t.slug, t.uri, t.labels as label,
        case when ${names} like openfloor_fold(${`%"${whole}"%`}) then 0 when ${names} like openfloor_fold(${`%"${whole}%`}) then 1 else 2 end as place
      from topics t where ${sql.join(plain.map((word) => sql`${names} like openfloor_fold(${`%${word}%`})`), sql` and `)} and ${listed('t')}
      order by place, char_length(t.slug), t.slug limit ${limit}) f
    order by f.place, char_length(f.slug), f.slug`.execute(db);
  return rows;
}
