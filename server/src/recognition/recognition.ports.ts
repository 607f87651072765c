import type { Segment } from '@openfloor/words';
import type { Db } from '#platform/db/index.ts';
import type { Recognition } from './recognition.domain.ts';

/** Opens the store within a transaction, or outside of any. */
export type OpenRecognitionStore = (db: Db) => RecognitionStore;

/** What changes in a recognition on its way. */
export type RecognitionPatch = Partial<Pick<Recognition, 'state' | 'engine' | 'model' | 'hints' | 'positionMs' | 'failure'>>;

/** What was recognised in a passage that begins at `startMs`. */
export interface RecognisedPassage {
  readonly startMs: number;
  readonly segments: readonly Segment[];
}

/** Recognitions with what they have come to. */
export interface RecognitionStore {
  find(id: string): Promise<Recognition | null>;
  /** As `find`, held against others until the transaction ends. */
  lock(id: string): Promise<Recognition | null>;
  ofMeeting(meetingId: string): Promise<readonly Recognition[]>;
  /** Writes a recognition in place of the channel's earlier one, with the passages of that where `keep` says so. */
  put(recognition: Recognition, keep: boolean, now: Date): Promise<void>;
  patch(id: string, patch: RecognitionPatch, now: Date): Promise<void>;
  /** It is of another recording with the same sound. */
  moveTo(id: string, recordingId: string): Promise<void>;
  /** Adds passages; one that begins where another did replaces it. */
  addPassages(id: string, passages: readonly RecognisedPassage[]): Promise<void>;
  /** In order of time. */
  segments(id: string): Promise<readonly Segment[]>;
  /** Forgets the passages of a recognition whose text is stored. */
  forgetPassages(id: string): Promise<void>;
}

/** The sound of a channel. */
export interface ChannelSound {
  /**
   * Mono samples at 16 kHz from one place of the timeline to another, in ms; silence where there is none.
   * Throws `media_failed`, `ffmpeg_missing`.
   */
  read(fromMs: number, toMs: number, signal: AbortSignal): Promise<Float32Array>;
}
