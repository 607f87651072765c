import { z } from 'zod';
import { defineJob } from '#platform/queue/index.ts';

const Payload = z.object({
  meetingId: z.uuid(), kind: z.enum(['captions', 'transcript']), channel: z.string(), language: z.string(), file: z.string(), damage: z.array(z.string()),
  passages: z.array(z.object({ text: z.string(), speaker: z.string().nullable() })),
});

/** What a job of `alignText` carries. */
export type AlignTextPayload = z.infer<typeof Payload>;

/** Lays a text along the sound of its channel; the text is in the job, so nothing of it is kept when it is done. */
export const alignText = defineJob({ name: 'alignment.text.v1', payload: Payload, attempts: 3, leaseSeconds: 2 * 3600, priority: 20, lane: 'media' });
