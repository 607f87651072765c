import type { Db } from '#platform/db/index.ts';
import type { ChosenClip, Clip } from './clip.domain.ts';

/** Opens the store within a transaction, or outside of any. */
export type OpenClipStore = (db: Db) => ClipStore;

/** Clips with an address, as they are kept. */
export interface ClipStore {
  find(id: string): Promise<Clip | null>;
  /** Of a meeting, the oldest first. */
  ofMeeting(meetingId: string): Promise<readonly Clip[]>;
  /** Keeps a clip that comes from elsewhere; where its id or the same clip is kept already, nothing happens. */
  bring(clip: Clip, sameness: string): Promise<void>;
  /** Keeps a clip under its id; where the same clip is kept already, that one is returned. */
  keep(id: string, clip: ChosenClip, sameness: string, now: Date): Promise<Clip>;
}
