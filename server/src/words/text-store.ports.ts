import type { Segment } from '@openfloor/words';
import type { Db } from '#platform/db/index.ts';
import type { ChannelText, NewText } from './words.domain.ts';

/** Opens the store within a transaction, or outside of any. */
export type OpenTextStore = (db: Db) => TextStore;

/** Texts as they are kept. */
export interface TextStore {
  /** Every text of a meeting, by channel. */
  ofMeeting(meetingId: string): Promise<readonly ChannelText[]>;
  /** Writes a text with all its segments; one of the same channel, kind and language is replaced and gets the next version. */
  put(meetingId: string, text: NewText, now: Date): Promise<ChannelText>;
  /** Removes a meeting's texts but those named by id. */
  keepOnly(meetingId: string, ids: readonly string[]): Promise<void>;
  /** In order of time. */
  segments(textId: string): Promise<readonly Segment[]>;
}
