import { sql } from 'kysely';
import type { Migration } from '#platform/db/index.ts';

const STATEMENTS = [
  `create table texts (
    id uuid primary key,
    meeting_id uuid not null references meetings (id) on delete cascade,
    kind text not null check (kind in ('captions', 'transcript')),
    -- A channel by its key: it keeps its words when the recording is replaced.
    channel text not null,
    language text not null,
    status text not null check (status in ('machine', 'edited', 'final')),
    provenance jsonb check (jsonb_typeof(provenance) = 'object'),
    version integer not null default 1 check (version > 0),
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    unique (meeting_id, channel, kind, language)
  )`,
  `create table segments (
    id bigint primary key generated always as identity,
    text_id uuid not null references texts (id) on delete cascade,
    position integer not null,
    start_ms integer not null check (start_ms >= 0),
    end_ms integer not null check (end_ms >= start_ms),
    text text not null,
    words jsonb check (jsonb_typeof(words) = 'array'),
    speaker text,
    language text,
    unique (text_id, position)
  )`,
];

/** Words in time: the texts of a meeting's channels, and their segments. */
export const words: Migration = {
  async up(tx) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};
