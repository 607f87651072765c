import { sql } from 'kysely';
import type { Migration } from '#platform/db/index.ts';

const STATEMENTS = [
  // A segment is known by its number in the text: it stays whatever is corrected, and its place follows from its times.
  `alter table segments add column number integer`,
  `update segments set number = numbered.number from (select id, row_number() over (partition by text_id order by position) as number from segments) as numbered
     where numbered.id = segments.id`,
  `alter table segments drop constraint segments_text_id_position_key, drop constraint segments_pkey`,
  `alter table segments
     add column edited text[] not null default '{}' check (edited <@ array['text', 'times', 'speaker', 'language']),
     add column origins integer[] not null default '{}',
     -- How sure an aligner is that this is said at this time, and whether it is heard at all.
     add column confidence real check (confidence between 0 and 1),
     add column unspoken boolean not null default false,
     alter column number set not null,
     add primary key (text_id, number)`,
  `update segments set origins = array[position]`,
  `alter table texts add column next_segment integer not null default 1 check (next_segment > 0)`,
  `update texts set next_segment = coalesce((select max(number) + 1 from segments where text_id = texts.id), 1)`,
  // The text as it last came in, before anything that people did: what comes in anew is compared with it.
  `create table text_sources (
     text_id uuid primary key references texts (id) on delete cascade,
     segments jsonb not null check (jsonb_typeof(segments) = 'array')
   )`,
  `insert into text_sources (text_id, segments)
     select texts.id, coalesce((select jsonb_agg(jsonb_build_object('startMs', start_ms, 'endMs', end_ms, 'text', text) order by position)
       from segments where text_id = texts.id), '[]') from texts`,
  `alter table segments drop column position, drop column id`,
  `create table text_changes (
     text_id uuid not null references texts (id) on delete cascade,
     number integer not null check (number > 0),
     version integer not null,
     at timestamptz(3) not null,
     actor text not null,
     deed text not null check (deed in ('create', 'import', 'align', 'correct', 'undo')),
     before jsonb not null,
     after jsonb not null,
     undoes integer,
     undone_by integer,
     primary key (text_id, number)
   )`,
];

/** Corrections of texts: segments that keep their numbers, what people have set, and the history of each text. */
export const corrections: Migration = {
  async up(tx) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};
