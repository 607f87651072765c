import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import { findTopics, readTopics } from './topic-index.repo.ts';
import type { CountedTopic, NeighbourTopic, TopicReader, TopicsTogether, TopicView } from './topic-view.ports.ts';

/** As many as a drawing can hold. */
const NEIGHBOURS = 9;
const PAIRS = 12;
const LINKS = 200;
/** Of a topic that everybody speaks about, so many moments say enough. */
const LOOKED_AT = 20_000;

const PUBLIC = sql`m.state = 'published'`;
// What everybody may see of a topic: all of a vocabulary, and what public meetings brought.
const SHOWN = sql`(exists (select from topics_of_schemes o where o.topic_id = t.id)
  or exists (select from meeting_topics mt join meetings m on m.id = mt.meeting_id where mt.topic_id = t.id and m.state in ('published', 'scheduled')))`;

/** Topics of the database as everybody may see them. */
export const topicReader = (db: Db): TopicReader => ({
  async topic(slug) {
    const { rows } = await sql<TopicView>`
      select t.slug, t.uri, t.labels as label, t.other_labels as "otherLabels", t.notes, t.notation, t.deprecated,
        (select jsonb_build_object('slug', r.slug, 'label', r.labels) from topics r where r.uri = t.replaced_by) as "replacedBy",
        ${links('topic_id', 'other_id', 'broader')} as broader, ${links('other_id', 'topic_id', 'broader')} as narrower, ${links('topic_id', 'other_id', 'related')} as related
      from topics t where t.slug = ${slug.replaceAll('\u0000', '')} and ${SHOWN}`.execute(db);
    return rows[0] ?? null;
  },
  together: (slug) => readTogether(db, slug),
  index: () => readTopics(db),
  find: (q, limit) => findTopics(db, q, limit),
  async list(limit) {
    const { rows } = await sql<CountedTopic>`
      select t.slug, t.uri, t.labels as label, n.moments::int, n.meetings::int from topics t join (
        select mt.topic_id, count(*) as moments, count(distinct mt.meeting_id) as meetings from moment_topics mt join meetings m on m.id = mt.meeting_id and ${PUBLIC}
        where mt.state <> 'refused' group by mt.topic_id) n on n.topic_id = t.id
      order by n.moments desc, t.slug limit ${limit}`.execute(db);
    return rows;
  },
});

const links = (mine: 'topic_id' | 'other_id', other: 'topic_id' | 'other_id', kind: string): RawBuilder<TopicView['broader']> => sql`
  coalesce((select jsonb_agg(jsonb_build_object('slug', l.slug, 'label', l.labels) order by l.slug) from (
    select b.slug, b.labels from topic_links k join topics b on b.id = k.${sql.ref(other)}
    where k.${sql.ref(mine)} = t.id and k.kind = ${kind} and not b.deprecated order by b.slug limit ${LINKS}) l), '[]')`;

async function readTogether(db: Db, slug: string): Promise<TopicsTogether> {
  const moments = sql`(select mt.meeting_id, mt.start_ms from moment_topics mt join topics t on t.id = mt.topic_id join meetings m on m.id = mt.meeting_id and ${PUBLIC}
    where t.slug = ${slug} and mt.state <> 'refused' limit ${LOOKED_AT})`;
  const { rows: topics } = await sql<NeighbourTopic & { readonly id: string }>`
    select t.id, t.slug, t.labels as label, count(*)::int as moments, count(distinct o.meeting_id)::int as meetings
    from ${moments} a join moment_topics o on o.meeting_id = a.meeting_id and o.start_ms = a.start_ms and o.state <> 'refused' join topics t on t.id = o.topic_id
    where t.slug <> ${slug} group by t.id order by count(*) desc, t.slug limit ${NEIGHBOURS}`.execute(db);
  const ids = topics.map(({ id }) => id);
  const { rows: pairs } = ids.length < 2 ? { rows: [] } : await sql<TopicsTogether['pairs'][number]>`
    select ta.slug as a, tb.slug as b, count(*)::int as moments from (select * from moment_topics where topic_id = any(${ids}::uuid[]) and state <> 'refused' limit ${LOOKED_AT}) a
      join moment_topics b on b.meeting_id = a.meeting_id and b.start_ms = a.start_ms and b.topic_id > a.topic_id and b.topic_id = any(${ids}::uuid[]) and b.state <> 'refused'
      join meetings m on m.id = a.meeting_id and ${PUBLIC} join topics ta on ta.id = a.topic_id join topics tb on tb.id = b.topic_id
    group by ta.slug, tb.slug order by count(*) desc, ta.slug, tb.slug limit ${PAIRS}`.execute(db);
  return { topics: topics.map(({ slug: own, label, moments: said, meetings }) => ({ slug: own, label, moments: said, meetings })), pairs };
}
