import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { TopicTables } from '../topics.tables.ts';
import type { Tag } from './tag.domain.ts';
import { moveTags } from './follow-recording.repo.ts';
import type { ConceptSource, DecidedTag, KeptTag, RecordingMove, Stretch, TagState, TagStore, UsedConcept } from './tagging.ports.ts';

const AT_ONCE = 2000;
const USED = sql`not t.deprecated and exists (select from topics_of_schemes o join topic_schemes s on s.id = o.scheme_id where o.topic_id = t.id and s.used)`;

/** The concepts in use, on Kysely. */
export const conceptSource = (db: Db): ConceptSource => ({
  async version() {
    const { rows } = await sql<{ version: string }>`select coalesce(string_agg(s.uri || ' ' || s.used || ' ' || s.changed_at, ' ' order by s.uri), '') as version from topic_schemes s`.execute(db);
    return rows[0]?.version ?? '';
  },
  async* all() {
    const linked = (mine: 'topic_id' | 'other_id', other: 'topic_id' | 'other_id', kind: string) => sql<string[]>`coalesce((select array_agg(b.slug order by b.slug) from topic_links l
      join topics b on b.id = l.${sql.ref(other)} where l.${sql.ref(mine)} = t.id and l.kind = ${kind}), '{}')`;
    let after = '';
    for (;;) {
      const { rows } = await sql<UsedConcept>`
        select t.slug, t.labels, t.other_labels as "otherLabels", t.hidden_labels as "hiddenLabels", t.everyday_labels as "everydayLabels",
          ${linked('topic_id', 'other_id', 'broader')} as broader, ${linked('other_id', 'topic_id', 'broader')} as narrower, ${linked('topic_id', 'other_id', 'related')} as related
        from topics t where t.slug collate "C" > ${after} and ${USED} order by t.slug collate "C" limit ${AT_ONCE}`.execute(db);
      if (rows.length === 0) return;
      yield rows;
      after = rows.at(-1)?.slug ?? '';
    }
  },
});

/** Tags of moments on Kysely. */
export class TagRepo implements TagStore {
  readonly #db;

  constructor(db: Db) {
    this.#db = db.$extendTables<TopicTables>();
  }

  async decided(meetingId: string): Promise<readonly DecidedTag[]> {
    const { rows } = await sql<DecidedTag>`
      select t.slug, m.state, m.start_ms as "startMs", m.end_ms as "endMs" from moment_topics m join topics t on t.id = m.topic_id
      where m.meeting_id = ${meetingId} and m.state <> 'suggested' order by m.start_ms, t.slug`.execute(this.#db);
    return rows;
  }

  async move(meetingId: string, move: RecordingMove): Promise<void> {
    await moveTags(this.#db, meetingId, move);
  }

  async suggest(meetingId: string, tags: readonly (Stretch & Tag)[]): Promise<void> {
    await this.#db.deleteFrom('moment_topics').where('meeting_id', '=', meetingId).where('state', '=', 'suggested').execute();
    if (tags.length === 0) return;
    await sql`
      insert into moment_topics (meeting_id, topic_id, start_ms, end_ms, sureness, said)
      select ${meetingId}::uuid, t.id, n."startMs", n."endMs", n.sureness, n.said
      from jsonb_to_recordset(${JSON.stringify(tags)}::jsonb) as n (slug text, "startMs" int, "endMs" int, sureness real, said jsonb) join topics t on t.slug = n.slug
      on conflict do nothing`.execute(this.#db);
  }

  async ofMeeting(meetingId: string): Promise<readonly KeptTag[]> {
    const { rows } = await sql<Omit<KeptTag, 'decidedAt'> & { readonly decidedAt: Date | null }>`
      select jsonb_build_object('slug', t.slug, 'label', t.labels) as topic, m.start_ms as "startMs", m.end_ms as "endMs", m.state, m.sureness, m.said,
        m.decided_by as "decidedBy", m.decided_at as "decidedAt"
      from moment_topics m join topics t on t.id = m.topic_id where m.meeting_id = ${meetingId} order by m.start_ms, m.sureness desc nulls first, t.slug`.execute(this.#db);
    return rows.map(({ decidedAt, ...tag }) => ({ ...tag, decidedAt: decidedAt?.toISOString() ?? null }));
  }

  async decide(meetingId: string, slug: string, { startMs, endMs }: Stretch, state: TagState, by: string, now: Date): Promise<boolean> {
    const topic = await this.#db.selectFrom('topics').select('id').where('slug', '=', slug).executeTakeFirst();
    if (!topic) return false;
    const decision = state === 'suggested' ? { state, decided_by: null, decided_at: null } : { state, decided_by: by, decided_at: now };
    await this.#db.insertInto('moment_topics').values({ meeting_id: meetingId, topic_id: topic.id, start_ms: startMs, end_ms: endMs, sureness: null, ...decision })
      .onConflict((conflict) => conflict.columns(['meeting_id', 'topic_id', 'start_ms']).doUpdateSet(decision)).execute();
    return true;
  }
}
