import type { Actor } from '#access/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { MeetingFolder } from './folder/folder.domain.ts';
import type { BodyNode, CategoryNode, MeetingChanges, MeetingDetail, MeetingPage } from './meeting-detail.domain.ts';
import type { MeetingPatch } from './meeting-head.domain.ts';
import type { MeetingState, MeetingStep } from './meetings.domain.ts';

/** A meeting as its writers need it: enough to go on, without what pages show. */
export interface MeetingHandle {
  readonly id: string;
  readonly slug: string;
  readonly state: MeetingState;
  readonly version: number;
  /** Keys and ids of the channels, in their order. */
  readonly channels: readonly { readonly id: string; readonly key: string; readonly role: string; readonly language: string }[];
}

export interface MeetingFilter {
  /** Slug of a body; meetings of the bodies below it are in. */
  readonly body?: string;
  /** Path of a category; meetings of the categories below it are in. */
  readonly category?: string;
  /** The public sees published and scheduled meetings only, whatever is asked. */
  readonly state?: MeetingState;
  /** A `next` of the page before. */
  readonly before?: string;
  /** 1 to 200; 50 when left out. */
  readonly limit?: number;
  /** Words that must all be found in titles, descriptions, symbols or names (of speakers, bodies, series, topics), in any language. */
  readonly q?: string;
  readonly series?: string;
  readonly topic?: string;
  /** Slug of a speaker who took the floor. */
  readonly speaker?: string;
  /** A language that can be heard: that of a channel, or one spoken on the floor; `zh` takes in `zh-Hans`. */
  readonly language?: string;
  /** First and last day, `2026-03-12`, each in the meeting's own zone. */
  readonly from?: string;
  readonly to?: string;
  /** Only what is not over at this time (ISO 8601): a meeting without an end is taken to last four hours. */
  readonly notOverAt?: string;
  /**
   * `relevance` begins with what fits the words of `q` best, the newest where that is the same; `soonest` with the earliest
   * start, and goes without `before`. Newest first when left out.
   */
  readonly order?: 'newest' | 'oldest' | 'relevance' | 'soonest';
  /** Only those of these ids. */
  readonly ids?: readonly string[];
}

export interface ChangesFilter {
  /** ISO 8601: only what changed at that time or later. */
  readonly updatedSince?: string;
  /** A `next` of the page before. */
  readonly cursor?: string;
  /** 1 to 500; 100 when left out. */
  readonly limit?: number;
  /** As in lists. What has gone is told whatever is asked here: nobody knows any more where it belonged. */
  readonly body?: string;
  readonly category?: string;
  /** Only what became of the meeting of this id. */
  readonly id?: string;
}

/** The catalogue: which meetings there are, and what is known about each. */
export interface Meetings {
  /**
   * Makes a meeting from a folder, or brings an existing one up to date; the state stays as it is (a new one is a draft).
   * Existing means: `meetingId` if given, else the meeting that has or had the folder's slug. Bodies, categories, series,
   * topics and speakers are made on first use. Without `recording` the channels stay as they are. Channel ids stay with their keys.
   * Throws `name_taken` (a slug or a topic's URI that is another's), `validation_failed` (a body under itself), `meeting_not_found` (an unknown `meetingId`).
   */
  upsertFromFolder(
    actor: Actor, tx: Tx, folder: MeetingFolder, options?: { readonly meetingId?: string },
  ): Promise<{ readonly meeting: MeetingHandle; readonly created: boolean }>;
  /** Takes a step of the state machine; throws `meeting_bad_transition`. The first publication keeps its time for ever. */
  setState(actor: Actor, tx: Tx, id: string, step: MeetingStep): Promise<MeetingHandle>;
  /** Writes what the recording showed: its length in ms (null: no recording any more). */
  setDuration(actor: Actor, tx: Tx, id: string, durationMs: number | null): Promise<void>;
  /** Writes the languages spoken on the floor, the most important first. */
  setFloorLanguages(actor: Actor, tx: Tx, id: string, languages: readonly string[]): Promise<void>;
  /** Has a meeting told of among the changes anew, because what belongs to it and is kept elsewhere (its words) has changed; its version stays. */
  touch(tx: Tx, id: string): Promise<void>;
  /** Changes what the patch names; throws `stale_write` when somebody else was faster than `version`, `name_taken`, `validation_failed`. */
  update(actor: Actor, id: string, version: number, patch: MeetingPatch): Promise<MeetingDetail>;
  /** Takes a meeting out of the public view; its address then says so. */
  withdraw(actor: Actor, slugOrId: string): Promise<MeetingHandle>;
  /** Takes a withdrawal back: with its recording the meeting is public again, without one it is announced again. */
  republish(actor: Actor, slugOrId: string): Promise<MeetingHandle>;
  /** Deletes the rows of a meeting and of nothing else; media files are the recordings' to remove. */
  remove(actor: Actor, tx: Tx, slugOrId: string): Promise<{ readonly id: string; readonly slug: string }>;
  /** Everything about one meeting; throws `meeting_not_found`, and `meeting_withdrawn` where the actor may not look behind it. */
  get(actor: Actor, slugOrId: string): Promise<MeetingDetail>;
  /** Where a slug (or an id) leads today; null when it leads nowhere. */
  resolveSlug(slug: string): Promise<{ readonly slug: string; readonly moved: boolean } | null>;
  /** Meetings, a page at a time; throws `bad_request` for a `before` that is not of this order. */
  list(actor: Actor, filter?: MeetingFilter): Promise<MeetingPage>;
  /** How many meetings a list would have, all its pages together. */
  count(actor: Actor, filter?: MeetingFilter): Promise<number>;
  /**
   * Everything about many meetings, the oldest change first: for copies kept elsewhere. The public is told of withdrawn
   * meetings too, so that a copy can follow; what they said is the caller's to leave out. Of what was public and has gone
   * (deleted, or a draft again) everybody learns that it has.
   */
  changes(actor: Actor, filter?: ChangesFilter): Promise<MeetingChanges>;
  /** The tree of bodies. */
  listBodies(): Promise<readonly BodyNode[]>;
  /** The browsing tree of open video. */
  listCategories(): Promise<readonly CategoryNode[]>;
  /** The meeting as a folder, for export; `recording.parts` and `words` are empty: their owners fill them in. */
  toFolder(actor: Actor, slugOrId: string): Promise<MeetingFolder>;
}
