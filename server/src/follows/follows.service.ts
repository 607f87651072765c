import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import type { UiLanguage } from '#platform/i18n/index.ts';
import type { Queue } from '#platform/queue/index.ts';
import { ASKS, CONFIRM_WITHIN_MS, MOST_FOLLOWS, waitForMail, type Follow, type FollowTimes } from './follow.domain.ts';
import type { FollowStore, OpenFollowStore, Searches } from './follows.ports.ts';
import { forgetWish, lookAtMeeting, mailNews, mailWish } from './follow-jobs.ts';

export interface FollowsDeps {
  readonly database: Database;
  readonly openStore: OpenFollowStore;
  readonly queue: Pick<Queue, 'add'>;
  readonly searches: Searches;
  readonly clock: Clock;
  readonly times: FollowTimes;
}

// What could be found already when somebody began to follow; older ones come up again only by being published anew.
const KNOWN_AT_FIRST = 500;
const SEARCHES_AT_ONCE = 200;
/** What is found doesn't hang on it. */
const LOOKED_IN = 'en';

/**
 * Searches that people follow by e-mail. Whoever holds the token of a follow may confirm and end it; nobody else learns
 * that it exists. Invariant: what is noted and the job that tells of it commit in one transaction.
 */
export class Follows {
  readonly #deps;
  readonly #store;

  constructor(deps: FollowsDeps) {
    this.#deps = deps;
    this.#store = deps.openStore(deps.database.db);
  }

  /**
   * Takes a wish to follow: a mail asks its reader to confirm it. Nothing tells whether the address is known, follows the
   * search already, or has been written to too often; its mailbox alone learns that.
   */
  async ask(wish: { readonly address: string; readonly search: string; readonly language: UiLanguage }): Promise<void> {
    const now = this.#deps.clock.now();
    const hash = createHash('sha256').update(wish.address.toLowerCase()).digest();
    await this.#deps.database.transaction(async (tx) => {
      const store = this.#deps.openStore(tx);
      if (await store.asksSince(hash, new Date(now.getTime() - ASKS.withinMs)) >= ASKS.most) return;
      const id = await this.#wished(store, wish, now);
      if (id === null) return;
      await store.noteAsk(hash, now);
      await this.#deps.queue.add(tx, mailWish, { followId: id, asked: now.toISOString() }, { dedupeKey: id });
      await this.#deps.queue.add(tx, forgetWish, { followId: id }, { dedupeKey: id, delayMs: CONFIRM_WITHIN_MS });
    });
  }

  /** The id of the follow that is wished for; null where the address has too many. */
  async #wished(store: FollowStore, wish: { readonly address: string; readonly search: string; readonly language: UiLanguage }, now: Date): Promise<string | null> {
    const same = await store.same(wish);
    if (same) {
      await store.askedAgain(same.id, now);
      return same.id;
    }
    if (await store.countOf(wish.address) >= MOST_FOLLOWS) return null;
    const follow = { ...wish, id: randomUUID(), token: randomBytes(24).toString('base64url'), askedAt: now, confirmedAt: null, mails: 0, mailedAt: null, refusals: 0 };
    await store.insert(follow);
    return follow.id;
  }

  /** The follow that a token opens; null where there is none (any more). */
  async byToken(token: string): Promise<Follow | null> {
    return this.#store.byToken(token);
  }

  /** Its reader confirms it: from now on news is told. Again changes nothing; null where there is none (any more). */
  async confirm(token: string): Promise<Follow | null> {
    const found = await this.#store.byToken(token);
    if (!found || found.confirmedAt) return found;
    const known = await this.#deps.searches.finds(found.search, found.language, { newest: KNOWN_AT_FIRST });
    return this.#deps.database.transaction(async (tx) => {
      const store = this.#deps.openStore(tx);
      const follow = await store.lock(found.id);
      if (!follow || follow.confirmedAt) return follow;
      await store.confirm(follow.id, this.#deps.clock.now());
      await store.noteKnown(follow.id, known.map(({ meetingId }) => meetingId));
      return store.find(follow.id);
    });
  }

  /** Its reader ends it: everything about it is deleted, its address too. Again changes nothing. */
  async stop(token: string): Promise<void> {
    const follow = await this.#store.byToken(token);
    if (follow) await this.#store.remove(follow.id);
  }

  /** Forgets a wish that nobody confirmed in time, and whose address was written to long ago. */
  async forget(followId: string): Promise<void> {
    const now = this.#deps.clock.now().getTime();
    await this.#deps.database.transaction(async (tx) => {
      const store = this.#deps.openStore(tx);
      const follow = await store.lock(followId);
      if (follow?.confirmedAt === null && follow.askedAt.getTime() + CONFIRM_WITHIN_MS <= now) await store.remove(followId);
      await store.forgetAsks(new Date(now - ASKS.withinMs));
    });
  }

  /** Has a meeting looked at that was published or that got new texts; many changes at once are one look. */
  async meetingChanged(tx: Tx, meetingId: string): Promise<void> {
    await this.#deps.queue.add(tx, lookAtMeeting, { meetingId }, { dedupeKey: meetingId, delayMs: this.#deps.times.settle });
  }

  /** Finds out whose search finds this meeting for the first time, and has each told. May run again at any time. */
  async look(meetingId: string, signal: AbortSignal): Promise<void> {
    for (let searches = await this.#store.searchesAfter('', SEARCHES_AT_ONCE); searches.length > 0; searches = await this.#store.searchesAfter(searches.at(-1) ?? '', SEARCHES_AT_ONCE)) {
      for (const search of searches) {
        signal.throwIfAborted();
        const finds = await this.#deps.searches.finds(search, LOOKED_IN, { among: [meetingId] });
        if (finds.length > 0) await this.#note(search, meetingId);
      }
    }
  }

  async #note(search: string, meetingId: string): Promise<void> {
    const { database, openStore, queue, clock, times } = this.#deps;
    await database.transaction(async (tx) => {
      for (const follow of await openStore(tx).noteFind(search, meetingId)) {
        await queue.add(tx, mailNews, { followId: follow.id }, { dedupeKey: follow.id, delayMs: waitForMail(follow, clock.now(), times.gap) });
      }
    });
  }
}
