import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { MeetingDay } from './browse.ports.ts';

const PUBLIC = sql`state in ('published', 'scheduled')`;

export async function readDays(db: Db, first: string, last: string): Promise<readonly MeetingDay[]> {
  const { rows } = await sql<MeetingDay>`
    select local_day::text as day, count(*)::integer as meetings from meetings
    where local_day between ${first}::date and ${last}::date and ${PUBLIC} group by local_day order by local_day`.execute(db);
  return rows;
}

export async function readDaysAround(db: Db, first: string, last: string) {
  const { rows: [around] } = await sql<{ before: string | null; after: string | null }>`
    select (select max(local_day)::text from meetings where local_day < ${first}::date and ${PUBLIC}) as before,
           (select min(local_day)::text from meetings where local_day > ${last}::date and ${PUBLIC}) as after`.execute(db);
  return around ?? { before: null, after: null };
}

/** Languages of channels and of the floor; not those tags that name none. */
export async function readLanguages(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ language: string }>`
    select language from channels join meetings m on m.id = meeting_id where ${PUBLIC} and language not in ('mul', 'und', 'zxx') group by language
    union select unnest(floor_languages) from meetings where ${PUBLIC}
    order by language`.execute(db);
  return rows.map(({ language }) => language);
}
