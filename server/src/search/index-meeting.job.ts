import { z } from 'zod';
import type { Actor } from '#access/index.ts';
import { defineJob, type JobHandler } from '#platform/queue/index.ts';
import type { Indexing } from './indexing.service.ts';

const payload = z.object({ meetingId: z.uuid() });

/** Puts a meeting into the index of search; before other quick work, because people look for what was said just now. */
export const indexMeeting = defineJob({ name: 'search.index.v1', payload, attempts: 5, leaseSeconds: 15 * 60, priority: 60 });

export const indexMeetingHandler = (indexing: Indexing, worker: Actor): JobHandler<z.infer<typeof payload>> => ({ meetingId }) => indexing.indexMeeting(worker, meetingId);
