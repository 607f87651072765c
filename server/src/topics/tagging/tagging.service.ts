import type { Actor } from '#access/index.ts';
import type { AuditLog } from '#audit/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Db, Tx } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { TagMoment } from './evidence.domain.ts';
import { expandQuery, type NamedConcept } from './expand.domain.ts';
import type { Lexicons } from './lexicon.ts';
import { tagMoments } from './tag.domain.ts';
import type { DecidedTag, KeptTag, OpenTagStore, RecordingMove, Stretch, TagState } from './tagging.ports.ts';

export interface TaggingDeps {
  readonly database: Database;
  readonly openStore: OpenTagStore;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly lexicons: Lexicons;
  /** Told in the transaction in which the topics of a meeting's moments change. */
  readonly changed: (tx: Tx, meetingId: string) => Promise<void>;
}

/** What somebody decides about a topic of a moment. */
export interface TagDecision extends Stretch {
  /** Slug. */
  readonly topic: string;
  /** `suggested` takes a decision back. */
  readonly state: TagState;
}

/** Finds topics in what is said and asked, and keeps what people decide about them. */
export class Tagging {
  readonly #deps;

  constructor(deps: TaggingDeps) {
    this.#deps = deps;
  }

  /**
   * The slugs of the topics of each of a meeting's moments, in their order; kept, too, for pages and reviewers. What somebody has
   * refused stays away, and what somebody has accepted stays, also when moments are cut otherwise.
   */
  async topicsOf(db: Db, meetingId: string, moments: readonly (Stretch & TagMoment)[]): Promise<readonly (readonly string[])[]> {
    const { decided, suggested, kept } = await this.#suggest(db, meetingId, moments);
    await this.#deps.database.transaction((tx) => this.#deps.openStore(tx).suggest(meetingId, kept));
    return suggested.map((tags, n) => {
      const accepted = decided.filter((one) => one.state === 'accepted' && lies(one, moments[n])).map(({ slug }) => slug);
      return [...new Set([...accepted, ...tags.map(({ slug }) => slug)])];
    });
  }

  /**
   * Whether the vocabularies as they are now give a meeting's moments other topics than those that are kept. Where they are the same, what they were found by
   * is brought up to date; where they aren't, nothing is: the meeting has to be put into the index again, which does.
   */
  async areOthers(db: Db, meetingId: string, moments: readonly (Stretch & TagMoment)[]): Promise<boolean> {
    const { kept } = await this.#suggest(db, meetingId, moments);
    const named = ({ slug, startMs }: { readonly slug: string; readonly startMs: number }): string => `${startMs} ${slug}`;
    const before = (await this.#deps.openStore(db).ofMeeting(meetingId)).filter(({ state }) => state === 'suggested').map(({ startMs, topic: { slug } }) => named({ slug, startMs }));
    const now = new Set(kept.map(named));
    const others = before.length !== now.size || before.some((one) => !now.has(one));
    if (!others) await this.#deps.database.transaction((tx) => this.#deps.openStore(tx).suggest(meetingId, kept));
    return others;
  }

  /** What is decided of a meeting, and what the vocabularies suggest besides, moment by moment and as it is kept. */
  async #suggest(db: Db, meetingId: string, moments: readonly (Stretch & TagMoment)[]) {
    const [decided, { phrases }] = [await this.#deps.openStore(db).decided(meetingId), await this.#deps.lexicons.current()];
    const suggested = tagMoments(moments, phrases).map((tags, n) => {
      const here = new Set(decided.filter((one) => lies(one, moments[n])).map(({ slug }) => slug));
      return tags.filter(({ slug }) => !here.has(slug));
    });
    const kept = suggested.flatMap((tags, n) => tags.map((tag) => ({ ...tag, startMs: moments[n]?.startMs ?? 0, endMs: moments[n]?.endMs ?? 0 })));
    return { decided, suggested, kept };
  }

  /** Lets the topics of a meeting's moments follow a recording that took another's place. */
  async follow(actor: Actor, tx: Tx, meetingId: string, move: RecordingMove): Promise<void> {
    actor.require('meeting:edit');
    if (move.from.length > 0) await this.#deps.openStore(tx).move(meetingId, move);
  }

  /** The concepts that a query names, the best first; none where it names none. */
  async expand(text: string, language: string): Promise<readonly NamedConcept[]> {
    return expandQuery(text, language, await this.#deps.lexicons.trusted());
  }

  /** The tags of a meeting's moments by time, those that were refused too. */
  review(actor: Actor, meetingId: string): Promise<readonly KeptTag[]> {
    actor.require('topic:review');
    return this.#deps.openStore(this.#deps.database.db).ofMeeting(meetingId);
  }

  /** Accepts or refuses topics of moments, or takes that back. Throws `not_found` for a topic that isn't there; then nothing has changed. */
  async decide(actor: Actor, meetingId: string, decisions: readonly TagDecision[]): Promise<void> {
    actor.require('topic:review');
    await this.#deps.database.transaction(async (tx) => {
      const store = this.#deps.openStore(tx);
      for (const { topic, state, startMs, endMs } of decisions) {
        if (!await store.decide(meetingId, topic, { startMs, endMs }, state, actor.name, this.#deps.clock.now())) throw new AppError('not_found', { what: 'topic', id: topic });
        await this.#deps.audit.record(tx, actor, `topic.${state === 'suggested' ? 'undecide' : state === 'accepted' ? 'accept' : 'refuse'}`, { type: 'meeting', id: meetingId }, { topic, startMs, endMs });
      }
      await this.#deps.changed(tx, meetingId);
    });
  }
}

/** Whether a decision is about a moment: by its middle, as moments may be cut otherwise later. */
function lies({ startMs, endMs }: DecidedTag, moment: Stretch | undefined): boolean {
  const middle = (startMs + endMs) / 2;
  return moment !== undefined && moment.startMs <= middle && middle < Math.max(moment.endMs, moment.startMs + 1);
}
