import { sql } from 'kysely';
import type { Migration } from '#platform/db/index.ts';

const TOKENS = `create table tokens (
  -- The part of the token that finds it; what proves it is kept as a hash alone.
  id text primary key,
  name text not null unique,
  hash bytea not null check (length(hash) = 32),
  created_at timestamptz(3) not null,
  created_by text not null
)`;

/** Tokens that the operator makes for people and programs. */
export const tokens: Migration = {
  async up(tx) {
    await sql.raw(TOKENS).execute(tx);
  },
};
