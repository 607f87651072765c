import { sql } from 'kysely';
import type { Migration } from '#platform/db/index.ts';

/** Under which bodies (from the top) and categories a meeting stood that has gone; null for those that went before this was kept. */
export const removalPlaces: Migration = {
  async up(tx) {
    await sql.raw(`alter table meeting_removals add column places jsonb check (jsonb_typeof(places) = 'object')`).execute(tx);
  },
};
