import type { PartPlan } from '@openfloor/media';
import type { MeetingFolder } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';

/** The states of a recording. A failure before it can be watched leaves no recording at all. */
const RECORDING_TRANSITIONS = {
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
  /** Why it failed, or what it waits for before it begins anew; one sentence for the operator. */
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

/** A source file with where it is kept. */
export interface StoredSource extends SourceFile {
  readonly id: string;
  /** Hexadecimal; null until the file is kept. */
  readonly sha256: string | null;
  /** Null as long as the file is only where it was handed in. */
  readonly blobKey: string | null;
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

/** Where the sheets of the storyboard are, and how to read them. */
export interface Storyboard {
  /** Blob key of the WebVTT file. */
  readonly vtt: string;
  readonly sheets: readonly string[];
}

/** What a part turned out to be, known once it is packaged. */
export interface PackagedPart {
  readonly startMs: number;
  readonly durationMs: number;
  /** Where the copied picture's segments start, in seconds on the part's timeline; null where it is encoded. */
  readonly segmentStarts: readonly number[] | null;
}

/** A recording with what every step needs of it. */
export interface Recording {
  readonly id: string;
  readonly meetingId: string;
  readonly state: RecordingState;
  /** The meeting came with this recording, and goes with it when it fails. */
  readonly bringsMeeting: boolean;
  readonly sources: RecordingSources;
  readonly parts: readonly PackagedPart[];
  readonly durationMs: number;
  /** EXT-X-TARGETDURATION of all its playlists; null before packaging. */
  readonly targetSeconds: number | null;
  readonly storyboard: Storyboard | null;
  readonly poster: string | null;
  readonly version: number;
}

/** What a rendition is of: the picture, sign language beside it, a channel, or a channel for slow lines. */
export type RenditionKind = 'picture' | 'second-picture' | 'sound' | 'voice';

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
