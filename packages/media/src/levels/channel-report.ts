/** What a channel is for. */
export type CheckedRole = 'floor' | 'interpretation' | 'relay' | 'audio-description' | 'machine-voice' | 'sign-language';

/** One channel as it was recorded, with what the loudness pass measured. */
export type ChannelLevels = {
  readonly key: string;
  readonly role: CheckedRole;
  /** BCP 47; the primary subtag decides what counts as the same language. `mul` and `und` match no language. */
  readonly language: string;
  /** Momentary loudness in LUFS, 10 values a second, index 0 at the start of the meeting's timeline. */
  readonly envelope: Float32Array;
  /** LUFS; -Infinity when nothing was loud enough to count. */
  readonly integratedLufs: number;
  /** dBTP; -Infinity for digital silence. */
  readonly truePeakDbtp: number;
  /** Samples that were counted; 0 when they were not. */
  readonly samples: number;
  /** Samples less than 1 dB below full scale. */
  readonly atFullScale: number;
};

/** Who had the floor in which language: milliseconds on the meeting's timeline. */
export type FloorTurn = { readonly language: string; readonly startMs: number; readonly endMs: number };

/** What `checkChannels` looks at. */
export type ChannelCheckInput = {
  readonly channels: readonly ChannelLevels[];
  /** The key of the channel that carries the floor; null when there is none. */
  readonly floorKey: string | null;
  /** Null when nobody said who spoke when. */
  readonly turns: readonly FloorTurn[] | null;
  /** The languages said to be spoken on the floor; empty when that isn't known. */
  readonly floorLanguages: readonly string[];
};

/** What a channel is checked for. */
export type ChannelCheck = 'silent' | 'clipped' | 'duplicate' | 'floor-in-booth' | 'swapped' | 'offset' | 'drift';

/** `not-checkable` says that it can't be told: never read it as `ok`. */
export type CheckResult = 'ok' | 'warning' | 'fault' | 'not-checkable';

/** The unit of a finding's value. */
export type FindingUnit = 'lufs' | 'per-mille' | 'share' | 'ms' | 'ms-per-hour' | 's';

/** Why a finding is what it is, as a code to be put into words where it is shown. */
export type FindingNote =
  | 'no-sound' | 'steady-sound' | 'mostly-silent' | 'not-measured'
  | 'true-peak' | 'limited'
  | 'no-floor' | 'floor-silent' | 'no-turns' | 'no-language' | 'too-little-to-compare'
  | 'nearly-throughout' | 'partly' | 'same-language' | 'one-direction'
  | 'own-language-not-heard' | 'own-language-not-spoken' | 'floor-not-heard' | 'too-short' | 'unsteady';

/** One check of one channel. */
export type ChannelFinding = {
  readonly check: ChannelCheck;
  readonly result: CheckResult;
  /** The measured value in `unit`; null when nothing could be measured. */
  readonly value: number | null;
  readonly unit: FindingUnit | null;
  /** The key of the other channel that is meant: the twin, the one swapped with, the floor. */
  readonly other: string | null;
  readonly note: FindingNote | null;
};

/** What the checks found in one channel. Checks that mean nothing for its role (a floor against the floor) are left out. */
export type ChannelReport = { readonly key: string; readonly findings: readonly ChannelFinding[] };
