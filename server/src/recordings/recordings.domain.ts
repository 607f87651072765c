import type { PartPlan } from '@openfloor/media';
import type { MeetingFolder } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';

/** The states of a recording. A failure before it can be watched leaves no recording at all. */
export const RECORDING_TRANSITIONS = {
  packaging: { packaged: 'watchable' },
  watchable: { completed: 'complete' },
  complete: {},
} as const satisfies Record<string, Record<string, string>>;

export type RecordingState = keyof typeof RECORDING_TRANSITIONS;
export type RecordingTransition = 'packaged' | 'completed';

/** Returns the next state; throws `recording_bad_transition` when the step is not allowed from here. */
export function nextState(state: RecordingState, step: RecordingTransition): RecordingState {
  const to = (RECORDING_TRANSITIONS[state] as Partial<Record<RecordingTransition, RecordingState>>)[step];
  if (to === undefined) throw new AppError('recording_bad_transition', { state, step });
  return to;
}

/** The steps of processing, in the order in which people miss their results. */
export const STEPS = ['package', 'stills', 'measure', 'voices', 'picture', 'keep-source'] as const;
export type StepName = (typeof STEPS)[number];
export type StepState = 'waiting' | 'running' | 'done' | 'failed';
export interface Step {
  readonly step: StepName;
  readonly state: StepState;
  /** One sentence for the operator. */
  readonly failure: string | null;
}

/** A file that somebody handed in, as the recording remembers it. */
export interface SourceFile {
  /** Path inside the meeting folder; unique in the recording. */
  readonly name: string;
  /** Absolute path where it was when it was handed in. */
  readonly path: string;
  readonly bytes: number;
}

/** How one part of the recording is made; `names` tells the plan's inputs by their source file. */
export interface RecordingPart {
  readonly startMs: number;
  readonly plan: PartPlan;
  /** Name of the source file per input of the plan. */
  readonly names: readonly string[];
  /** A break before this part that has to be filled with black and silence, in ms. */
  readonly breakMs: number;
  /** Channels without a sound in this part: silent here. */
  readonly silent: readonly string[];
}

/**
 * One stretch of the timeline that has files of its own: a part of the recording, or a break between two.
 * Its files are named by its place (`suffix`).
 */
export type Piece =
  | { readonly kind: 'recorded'; readonly suffix: string; readonly startMs: number; readonly part: RecordingPart }
  | { readonly kind: 'break'; readonly suffix: string; readonly startMs: number; readonly durationMs: number };

/** The pieces of a recording in order; a break stands before the part that it precedes. */
export function piecesOf(sources: RecordingSources): Piece[] {
  const pieces: Piece[] = [];
  const suffix = () => (pieces.length === 0 ? '' : `.p${pieces.length + 1}`);
  for (const part of sources.parts) {
    if (part.breakMs > 0) pieces.push({ kind: 'break', suffix: suffix(), startMs: part.startMs - part.breakMs, durationMs: part.breakMs });
    pieces.push({ kind: 'recorded', suffix: suffix(), startMs: part.startMs, part });
  }
  return pieces;
}

/** What packaging works from; written once at intake. */
export interface RecordingSources {
  /** Wall clock at the start of the timeline, ms since 1970; null where the meeting has no date. */
  readonly startsAtMs: number | null;
  /** As the meeting folder said it, for the way out again. */
  readonly folder: Pick<MeetingFolder, 'recording' | 'words'>;
  readonly channels: readonly RecordingChannel[];
  readonly parts: readonly RecordingPart[];
}

export interface RecordingChannel {
  readonly key: string;
  readonly role: string;
  readonly language: string;
}

export const RENDITION_KINDS = ['picture', 'second-picture', 'sound', 'voice'] as const;
export type RenditionKind = (typeof RENDITION_KINDS)[number];

/** One output of the picture or of a channel, over all parts. */
export interface Rendition {
  readonly kind: RenditionKind;
  /** Rung (`720p`) or channel key. */
  readonly name: string;
  /** Blob key of its media playlist. */
  readonly playlist: string;
  /** Blob key of its I-frame playlist; pictures only. */
  readonly iframes: string | null;
  /** Blob keys of its media files, in order of the parts. */
  readonly files: readonly string[];
  readonly codec: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly framesPerSecond: number | null;
  readonly audioChannels: number | null;
  /** bit/s over the worst segment, and over all. */
  readonly peakBits: number;
  readonly averageBits: number;
  readonly iframePeakBits: number | null;
  readonly iframeAverageBits: number | null;
  readonly bytes: number;
  readonly durationMs: number;
  readonly copied: boolean;
  /** The channel's gain is in the samples already. */
  readonly gainBuiltIn: boolean;
}

/** What was measured in a channel. */
export interface ChannelLevel {
  readonly channel: string;
  /** LUFS; null for silence. */
  readonly integratedLufs: number | null;
  /** dBTP; null for silence. */
  readonly truePeakDbtp: number | null;
  /** What brings the channel to the target, in dB. */
  readonly gainDb: number;
  readonly findings: readonly unknown[];
}

/** Folder of blobs that belong to one recording. */
export const blobFolder = (meetingId: string, recordingId: string): string => `media/${meetingId}/${recordingId}`;
