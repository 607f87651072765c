import { sql } from 'kysely';
import type { Migration } from '#platform/db/index.ts';

// Taken apart and without marks, so that "securite" finds "sécurité", "ا" finds "أ" and "е" finds "ё".
const MARKS = '[\\u0300-\\u036f\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06ed]';

const FOLD = `create function openfloor_fold(words text) returns text language sql immutable strict parallel safe
  return lower(regexp_replace(normalize(words, NFKD), '${MARKS}', '', 'g'))`;

const texts = (column: string): string => `jsonb_path_query_array(${column}, '$.*')::text`;
const folded = (table: string, ...parts: readonly string[]): string =>
  `alter table ${table} add column search_text text not null generated always as (openfloor_fold(${parts.join(` || ' ' || `)})) stored`;

const STATEMENTS = [
  FOLD,
  folded('meetings', `coalesce(symbol, '')`, texts('titles'), texts('descriptions')),
  folded('bodies', texts('names')),
  folded('series', texts('titles')),
  folded('topics', texts('labels')),
  folded('speakers', texts('names')),
  // The day in the meeting's own zone: what a schedule goes by. A zone that PostgreSQL doesn't know counts as UTC here.
  `alter table meetings add column local_day date`,
  `update meetings set local_day = (starts_at at time zone case
     when timezone in (select name from pg_timezone_names) then timezone else 'UTC' end)::date`,
  `create index meetings_by_day on meetings (local_day, starts_at)`,
  `create index channels_language on channels (language, meeting_id)`,
  // Copies kept elsewhere follow the changes in this order.
  `create index meetings_by_change on meetings (updated_at, id)`,
];

/** What lists and the search of the catalogue go by: folded words, the day of a meeting where it is held. */
export const browsing: Migration = {
  async up(tx) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};
