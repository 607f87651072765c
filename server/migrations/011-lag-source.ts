import { sql } from 'kysely';
import type { Migration } from '#platform/db/index.ts';

/** What a lag was measured from: while that is the same, the lag stays as it is. Lags from before this step are measured once more. */
export const lagSource: Migration = {
  async up(tx) {
    await sql.raw(`alter table channel_lags add column made_from text not null default ''`).execute(tx);
  },
};
