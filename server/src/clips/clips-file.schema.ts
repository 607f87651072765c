import { z } from 'zod';
import { AppError } from '#platform/errors/index.ts';
import { CLIPS_FORMAT, type ClipsOfMeeting } from './clips-file.domain.ts';

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

/** Reads it back; throws `folder_invalid` where it isn't one. */
export function readClips(text: string, file: string): ClipsOfMeeting {
  try {
    return ClipsFile.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError('folder_invalid', { file, problem: 'it is not the clips of an export' }, { cause: error });
  }
}
