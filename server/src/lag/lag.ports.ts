import type { LagCurve, Segment } from '@openfloor/words';
import type { Actor } from '#access/index.ts';
import type { Db, Tx } from '#platform/db/index.ts';
import type { ChannelLag } from './lag.domain.ts';

/** A lag as it comes from a measurement. */
export interface MeasuredLag {
  readonly channel: string;
  readonly points: LagCurve;
  readonly withWords: boolean;
  /** Names everything that it was measured from: with the same, it is the same. */
  readonly madeFrom: string;
}

/** A stretch of speech in ms on the meeting's timeline. */
export interface SpeechSpan {
  readonly startMs: number;
  readonly endMs: number;
}

/** Opens the store within a transaction, or outside of any. */
export type OpenLagStore = (db: Db) => LagStore;

/** Lags as they are kept, and the speech that they were found by. */
export interface LagStore {
  /** By channel. */
  ofMeeting(meetingId: string): Promise<readonly ChannelLag[]>;
  /** Of one channel; null where it is not known. */
  ofChannel(meetingId: string, channel: string): Promise<ChannelLag | null>;
  /** Published meetings with interpretation that nobody has listened to as they are now: their lags were never measured. */
  unheard(): Promise<readonly string[]>;
  /** What the lag of each channel of a meeting was measured from, by channel. */
  madeFrom(meetingId: string): Promise<ReadonlyMap<string, string>>;
  /** Writes the lag of a channel; its version grows when the points are others than before. */
  put(meetingId: string, lag: MeasuredLag, now: Date): Promise<void>;
  /** Writes where the points of each lag are now; a lag without any goes. */
  move(meetingId: string, at: (floorMs: number) => number | null, now: Date): Promise<void>;
  /** Removes the lags of a meeting's other channels. */
  keepOnly(meetingId: string, channels: readonly string[]): Promise<void>;
  /** When somebody speaks in a channel of a recording; null where nobody has listened yet. */
  speech(recordingId: string, channel: string): Promise<readonly SpeechSpan[] | null>;
  putSpeech(recordingId: string, channel: string, speech: readonly SpeechSpan[]): Promise<void>;
}

/** A channel's sound in files, each with its place on the timeline. */
export interface SoundFile {
  readonly path: string;
  readonly startMs: number;
  readonly durationMs: number;
}

/** Finds where somebody speaks in a channel. */
export type HearSpeech = (files: readonly SoundFile[], signal: AbortSignal) => Promise<readonly SpeechSpan[]>;

/** Where the words of a meeting come from. */
export interface WordsSource {
  /** Lets official records find their places anew by where somebody speaks in each channel. */
  placeRecordsAgain(actor: Actor, tx: Tx, meetingId: string, speech: ReadonlyMap<string, readonly SpeechSpan[]>): Promise<void>;
  forChannel(meetingId: string, channel: { readonly key: string; readonly language: string }): Promise<{ readonly segments: readonly Segment[] } | null>;
}

/** Where the sound of a meeting lies; throws `not_found` where there is nothing to play. */
export interface SoundSource {
  soundOf(meetingId: string): Promise<{ readonly recordingId: string; readonly durationMs: number; readonly channels: ReadonlyMap<string, readonly SoundFile[]> }>;
}
