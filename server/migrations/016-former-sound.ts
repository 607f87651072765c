import { sql } from 'kysely';
import type { Migration } from '#platform/db/index.ts';

/** Texts that were made for a sound that another has taken the place of, with which sound that was; null for all others. */
export const formerSound: Migration = {
  async up(tx) {
    await sql.raw(`alter table texts add column former_sound text`).execute(tx);
  },
};
