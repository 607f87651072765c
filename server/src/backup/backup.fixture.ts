import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { actorWithRole, localOperator } from '#access/index.ts';
import { openLocalBlobStore, type LocalBlobStore } from '#platform/blobs/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import type { Database, Migration } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { silentLog } from '#platform/log/index.ts';
import { platform } from '../../migrations/000-platform.ts';
import { verifyArchive } from './archive-reader.ts';
import { createBackup } from './backup.service.ts';
import { restore } from './restore.service.ts';

export const operator = localOperator();
export const worker = actorWithRole('nobody', 'public');

const step = (text: string): Migration => ({ up: async (tx) => void await sql.raw(text).execute(tx) });

/** Tables with all that makes a restore hard: foreign keys in a circle, triggers, computed columns, sequences, JSON. */
export const STEPS = {
  '000-platform': platform,
  '001-test': step(`
    create table meetings (
      id int generated always as identity primary key, slug text not null unique, title jsonb not null default '{}',
      parts text[] not null default '{}', starts timestamptz, bytes bytea, ratio float8,
      shout text generated always as (upper(slug)) stored, main_channel int);
    create table channels (id serial primary key, meeting int not null references meetings, name text not null);
    alter table meetings add constraint has_main foreign key (main_channel) references channels deferrable initially deferred;
    create table log (id bigserial primary key, said text not null);
    create function note() returns trigger language plpgsql as $$ begin insert into log (said) values (new.slug); return new; end $$;
    create trigger note after insert on meetings for each row execute function note();
    create table empty_one (n int);
    create schema other;
    create table other."Odd ""name""" ("a column" text);`),
};
export const LATER_STEPS = { ...STEPS, '002-later': step("alter table meetings add column colour text not null default 'blue'") };

export type Installation = AsyncDisposable & {
  readonly database: Database;
  readonly blobs: LocalBlobStore;
  readonly folder: string;
  backup(file: string): ReturnType<ReturnType<typeof createBackup>['backup']>;
  restore(file: string, migrations?: Readonly<Record<string, Migration>>): ReturnType<typeof restore>;
};

/** A database and a media store of their own. */
export async function openInstallation(migrations: Readonly<Record<string, Migration>> = STEPS): Promise<Installation> {
  const database = await openTestDatabase({ migrations });
  const folder = await mkdtemp(join(tmpdir(), 'openfloor-backup-'));
  const blobs = await openLocalBlobStore({ folder: join(folder, 'blobs') });
  return {
    database,
    blobs,
    folder,
    backup: (file) => createBackup({ database, blobs, clock: systemClock, log: silentLog }).backup(operator, { file }),
    restore: async (file, steps = STEPS) => restore({ database, blobs, migrations: steps, log: silentLog }, operator, { file, manifest: await verifyArchive(file) }),
    [Symbol.asyncDispose]: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Puts meetings and files in. */
export async function fill({ database, blobs }: Installation): Promise<void> {
  await sql.raw(`
    insert into meetings (slug, title, parts, starts, bytes, ratio) values
      ('plain', '{"fr": "Séance\\t\\"1\\""}', '{"a,b", "c\\nd", null}', '2020-12-03T10:00:00.123456-05:00', '\\x00ff5c6e', 0.1),
      ('odd', 'null', '{}', null, null, 'NaN'), ('\\N', '{"ar": "جلسة 🎙"}', '{"\\\\N"}', 'infinity', '', 1e-300);
    insert into channels (meeting, name) select id, 'floor' from meetings;
    update meetings set main_channel = channels.id from channels where channels.meeting = meetings.id;
    insert into other."Odd ""name""" values (E'tab\\there');`).execute(database.db);
  await blobs.put('media/m1/video.mp4', Buffer.alloc(3_000_000, 'v'));
  await blobs.put('media/m1/empty', '');
  await blobs.put(`media/${'deep/'.repeat(40)}file`, 'far down');
}

/** Everything an installation holds, to compare two of them. */
export async function contents({ database, blobs }: Installation): Promise<unknown> {
  const { rows } = await sql`select
    (select jsonb_agg(to_jsonb(m) order by id) from meetings m) as meetings,
    (select jsonb_agg(to_jsonb(c) order by id) from channels c) as channels,
    (select jsonb_agg(to_jsonb(l) order by id) from log l) as log,
    (select jsonb_agg(to_jsonb(o)) from other."Odd ""name""" o) as odd`.execute(database.db);
  const files: unknown[] = [];
  for await (const entry of blobs.list('')) files.push(entry);
  return { rows, files };
}
