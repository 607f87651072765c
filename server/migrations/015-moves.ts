import { sql } from 'kysely';
import type { Migration } from '#platform/db/index.ts';

const STATEMENTS = [
  // Segments that were cut off with their part of the recording, on the own time of its files.
  `alter table text_sources add column outside jsonb not null default '[]' check (jsonb_typeof(outside) = 'array')`,
  `alter table text_changes drop constraint text_changes_deed_check,
     add constraint text_changes_deed_check check (deed in ('create', 'import', 'align', 'correct', 'undo', 'move'))`,
  // What people decided about topics of moments that were cut off.
  `create table moment_topics_outside (
    meeting_id uuid not null references meetings (id) on delete cascade,
    topic_id uuid not null references topics (id) on delete cascade,
    file text not null,
    start_ms integer not null,
    end_ms integer not null check (end_ms >= start_ms),
    state text not null check (state in ('accepted', 'refused')),
    decided_by text not null,
    decided_at timestamptz(3),
    primary key (meeting_id, topic_id, file, start_ms)
  )`,
];

/** Texts that move with their recording, and keep what was cut off it. */
export const moves: Migration = {
  async up(tx) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};
