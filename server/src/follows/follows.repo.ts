import { sql, type Selectable } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { Follow } from './follow.domain.ts';
import type { FollowStore } from './follows.ports.ts';
import type { FollowTables } from './follows.tables.ts';

/** Stands for the mail before the first: what a reader could find already when the follow began. */
const KNOWN = 0;

/** Follows in PostgreSQL. */
export class FollowRepo implements FollowStore {
  readonly #db;

  constructor(db: Db) {
    this.#db = db.$extendTables<FollowTables>();
  }

  async asksSince(address: Uint8Array, since: Date): Promise<number> {
    const { n } = await this.#db.selectFrom('follow_asks').select(({ fn }) => fn.countAll<number>().as('n'))
      .where('address', '=', Buffer.from(address)).where('at', '>', since).executeTakeFirstOrThrow();
    return n;
  }

  async noteAsk(address: Uint8Array, at: Date): Promise<void> {
    await this.#db.insertInto('follow_asks').values({ address: Buffer.from(address), at }).execute();
  }

  async forgetAsks(before: Date): Promise<void> {
    await this.#db.deleteFrom('follow_asks').where('at', '<', before).execute();
  }

  async insert(follow: Follow): Promise<void> {
    await this.#db.insertInto('follows').values({
      id: follow.id, token: follow.token, address: follow.address, language: follow.language, search: follow.search, asked_at: follow.askedAt,
      confirmed_at: follow.confirmedAt, mails: follow.mails, mailed_at: follow.mailedAt, refusals: follow.refusals,
    }).execute();
  }

  async find(id: string): Promise<Follow | null> {
    return toFollow(await this.#db.selectFrom('follows').selectAll().where('id', '=', id).executeTakeFirst());
  }

  async lock(id: string): Promise<Follow | null> {
    return toFollow(await this.#db.selectFrom('follows').selectAll().where('id', '=', id).forUpdate().executeTakeFirst());
  }

  async byToken(token: string): Promise<Follow | null> {
    return toFollow(await this.#db.selectFrom('follows').selectAll().where('token', '=', token).executeTakeFirst());
  }

  async same({ address, language, search }: Pick<Follow, 'address' | 'language' | 'search'>): Promise<Follow | null> {
    return toFollow(await this.#db.selectFrom('follows').selectAll()
      .where(sql`lower(address)`, '=', address.toLowerCase()).where('language', '=', language).where('search', '=', search).forUpdate().executeTakeFirst());
  }

  async countOf(address: string): Promise<number> {
    const { n } = await this.#db.selectFrom('follows').select(({ fn }) => fn.countAll<number>().as('n')).where(sql`lower(address)`, '=', address.toLowerCase()).executeTakeFirstOrThrow();
    return n;
  }

  async askedAgain(id: string, at: Date): Promise<void> {
    await this.#db.updateTable('follows').set({ asked_at: at }).where('id', '=', id).execute();
  }

  async confirm(id: string, at: Date): Promise<void> {
    await this.#db.updateTable('follows').set({ confirmed_at: at }).where('id', '=', id).execute();
  }

  async remove(id: string): Promise<void> {
    await this.#db.deleteFrom('follows').where('id', '=', id).execute();
  }

  async searchesAfter(after: string, limit: number): Promise<readonly string[]> {
    const rows = await this.#db.selectFrom('follows').select('search').distinct().where('confirmed_at', 'is not', null).where('search', '>', after)
      .orderBy('search').limit(limit).execute();
    return rows.map(({ search }) => search);
  }

  async noteFind(search: string, meetingId: string): Promise<readonly Follow[]> {
    const rows = await this.#db
      .with('noted', (db) => db.insertInto('follow_finds').columns(['follow_id', 'meeting_id'])
        .expression(db.selectFrom('follows').select(['id', sql.val(meetingId).$castTo<string>().as('meeting_id')]).where('search', '=', search).where('confirmed_at', 'is not', null))
        .onConflict((conflict) => conflict.doNothing()).returning('follow_id'))
      .selectFrom('follows').innerJoin('noted', 'noted.follow_id', 'follows.id').selectAll('follows').execute();
    return rows.flatMap((row) => toFollow(row) ?? []);
  }

  async noteKnown(id: string, meetingIds: readonly string[]): Promise<void> {
    if (meetingIds.length === 0) return;
    await this.#db.insertInto('follow_finds').values(meetingIds.map((meeting) => ({ follow_id: id, meeting_id: meeting, mail: KNOWN })))
      .onConflict((conflict) => conflict.doNothing()).execute();
  }

  async nextMail(id: string, number: number): Promise<readonly string[]> {
    const chosen = async () => (await this.#db.selectFrom('follow_finds').select('meeting_id').where('follow_id', '=', id).where('mail', '=', number).execute()).map((row) => row.meeting_id);
    const before = await chosen();
    if (before.length > 0) return before;
    await this.#db.updateTable('follow_finds').set({ mail: number }).where('follow_id', '=', id).where('mail', 'is', null).execute();
    return chosen();
  }

  async countWaiting(id: string): Promise<number> {
    const { n } = await this.#db.selectFrom('follow_finds').select(({ fn }) => fn.countAll<number>().as('n')).where('follow_id', '=', id).where('mail', 'is', null).executeTakeFirstOrThrow();
    return n;
  }

  async mailed(id: string, number: number, at: Date | null): Promise<void> {
    await this.#db.updateTable('follows').set({ mails: number, mailed_at: at, refusals: 0 }).where('id', '=', id).execute();
  }

  async refused(id: string, times: number): Promise<void> {
    await this.#db.updateTable('follows').set({ refusals: times }).where('id', '=', id).execute();
  }
}

const toFollow = (row: Selectable<FollowTables['follows']> | undefined): Follow | null => (row === undefined ? null : {
  id: row.id, token: row.token, address: row.address, language: row.language, search: row.search, askedAt: row.asked_at,
  confirmedAt: row.confirmed_at, mails: row.mails, mailedAt: row.mailed_at, refusals: row.refusals,
});
