import { z } from 'zod';
import type { Actor } from '#access/index.ts';
import { defineJob, type JobHandler } from '#platform/queue/index.ts';
import type { Indexing } from './indexing.service.ts';

/** Looks which meetings have other topics since a vocabulary has changed; one that was broken off begins anew and finds those that are left. */
export const retagMoments = defineJob({ name: 'search.retag.v1', payload: z.object({}), attempts: 5, leaseSeconds: 12 * 3600, lane: 'long' });

export const retagMomentsHandler = (indexing: Indexing, worker: Actor): JobHandler<object> => async (_payload, job) => {
  await indexing.retag(worker, { signal: job.signal, tell: (done) => job.progress(done) });
};
