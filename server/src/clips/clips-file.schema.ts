import { z } from 'zod';
import { AppError } from '#platform/errors/index.ts';
import type { TimelineMove } from '#recordings/index.ts';
import type { Clip } from './clip.domain.ts';

/** The name of the form, as `format` in the file. */
const CLIPS_FORMAT = 'openfloor-clips';

/** Clips of a meeting, and what became of its timeline since the first was made, which finds them again. */
export interface ClipsOfMeeting {
  readonly moves: readonly TimelineMove[];
  readonly clips: readonly Omit<Clip, 'meetingId'>[];
}

const ms = z.int().min(0);
const quote = z.object({
  exact: z.string(), prefix: z.string(), suffix: z.string(), kind: z.enum(['captions', 'transcript', 'record']), language: z.string(), startMs: ms, endMs: ms,
});
const ClipsFile = z.object({
  format: z.literal(CLIPS_FORMAT),
  version: z.literal(1),
  moves: z.array(z.array(z.object({ fileStart: z.int(), fileEnd: z.int().nullable(), meetingStart: ms })).nullable()),
  clips: z.array(z.object({
    id: z.string().regex(/^[a-z0-9]{6,20}$/), channel: z.string(), startMs: ms, endMs: ms, quote: quote.nullable(), timeline: ms, createdAt: z.iso.datetime().transform((time) => new Date(time)),
  }).refine(({ startMs, endMs }) => endMs > startMs)),
}).refine(({ moves, clips }) => clips.every(({ timeline }) => timeline <= moves.length));

/** The text of the file. */
export const writeClips = ({ moves, clips }: ClipsOfMeeting): string =>
  `${JSON.stringify({ format: CLIPS_FORMAT, version: 1, moves, clips: clips.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })) }, null, 1)}\n`;

/** Reads it back; throws `folder_invalid` where it isn't one. */
export function readClips(text: string, file: string): ClipsOfMeeting {
  try {
    return ClipsFile.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError('folder_invalid', { file, problem: 'it is not the clips of an export' }, { cause: error });
  }
}
