import { z } from 'zod';
import { defineJob } from '#platform/queue/index.ts';

/** Asks for the recognition of a channel that has another sound now. */
export const renewRecognition = defineJob({
  name: 'recognition.renew.v1', payload: z.object({ meetingId: z.uuid(), channel: z.string() }), attempts: 3, leaseSeconds: 300, priority: 10, lane: 'long',
});
