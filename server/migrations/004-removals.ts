import { sql } from 'kysely';
import type { Migration } from '#platform/db/index.ts';

const STATEMENTS = [
  // No foreign key: it stays when the meeting has gone.
  `create table meeting_removals (
    id uuid primary key,
    slug text not null,
    removed_at timestamptz(3) not null
  )`,
  `create index meeting_removals_newest on meeting_removals (removed_at, id)`,
];

/** What was public and has gone, so that copies kept elsewhere learn of it. */
export const removals: Migration = {
  async up(tx) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};
