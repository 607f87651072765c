import { sql } from 'kysely';
import type { Migration } from '#platform/db/index.ts';

const STATEMENTS = [
  `create table channel_speech (
    recording_id uuid not null references recordings (id) on delete cascade,
    channel text not null,
    -- When somebody speaks: begin and end in ms, one after the other.
    edges jsonb not null check (jsonb_typeof(edges) = 'array'),
    primary key (recording_id, channel)
  )`,
  `create table channel_lags (
    meeting_id uuid not null references meetings (id) on delete cascade,
    channel text not null,
    -- [floor ms, lag ms, confidence, basis] of each point.
    points jsonb not null check (jsonb_typeof(points) = 'array'),
    with_words boolean not null,
    version integer not null default 1 check (version > 0),
    measured_at timestamptz(3) not null,
    primary key (meeting_id, channel)
  )`,
];

/** How far interpretation channels are behind the floor, and when somebody speaks in each channel. */
export const lag: Migration = {
  async up(tx) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};
