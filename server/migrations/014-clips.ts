import { sql } from 'kysely';
import type { Migration } from '#platform/db/index.ts';

const STATEMENTS = [
  // What became of a meeting's timeline when its recording was replaced; no pieces where nobody can tell.
  `create table timeline_moves (
    meeting_id uuid not null references meetings (id) on delete cascade,
    number integer not null check (number > 0),
    pieces jsonb check (jsonb_typeof(pieces) = 'array'),
    created_at timestamptz(3) not null,
    primary key (meeting_id, number)
  )`,
  `create table clips (
    id text primary key check (id ~ '^[a-z0-9]{6,20}$'),
    meeting_id uuid not null references meetings (id) on delete cascade,
    -- Of everything below: the same clip has one address.
    sameness text not null unique,
    channel text not null,
    start_ms integer not null check (start_ms >= 0),
    end_ms integer not null check (end_ms > start_ms),
    -- The words as they were cited; null where nothing is written.
    quote jsonb check (jsonb_typeof(quote) = 'object'),
    -- How often the timeline had moved by then.
    timeline integer not null check (timeline >= 0),
    created_at timestamptz(3) not null
  )`,
  `create index clips_meeting on clips (meeting_id)`,
];

/** Clips of meetings, and what they need to be found again once a recording has been replaced. */
export const clips: Migration = {
  async up(tx) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};
