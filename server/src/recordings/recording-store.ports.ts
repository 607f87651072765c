import type { Db } from '#platform/db/index.ts';
import type {
  ChannelLevel, Recording, RecordingSources, Rendition, SourceFile, Step, StepName, StepState, StoredSource,
} from './recordings.domain.ts';
import type { TimelineMove } from './timeline.domain.ts';

/** What a recording starts with. */
export type NewRecording = Pick<Recording, 'id' | 'meetingId' | 'bringsMeeting' | 'sources' | 'durationMs'>;

/** What the steps find out about a recording. */
export type RecordingPatch = Partial<Pick<Recording, 'state' | 'parts' | 'durationMs' | 'targetSeconds' | 'storyboard' | 'poster'>>;

/** Opens the store within a transaction, or outside of any. */
export type OpenRecordingStore = (db: Db) => RecordingStore;

/** Recordings as they are kept. */
export interface RecordingStore {
  insert(recording: NewRecording, steps: readonly StepName[], files: readonly SourceFile[], now: Date): Promise<void>;
  find(id: string): Promise<Recording | null>;
  /** As `find`, held against others until the transaction ends; throws `recording_not_found`. */
  lock(id: string): Promise<Recording>;
  /** The newest recording of each meeting, those that can be watched first. */
  ofMeetings(meetingIds: readonly string[]): Promise<Recording[]>;
  allOfMeeting(meetingId: string): Promise<Recording[]>;
  /** Writes a recording made from `version`; throws `stale_write` when somebody else was faster. */
  save(recording: Recording, patch: RecordingPatch, now: Date): Promise<void>;
  /** Writes the plan anew, when work showed that it had to be changed. */
  saveSources(id: string, sources: RecordingSources): Promise<void>;
  remove(id: string): Promise<void>;
  ids(): Promise<{ id: string; meetingId: string }[]>;
  steps(recordingId: string): Promise<Step[]>;
  /** As `steps`, by recording. */
  stepsOf(recordingIds: readonly string[]): Promise<Map<string, Step[]>>;
  setStep(recordingId: string, step: StepName, state: StepState, now: Date, failure?: string | null): Promise<void>;
  files(recordingId: string): Promise<StoredSource[]>;
  /** Notes that a source file was read to its end, and where it is kept. */
  keptFile(id: string, sha256: string, blobKey: string | null): Promise<void>;
  /** Adds the next version of a file's time map; equal to the last one, it adds nothing. */
  addTimeMap(sourceFileId: string, pieces: readonly object[], now: Date): Promise<void>;
  /** Notes what became of the meeting's timeline when a recording took another's place. */
  addTimelineMove(meetingId: string, move: TimelineMove, now: Date): Promise<void>;
  /** All of them in order. */
  timelineMoves(meetingId: string): Promise<TimelineMove[]>;
  /** Adds renditions; one of the same kind and name is replaced, so a step can run again. */
  putRenditions(recordingId: string, renditions: readonly Rendition[]): Promise<void>;
  renditions(recordingIds: readonly string[]): Promise<Map<string, Rendition[]>>;
  putLevels(recordingId: string, levels: readonly ChannelLevel[]): Promise<void>;
  levels(recordingId: string): Promise<ChannelLevel[]>;
  /** As `levels`, by recording. */
  levelsOf(recordingIds: readonly string[]): Promise<Map<string, ChannelLevel[]>>;
}
