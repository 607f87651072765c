import type { TimelineMove } from '#recordings/index.ts';
import type { Clip } from './clip.domain.ts';

/** The name of the form, as `format` in the file. */
export const CLIPS_FORMAT = 'openfloor-clips';

/** Clips of a meeting, and what became of its timeline since the first was made, which finds them again. */
export interface ClipsOfMeeting {
  readonly moves: readonly TimelineMove[];
  readonly clips: readonly Omit<Clip, 'meetingId'>[];
}

/** The text of the file. */
export const writeClips = ({ moves, clips }: ClipsOfMeeting): string =>
  `${JSON.stringify({ format: CLIPS_FORMAT, version: 1, moves, clips: clips.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })) }, null, 1)}\n`;
