import { z } from 'zod';
import { defineJob } from '#platform/queue/index.ts';

/** Lays a text that has times along the sound that its channel has now. */
export const alignAgain = defineJob({ name: 'alignment.again.v1', payload: z.object({ textId: z.uuid() }), attempts: 3, leaseSeconds: 2 * 3600, priority: 21, lane: 'media' });
