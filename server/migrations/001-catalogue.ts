import { sql } from 'kysely';
import type { Migration } from '#platform/db/index.ts';

// Slugs may be in any script; what would change the meaning of an address may not be in one.
const SLUG = (column: string) => `check (${column} ~ '^[^[:space:]/?#%.A-Z]{1,120}$')`;
const LANGUAGE = (column: string) => `check (${column} ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$')`;
const OBJECT = (column: string) => `check (jsonb_typeof(${column}) = 'object')`;
const RANGE = `check (start_ms >= 0), check (end_ms is null or end_ms >= start_ms)`;

// Bodies, categories, series, topics and speakers belong to the whole catalogue: a meeting that goes leaves them.
const SHARED = [
  `create table bodies (
    id uuid primary key default gen_random_uuid(),
    parent_id uuid references bodies (id) check (parent_id <> id),
    slug text not null unique ${SLUG('slug')},
    names jsonb not null default '{}' ${OBJECT('names')}
  )`,
  `create index bodies_parent on bodies (parent_id)`,
  `create table categories (
    id uuid primary key default gen_random_uuid(),
    parent_id uuid references categories (id) check (parent_id <> id),
    path text not null unique check (path ~ '^[^[:space:]?#%.A-Z]+$' and length(path) <= 500),
    names jsonb not null default '{}' ${OBJECT('names')},
    check ((parent_id is null) = (position('/' in path) = 0))
  )`,
  `create index categories_parent on categories (parent_id)`,
  `create table series (
    id uuid primary key default gen_random_uuid(),
    slug text not null unique ${SLUG('slug')},
    titles jsonb not null default '{}' ${OBJECT('titles')}
  )`,
  `create table topics (
    id uuid primary key default gen_random_uuid(),
    slug text not null unique ${SLUG('slug')},
    uri text unique,
    labels jsonb not null default '{}' ${OBJECT('labels')}
  )`,
  `create table speakers (
    id uuid primary key default gen_random_uuid(),
    slug text not null unique ${SLUG('slug')},
    names jsonb not null ${OBJECT('names')}
  )`,
];

const MEETINGS = [
  `create table meetings (
    id uuid primary key default gen_random_uuid(),
    slug text not null unique ${SLUG('slug')},
    state text not null default 'draft' check (state in ('draft', 'scheduled', 'published', 'withdrawn')),
    titles jsonb not null ${OBJECT('titles')} check (titles <> '{}'),
    descriptions jsonb not null default '{}' ${OBJECT('descriptions')},
    body_id uuid references bodies (id),
    series_id uuid references series (id),
    format text not null default 'meeting' check (format ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(format) <= 60),
    starts_at timestamptz(3),
    ends_at timestamptz(3),
    timezone text not null default 'UTC' check (timezone <> ''),
    symbol text check (symbol <> ''),
    duration_ms integer check (duration_ms >= 0),
    floor_languages text[] not null default '{}',
    rights jsonb ${OBJECT('rights')},
    version integer not null default 1 check (version > 0),
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    published_at timestamptz(3),
    sort_at timestamptz(3) not null generated always as (coalesce(starts_at, created_at)) stored,
    check (ends_at is null or (starts_at is not null and ends_at >= starts_at)),
    check (state <> 'published' or published_at is not null)
  )`,
  `create index meetings_newest on meetings (sort_at desc, id desc)`,
  `create index meetings_by_body on meetings (body_id, sort_at desc, id desc)`,
  `create index meetings_by_series on meetings (series_id, sort_at desc, id desc)`,
  // Every address a meeting has or had, so that none is ever given to another meeting; claimed before the meeting is inserted.
  `create table meeting_slugs (
    slug text primary key ${SLUG('slug')},
    meeting_id uuid not null references meetings (id) on delete cascade deferrable initially deferred
  )`,
  `create index meeting_slugs_meeting on meeting_slugs (meeting_id)`,
  `create table meeting_categories (
    meeting_id uuid not null references meetings (id) on delete cascade,
    category_id uuid not null references categories (id),
    position integer not null check (position >= 0),
    primary key (meeting_id, category_id)
  )`,
  `create index meeting_categories_category on meeting_categories (category_id, meeting_id)`,
  `create table meeting_topics (
    meeting_id uuid not null references meetings (id) on delete cascade,
    topic_id uuid not null references topics (id),
    position integer not null check (position >= 0),
    primary key (meeting_id, topic_id)
  )`,
  `create index meeting_topics_topic on meeting_topics (topic_id, meeting_id)`,
];

const INSIDE_A_MEETING = [
  `create table agenda_items (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references meetings (id) on delete cascade,
    position integer not null check (position >= 0),
    titles jsonb not null ${OBJECT('titles')} check (titles <> '{}'),
    symbol text check (symbol <> ''),
    start_ms integer,
    end_ms integer,
    ${RANGE},
    check (end_ms is null or start_ms is not null),
    unique (meeting_id, position),
    unique (meeting_id, id)
  )`,
  `create table interventions (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references meetings (id) on delete cascade,
    position integer not null check (position >= 0),
    speaker_id uuid not null references speakers (id),
    capacity jsonb ${OBJECT('capacity')},
    language text not null ${LANGUAGE('language')},
    start_ms integer not null,
    end_ms integer,
    agenda_item_id uuid,
    ${RANGE},
    unique (meeting_id, position),
    foreign key (meeting_id, agenda_item_id) references agenda_items (meeting_id, id)
  )`,
  `create index interventions_speaker on interventions (speaker_id)`,
  `create index interventions_agenda_item on interventions (meeting_id, agenda_item_id)`,
  `create table documents (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references meetings (id) on delete cascade,
    position integer not null check (position >= 0),
    symbol text check (symbol <> ''),
    titles jsonb not null default '{}' ${OBJECT('titles')},
    url text check (url ~ '^https?://'),
    unique (meeting_id, position)
  )`,
  `create table channels (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references meetings (id) on delete cascade,
    key text not null check (key ~ '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$' and length(key) <= 40),
    role text not null check (role in ('floor', 'interpretation', 'relay', 'audio-description', 'machine-voice', 'sign-language')),
    language text not null ${LANGUAGE('language')},
    label jsonb ${OBJECT('label')},
    provenance jsonb ${OBJECT('provenance')},
    gaps jsonb not null default '[]' check (jsonb_typeof(gaps) = 'array'),
    position integer not null check (position >= 0),
    unique (meeting_id, key),
    unique (meeting_id, position) deferrable initially deferred
  )`,
  `create unique index channels_one_floor on channels (meeting_id) where role = 'floor'`,
];

// What was done outlives what it was done to: no foreign key.
const AUDIT = [
  `create table audit (
    id uuid primary key default gen_random_uuid(),
    at timestamptz not null default clock_timestamp(),
    actor text not null,
    action text not null,
    subject_type text not null,
    subject_id text not null,
    detail jsonb not null default '{}' ${OBJECT('detail')}
  )`,
  `create index audit_subject on audit (subject_type, subject_id, at desc)`,
  `create index audit_newest on audit (at desc)`,
];

/** Bodies, meetings and all that belongs to a meeting, and the audit log. */
export const catalogue: Migration = {
  async up(tx) {
    for (const statement of [...SHARED, ...MEETINGS, ...INSIDE_A_MEETING, ...AUDIT]) await sql.raw(statement).execute(tx);
  },
};
