import type { LocalizedText, UiLanguage } from '#platform/i18n/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { Follow } from './follow.domain.ts';

/** A meeting that a search finds. */
export interface Find {
  readonly meetingId: string;
  readonly slug: string;
  readonly title: LocalizedText;
  readonly body: LocalizedText | null;
  /** ISO 8601 in UTC; null where it isn't settled. */
  readonly starts: string | null;
  readonly timezone: string;
  /** What was said there that it finds, the best first; empty where the meeting itself is found. */
  readonly quotes: readonly Quote[];
}

/** Words that were said, in the reader's language where there are any. */
export interface Quote {
  /** Key of the channel in which they are heard, and when: ms on the meeting's timeline. */
  readonly channel: string;
  readonly atMs: number;
  /** BCP 47. */
  readonly language: string;
  readonly text: string;
  readonly speaker: LocalizedText | null;
}

/** What searches mean and find; only what the public may see. */
export interface Searches {
  /** The search of an address in its one form, as it stands behind the `?`; null where it asks for nothing. */
  canonical(address: URLSearchParams): Promise<string | null>;
  /** A search as a reader would say it: its words and what narrows it down. */
  describe(search: string, language: UiLanguage): Promise<string>;
  /** The published meetings that it finds: the latest ones, or which of these. */
  finds(search: string, language: UiLanguage, which: { readonly newest: number } | { readonly among: readonly string[] }): Promise<readonly Find[]>;
}

/** Opens the store within a transaction, or outside of any. */
export type OpenFollowStore = (db: Db) => FollowStore;

/** Follows as they are kept. */
export interface FollowStore {
  /** How often an address (by its hash) was written to about wishes since then. */
  asksSince(address: Uint8Array, since: Date): Promise<number>;
  noteAsk(address: Uint8Array, at: Date): Promise<void>;
  forgetAsks(before: Date): Promise<void>;

  insert(follow: Follow): Promise<void>;
  find(id: string): Promise<Follow | null>;
  /** As `find`, and nobody else can change it until the transaction ends. */
  lock(id: string): Promise<Follow | null>;
  byToken(token: string): Promise<Follow | null>;
  /** The follow of this very search by this address (capitals make no difference). */
  same(wish: Pick<Follow, 'address' | 'language' | 'search'>): Promise<Follow | null>;
  /** How many searches an address follows or wishes to. */
  countOf(address: string): Promise<number>;
  askedAgain(id: string, at: Date): Promise<void>;
  confirm(id: string, at: Date): Promise<void>;
  remove(id: string): Promise<void>;

  /** The searches that somebody follows, each once, in order; those after `after`. */
  searchesAfter(after: string, limit: number): Promise<readonly string[]>;
  /** Notes a find for all who follow a search; gives the follows to whom it is new. */
  noteFind(search: string, meetingId: string): Promise<readonly Follow[]>;
  /** Notes what a follow's reader could find already when it began. */
  noteKnown(id: string, meetingIds: readonly string[]): Promise<void>;
  /** The finds of the next mail: those that were chosen for it before, else all that wait. */
  nextMail(id: string, number: number): Promise<readonly string[]>;
  /** How many finds wait for a mail after that one. */
  countWaiting(id: string): Promise<number>;
  /** A mail with news went out. */
  mailed(id: string, number: number, at: Date | null): Promise<void>;
  /** An address took no mail. */
  refused(id: string, times: number): Promise<void>;
}
