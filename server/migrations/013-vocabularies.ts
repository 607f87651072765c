import { sql } from 'kysely';
import type { Migration } from '#platform/db/index.ts';

const OBJECT = (column: string) => `check (jsonb_typeof(${column}) = 'object')`;

const STATEMENTS = [
  `alter table topics
    add column other_labels jsonb not null default '{}' ${OBJECT('other_labels')},
    add column hidden_labels jsonb not null default '{}' ${OBJECT('hidden_labels')},
    add column everyday_labels jsonb not null default '{}' ${OBJECT('everyday_labels')},
    add column notes jsonb not null default '{}' ${OBJECT('notes')},
    add column notation text,
    add column deprecated boolean not null default false,
    -- A URI: the concept may not have come yet.
    add column replaced_by text`,
  `create table topic_schemes (
    id uuid primary key default gen_random_uuid(),
    uri text not null unique,
    titles jsonb not null default '{}' ${OBJECT('titles')},
    -- Whether moments are tagged with its concepts, and queries understood by them.
    used boolean not null default true,
    -- Names the files that it was made from.
    made_from text not null,
    changed_at timestamptz(3) not null
  )`,
  `create table topics_of_schemes (
    topic_id uuid not null references topics (id) on delete cascade,
    scheme_id uuid not null references topic_schemes (id) on delete cascade,
    primary key (topic_id, scheme_id)
  )`,
  `create index topics_of_schemes_scheme on topics_of_schemes (scheme_id)`,
  // Circles are allowed: a vocabulary may have them.
  `create table topic_links (
    topic_id uuid not null references topics (id) on delete cascade,
    kind text not null check (kind in ('broader', 'related')),
    other_id uuid not null references topics (id) on delete cascade check (other_id <> topic_id),
    primary key (topic_id, kind, other_id)
  )`,
  `create index topic_links_other on topic_links (other_id, kind)`,
  `create table moment_topics (
    meeting_id uuid not null references meetings (id) on delete cascade,
    topic_id uuid not null references topics (id) on delete cascade,
    start_ms integer not null check (start_ms >= 0),
    end_ms integer not null check (end_ms >= start_ms),
    state text not null default 'suggested' check (state in ('suggested', 'accepted', 'refused')),
    -- 0 to 1; null for what somebody has added.
    sureness real check (sureness between 0 and 1),
    -- The words that name it, by language.
    said jsonb not null default '{}' ${OBJECT('said')},
    decided_by text,
    decided_at timestamptz(3),
    primary key (meeting_id, topic_id, start_ms),
    check ((state = 'suggested') = (decided_by is null))
  )`,
  `create index moment_topics_topic on moment_topics (topic_id, meeting_id, start_ms)`,
];

/** Vocabularies of topics as SKOS describes them, and the topics of moments. */
export const vocabularies: Migration = {
  async up(tx) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};
