import { sql } from 'kysely';
import type { Migration } from '#platform/db/index.ts';

const STATEMENTS = [
  `create table recognitions (
    id uuid primary key,
    meeting_id uuid not null references meetings (id) on delete cascade,
    recording_id uuid not null references recordings (id) on delete cascade,
    channel text not null,
    language text not null,
    state text not null check (state in ('waiting', 'running', 'done', 'failed', 'stopped')),
    -- Which model was asked for; null leaves it to the languages.
    wanted_model text,
    any_language boolean not null,
    engine text,
    model text,
    hints integer not null default 0 check (hints >= 0),
    -- Everything before it is recognised.
    position_ms integer not null default 0 check (position_ms >= 0),
    duration_ms integer not null check (duration_ms >= 0),
    failure text,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    unique (meeting_id, channel)
  )`,
  `create table recognised_passages (
    recognition_id uuid not null references recognitions (id) on delete cascade,
    start_ms integer not null check (start_ms >= 0),
    segments jsonb not null check (jsonb_typeof(segments) = 'array'),
    primary key (recognition_id, start_ms)
  )`,
];

/** Recognition of speech: how far each channel is, and what was recognised up to there. */
export const recognition: Migration = {
  async up(tx) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};
