import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { isAppError } from '#platform/errors/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Mail, Mailer } from '#platform/mail/index.ts';
import type { JobDefinition, Queue } from '#platform/queue/index.ts';
import { mailNews, mailWish } from './follow-jobs.ts';
import { MOST_REFUSALS, waitForMail, type Follow, type FollowTimes } from './follow.domain.ts';
import { newsMail, wishMail } from './mail-page.tsx';
import type { OpenFollowStore, Searches } from './follows.ports.ts';

export interface FollowMailsDeps {
  readonly database: Database;
  readonly openStore: OpenFollowStore;
  readonly queue: Pick<Queue, 'add'>;
  readonly searches: Searches;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly log: Log;
  readonly times: FollowTimes;
  /** Where links lead: without a slash at the end. */
  readonly origin: string;
}

/**
 * The mails of follows. Each has an id of its own that stays when it is sent again after a breakdown, so a mailbox can
 * keep one copy; what it tells of is chosen before it goes, so that the second copy says the same.
 */
export class FollowMails {
  readonly #deps;
  readonly #store;

  constructor(deps: FollowMailsDeps) {
    this.#deps = deps;
    this.#store = deps.openStore(deps.database.db);
  }

  /** Asks a reader to confirm a wish, or tells that it is confirmed already. */
  async wish(followId: string, asked: string): Promise<void> {
    const follow = await this.#store.find(followId);
    if (!follow) return;
    const search = await this.#deps.searches.describe(follow.search, follow.language);
    const sent = await this.#send(follow, await wishMail({ follow, search, origin: this.#deps.origin, id: `${follow.id}.ask.${Date.parse(asked)}` }), mailWish, { followId, asked });
    if (sent === 'refused' && !follow.confirmedAt) await this.#store.remove(followId);
  }

  /** Tells a reader what his search has found since the last mail; nothing where nothing is left of it. */
  async news(followId: string): Promise<void> {
    const { clock, database, openStore, searches, times } = this.#deps;
    const follow = await this.#store.find(followId);
    if (!follow?.confirmedAt) return;
    const early = waitForMail(follow, clock.now(), times.gap);
    if (early > 0) return this.#later(mailNews, { followId }, followId, early);
    const number = follow.mails + 1;
    const chosen = await database.transaction((tx) => openStore(tx).nextMail(followId, number));
    if (chosen.length === 0) return;
    // What was withdrawn meanwhile is not told of.
    const finds = await searches.finds(follow.search, follow.language, { among: chosen });
    if (finds.length > 0) {
      const search = await searches.describe(follow.search, follow.language);
      const sent = await this.#send(follow, await newsMail({ follow, search, finds, origin: this.#deps.origin, id: `${follow.id}.${number}` }), mailNews, { followId });
      if (sent === 'later') return;
      if (sent === 'refused') return this.#refused(follow);
    }
    await database.transaction(async (tx) => {
      const store = openStore(tx);
      await store.mailed(followId, number, finds.length > 0 ? clock.now() : follow.mailedAt);
      if (await store.countWaiting(followId) > 0) await this.#deps.queue.add(tx, mailNews, { followId }, { dedupeKey: followId, delayMs: times.gap });
    });
  }

  async #send<P>({ id }: Follow, mail: Mail, job: JobDefinition<P>, payload: P): Promise<'sent' | 'refused' | 'later'> {
    try {
      await this.#deps.mailer.send(mail);
      return 'sent';
    } catch (error) {
      if (!isAppError(error) || (error.code !== 'mail_refused' && error.code !== 'mail_away')) throw error;
      if (error.code === 'mail_refused') return 'refused';
      this.#deps.log.error({ err: error }, `${error.message} ${error.remedy}`);
      await this.#later(job, payload, id, this.#deps.times.again);
      return 'later';
    }
  }

  async #refused({ id, refusals }: Follow): Promise<void> {
    if (refusals + 1 >= MOST_REFUSALS) return this.#store.remove(id);
    await this.#store.refused(id, refusals + 1);
    await this.#later(mailNews, { followId: id }, id, this.#deps.times.gap);
  }

  async #later<P>(job: JobDefinition<P>, payload: P, dedupeKey: string, delayMs: number): Promise<void> {
    await this.#deps.database.transaction((tx) => this.#deps.queue.add(tx, job, payload, { dedupeKey, delayMs }));
  }
}
