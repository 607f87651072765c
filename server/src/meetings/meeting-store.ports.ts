import type { Db, Tx } from '#platform/db/index.ts';
import type { MeetingFolder } from './folder/folder.domain.ts';
import type { BodyNode, CategoryNode, MeetingChanges, MeetingDetail, MeetingPage } from './meeting-detail.domain.ts';
import type { MeetingHead } from './meeting-head.domain.ts';
import type { MeetingState } from './meetings.domain.ts';
import type { ChangesFilter, MeetingFilter, MeetingHandle } from './meetings.ports.ts';

/** Meetings as they are written; each call is part of the transaction it is given. */
export interface MeetingStore {
  /** The id behind a slug of today or of before, or behind an id; undefined when there is none. */
  find(db: Db, slugOrId: string): Promise<string | undefined>;
  /** Loads a meeting and keeps everybody else from changing it until the transaction ends. */
  lock(tx: Tx, id: string): Promise<MeetingHead | undefined>;
  insert(tx: Tx, head: MeetingHead, at: Date): Promise<void>;
  /** Saves what `lock` gave, changed; returns it with its new version. */
  save(tx: Tx, head: MeetingHead, at: Date): Promise<MeetingHead>;
  /** Writes when a meeting was last changed, and nothing else. */
  touch(tx: Tx, id: string, at: Date): Promise<void>;
  /** Reserves an address for a meeting for ever; false when it is another meeting's. May come before the insert. */
  claimSlug(tx: Tx, meetingId: string, slug: string): Promise<boolean>;
  /** Reserves the address, or the nearest free one made from it (`-2`, `-3`), and returns it. */
  claimNearestSlug(tx: Tx, meetingId: string, slug: string): Promise<string>;
  /** Brings all that belongs to a meeting in line with the folder, keeping the ids of what stays in its place. */
  writeContents(tx: Tx, id: string, folder: MeetingFolder): Promise<void>;
  channels(tx: Tx, id: string): Promise<MeetingHandle['channels']>;
  remove(tx: Tx, id: string): Promise<void>;
  /** Keeps in mind that a meeting has left the public view, for those who keep copies. */
  tellRemoved(tx: Tx, meeting: { readonly id: string; readonly slug: string }, at: Date): Promise<void>;
  /** Forgets that, because the meeting is back. */
  tellBack(tx: Tx, id: string): Promise<void>;
}

/** Meetings as they are read; one round trip each. */
export interface MeetingReader {
  detail(slugOrId: string): Promise<MeetingDetail | undefined>;
  folder(id: string): Promise<MeetingFolder | undefined>;
  currentSlug(slug: string): Promise<string | undefined>;
  page(filter: MeetingFilter, states: readonly MeetingState[]): Promise<MeetingPage>;
  count(filter: MeetingFilter, states: readonly MeetingState[]): Promise<number>;
  changes(filter: ChangesFilter, states: readonly MeetingState[]): Promise<MeetingChanges>;
  bodies(): Promise<readonly BodyNode[]>;
  categories(): Promise<readonly CategoryNode[]>;
}
