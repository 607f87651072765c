import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { RelatedIds } from './browse.ports.ts';

/** The reason that binds two meetings most closely is the one under which the other is listed. */
const REASONS = ['series', 'topics', 'speakers'] as const;

interface Row {
  readonly id: string;
  readonly reason: (typeof REASONS)[number];
}

/** Other public meetings: of one series the latest first, by topic and speaker those with the most in common first. */
export async function readRelated(db: Db, meetingId: string, limit: number): Promise<RelatedIds> {
  const { rows } = await sql<Row>`
    with same as (
      select m.id, 'series' as reason, 1 as shared from meetings me join meetings m on m.series_id = me.series_id where me.id = ${meetingId}
      union all
      select other.meeting_id, 'topics', count(*) from meeting_topics mine join meeting_topics other on other.topic_id = mine.topic_id
      where mine.meeting_id = ${meetingId} group by other.meeting_id
      union all
      select other.meeting_id, 'speakers', count(distinct other.speaker_id) from interventions mine join interventions other on other.speaker_id = mine.speaker_id
      where mine.meeting_id = ${meetingId} group by other.meeting_id
    ),
    ranked as (
      select same.id, same.reason, row_number() over (partition by same.reason order by same.shared desc, m.sort_at desc, m.id) as place
      from same join meetings m on m.id = same.id where m.id <> ${meetingId} and m.state in ('published', 'scheduled')
    )
    select id, reason from ranked where place <= ${limit * REASONS.length} order by place`.execute(db);
  const taken = new Set<string>();
  const listed = REASONS.map((reason) => {
    const ids = rows.filter((row) => row.reason === reason && !taken.has(row.id)).slice(0, limit).map(({ id }) => id);
    for (const id of ids) taken.add(id);
    return ids;
  });
  return { series: listed[0] ?? [], topics: listed[1] ?? [], speakers: listed[2] ?? [] };
}
