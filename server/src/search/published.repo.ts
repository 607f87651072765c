import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import { isIndexThere } from './postgres/away.repo.ts';
import type { PublicMeetings } from './search.ports.ts';

/** Published meetings, in the catalogue's table. */
export const publishedMeetings = (db: Db): PublicMeetings => ({
  ids: async () => (await sql<{ id: string }>`select id from meetings where state = 'published' order by sort_at desc`.execute(db)).rows.map(({ id }) => id),
  changedSince: async (time) => (await sql<{ id: string }>`select id from meetings where state = 'published' and updated_at >= ${time}`.execute(db)).rows.map(({ id }) => id),
  removeOthers: async (tx, remove) => {
    const { rows } = await sql<{ id: string }>`select i.meeting_id as id from search.meetings i left join meetings m on m.id = i.meeting_id and m.state = 'published' where m.id is null`.execute(tx);
    for (const { id } of rows) await remove(id);
  },
  missing: async () => {
    const counts = await isIndexThere(db)
      ? await sql<{ missing: number; indexed: number }>`select count(*) filter (where i.meeting_id is null) as missing, count(i.meeting_id) as indexed
        from meetings m left join search.meetings i on i.meeting_id = m.id where m.state = 'published'`.execute(db)
      : await sql<{ missing: number; indexed: number }>`select count(*) as missing, 0 as indexed from meetings where state = 'published'`.execute(db);
    return counts.rows[0] ?? { missing: 0, indexed: 0 };
  },
  holds: async (tx, meetingId) => (await sql`select from meetings where id = ${meetingId} and state = 'published' for share`.execute(tx)).rows.length > 0,
});
