import { sql } from 'kysely';
import type { Migration } from '#platform/db/index.ts';

/** Where somebody speaks and a text has nothing, as an aligner has found it. */
export const holes: Migration = {
  async up(tx) {
    await sql.raw(`alter table text_sources add column holes jsonb not null default '[]' check (jsonb_typeof(holes) = 'array')`).execute(tx);
  },
};
