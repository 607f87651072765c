import { sql } from 'kysely';
import type { Migration } from '#platform/db/index.ts';

const STATEMENTS = [
  `create table follows (
    id uuid primary key,
    -- Stands in every mail, so it can't be kept as a hash; all that it opens is this one follow.
    token text not null unique,
    address text not null,
    language text not null,
    search text not null,
    asked_at timestamptz(3) not null,
    confirmed_at timestamptz(3),
    mails integer not null default 0 check (mails >= 0),
    mailed_at timestamptz(3),
    refusals integer not null default 0 check (refusals >= 0)
  )`,
  'create unique index follows_same on follows (lower(address), language, md5(search))',
  'create index follows_search on follows using hash (search) where confirmed_at is not null',
  `create table follow_finds (
    follow_id uuid not null references follows (id) on delete cascade,
    meeting_id uuid not null references meetings (id) on delete cascade,
    -- The mail that tells of it, counted from 1; 0 was known when the follow began; null waits for one.
    mail integer check (mail >= 0),
    primary key (follow_id, meeting_id)
  )`,
  'create index follow_finds_meeting on follow_finds (meeting_id)',
  // Who was written to lately, as hashes that are deleted after a day: so that nobody's mailbox is filled by others.
  `create table follow_asks (
    address bytea not null check (length(address) = 32),
    at timestamptz(3) not null
  )`,
  'create index follow_asks_address on follow_asks (address, at)',
];

/** Searches that people follow by e-mail, and what each was told of. */
export const follows: Migration = {
  async up(tx) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};
