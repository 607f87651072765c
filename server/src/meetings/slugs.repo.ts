import { sql } from 'kysely';
import type { Db, Tx } from '#platform/db/index.ts';
import type { MeetingTables } from './meetings.tables.ts';
import { looksLikeId, numbered } from './slug.domain.ts';

const tables = (db: Db) => db.$extendTables<MeetingTables>();

/** The id behind a slug of today or of before, or behind an id. */
export async function findMeeting(db: Db, slugOrId: string): Promise<string | undefined> {
  if (looksLikeId(slugOrId)) {
    const found = await tables(db).selectFrom('meetings').select('id').where('id', '=', slugOrId).executeTakeFirst();
    return found?.id;
  }
  // PostgreSQL can't even be asked about NUL.
  if (slugOrId.includes('\u0000')) return undefined;
  const found = await tables(db).selectFrom('meeting_slugs').select('meeting_id').where('slug', '=', slugOrId).executeTakeFirst();
  return found?.meeting_id;
}

/** The slug of today for a slug of today or of before, or for an id. */
export async function currentSlug(db: Db, slug: string): Promise<string | undefined> {
  const id = await findMeeting(db, slug);
  if (id === undefined) return undefined;
  return (await tables(db).selectFrom('meetings').select('slug').where('id', '=', id).executeTakeFirst())?.slug;
}

/** Reserves an address for a meeting; false when another meeting has or had it. */
export async function claimSlug(tx: Tx, meetingId: string, slug: string): Promise<boolean> {
  const claimed = await tables(tx).insertInto('meeting_slugs').values({ slug, meeting_id: meetingId })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ slug: sql`excluded.slug` }).where('meeting_slugs.meeting_id', '=', meetingId))
    .returning('slug').execute();
  return claimed.length > 0;
}

/** Reserves the address, or the nearest free one made from it (`-2`, `-3`), and returns it. */
export async function claimNearestSlug(tx: Tx, meetingId: string, slug: string): Promise<string> {
  const taken = await tables(tx).selectFrom('meeting_slugs').select('slug')
    .where((eb) => eb.or([eb('slug', '=', slug), eb(sql<boolean>`starts_with(slug, ${`${slug}-`})`, '=', true)])).execute();
  const names = new Set(taken.map((row) => row.slug));
  for (let n = 1; ; n += 1) {
    const name = numbered(slug, n);
    // What looks free may have been taken since by somebody whose transaction is still open: then the next one.
    if (!names.has(name) && await claimSlug(tx, meetingId, name)) return name;
  }
}
