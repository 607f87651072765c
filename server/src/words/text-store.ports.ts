import type { Db } from '#platform/db/index.ts';
import type { Change, Deed } from './correct/change.domain.ts';
import type { Hole, KeptSegment, OutsideSegment, SourceSegment, TextState } from './correct/text-state.domain.ts';
import type { NewText } from './new-text.domain.ts';
import type { ChannelText, PageOfWords } from './words.domain.ts';

/** Opens the store within a transaction, or outside of any. */
export type OpenTextStore = (db: Db) => TextStore;

/** What a text is known by within its meeting. */
export type TextPlace = Pick<ChannelText, 'channel' | 'kind' | 'language'>;

/** A text with all that corrections need to know of it. */
export interface LockedText {
  readonly text: ChannelText;
  readonly state: TextState;
}

/** What is written of a text that has changed; its version grows by one. */
export interface TextSave extends Pick<ChannelText, 'status' | 'provenance'> {
  /** Numbers of the segments that go. */
  readonly gone: readonly number[];
  /** Segments that are new, or take the place of those with their numbers. */
  readonly come: readonly KeptSegment[];
  /** Left out: as it was. */
  readonly source?: readonly SourceSegment[];
  readonly outside?: readonly OutsideSegment[];
  readonly holes?: readonly Hole[];
  readonly nextId: number;
}

/** Texts as they are kept. */
export interface TextStore {
  /** Every text of a meeting, by channel. */
  ofMeeting(meetingId: string): Promise<readonly ChannelText[]>;
  find(id: string): Promise<ChannelText | null>;
  /** What there is to read of these meetings, by channel. */
  pagesOf(meetingIds: readonly string[]): Promise<readonly PageOfWords[]>;
  /** Makes a text that has nothing in it, at version 0. */
  create(meetingId: string, text: Omit<NewText, 'segments'>, now: Date): Promise<ChannelText>;
  /** Holds a text against others until the transaction ends; null where there is none. */
  lock(where: { readonly id: string } | (TextPlace & { readonly meetingId: string })): Promise<LockedText | null>;
  save(text: ChannelText, save: TextSave, now: Date): Promise<ChannelText>;
  /** Which sound a text was made for, where its channel has another now; null where it has that one. */
  formerSound(textId: string): Promise<string | null>;
  setFormerSound(textId: string, sound: string | null): Promise<void>;
  /** Removes those of a meeting's texts that came from files and that nobody has corrected, but those named by id. */
  keepOnly(meetingId: string, ids: readonly string[]): Promise<void>;
  /** In order of time. */
  segments(textId: string): Promise<readonly KeptSegment[]>;
  holes(textId: string): Promise<readonly Hole[]>;
  /** Without holding it; throws where there is no such text. */
  state(textId: string): Promise<TextState>;
  addChange(textId: string, change: Change): Promise<void>;
  /** The number of the last change; 0 where there is none. */
  lastChange(textId: string): Promise<number>;
  markUndone(textId: string, number: number, by: number): Promise<void>;
  /** The newest first; of those before `before`, after the version `since`, that did `deed`. */
  changes(textId: string, filter?: { readonly limit?: number; readonly before?: number; readonly since?: number; readonly deed?: Deed }): Promise<readonly Change[]>;
}
