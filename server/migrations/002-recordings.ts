import { sql } from 'kysely';
import type { Migration } from '#platform/db/index.ts';

const STATEMENTS = [
  `create table recordings (
    id uuid primary key,
    meeting_id uuid not null references meetings (id) on delete cascade,
    state text not null check (state in ('packaging', 'watchable', 'complete')),
    -- True while the meeting exists only because of this recording: then a failure takes the meeting with it.
    brings_meeting boolean not null,
    sources jsonb not null check (jsonb_typeof(sources) = 'object'),
    parts jsonb not null default '[]' check (jsonb_typeof(parts) = 'array'),
    duration_ms integer not null check (duration_ms > 0),
    target_seconds integer check (target_seconds > 0),
    storyboard jsonb,
    poster text,
    version integer not null default 1 check (version > 0),
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null
  )`,
  `create index recordings_meeting on recordings (meeting_id, created_at desc)`,
  `create table recording_steps (
    recording_id uuid not null references recordings (id) on delete cascade,
    step text not null check (step in ('package', 'stills', 'picture', 'measure', 'voices', 'keep-source')),
    position integer not null,
    state text not null check (state in ('waiting', 'running', 'done', 'failed')),
    failure text,
    ended_at timestamptz(3),
    primary key (recording_id, step)
  )`,
  `create table source_files (
    id uuid primary key default gen_random_uuid(),
    recording_id uuid not null references recordings (id) on delete cascade,
    path text not null,
    name text not null,
    bytes bigint not null check (bytes >= 0),
    sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
    blob_key text unique,
    unique (recording_id, name)
  )`,
  `create table time_maps (
    source_file_id uuid not null references source_files (id) on delete cascade,
    version integer not null check (version > 0),
    pieces jsonb not null check (jsonb_typeof(pieces) = 'array'),
    created_at timestamptz(3) not null,
    primary key (source_file_id, version)
  )`,
  `create table renditions (
    recording_id uuid not null references recordings (id) on delete cascade,
    kind text not null check (kind in ('picture', 'second-picture', 'sound', 'voice')),
    name text not null,
    playlist text not null,
    iframes text,
    files jsonb not null check (jsonb_typeof(files) = 'array'),
    codec text not null,
    width integer,
    height integer,
    frames_per_second real,
    audio_channels integer,
    peak_bits integer not null,
    average_bits integer not null,
    iframe_peak_bits integer,
    iframe_average_bits integer,
    bytes bigint not null,
    duration_ms integer not null,
    copied boolean not null,
    gain_built_in boolean not null default false,
    primary key (recording_id, kind, name)
  )`,
  `create table channel_levels (
    recording_id uuid not null references recordings (id) on delete cascade,
    channel text not null,
    integrated_lufs real,
    true_peak_dbtp real,
    gain_db real not null default 0,
    findings jsonb not null default '[]' check (jsonb_typeof(findings) = 'array'),
    primary key (recording_id, channel)
  )`,
];

/** Recordings: their sources and time maps, the steps of their processing, and what came out of them. */
export const recordings: Migration = {
  async up(tx) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};
