import { sql } from 'kysely';
import type { Migration } from '#platform/db/index.ts';

const STATEMENTS = [
  `alter table texts drop constraint texts_kind_check, add constraint texts_kind_check check (kind in ('captions', 'transcript', 'record'))`,
  // The words of a record are segments like others; here is what only a record has.
  `create table records (
    text_id uuid primary key references texts (id) on delete cascade,
    turns jsonb not null check (jsonb_typeof(turns) = 'array'),
    sentences jsonb not null check (jsonb_typeof(sentences) = 'array'),
    stages jsonb not null check (jsonb_typeof(stages) = 'array'),
    removed jsonb not null check (jsonb_typeof(removed) = 'array'),
    clues jsonb not null check (jsonb_typeof(clues) = 'object'),
    placed_by text not null check (placed_by in ('words', 'interventions and pauses', 'length'))
  )`,
];

/** Official records: their turns, and how their sentences were placed. */
export const records: Migration = {
  async up(tx) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};
