import { z } from 'zod';
import { defineJob } from '#platform/queue/index.ts';

const wish = z.object({
  form: z.enum(['mp4', 'm4a']), channel: z.string().nullable(), captions: z.array(z.string()).max(2), burnt: z.boolean(), rung: z.string().nullable(),
});

/** Encodes the picture of a clip with captions in it. Ten minutes at the slowest machine. */
export const makeClipFile = defineJob({ name: 'clip.file.v1', payload: z.object({ id: z.string(), wish }), attempts: 2, leaseSeconds: 2 * 3600, lane: 'clips' });

/** Removes the files that were made of a meeting's clips; it isn't public any more. */
export const discardClipFiles = defineJob({ name: 'clip.discard.v1', payload: z.object({ meetingId: z.uuid() }), attempts: 5, leaseSeconds: 300, lane: 'quick' });
