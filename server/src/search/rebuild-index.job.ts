import { z } from 'zod';
import type { Actor } from '#access/index.ts';
import { defineJob, type JobHandler } from '#platform/queue/index.ts';
import type { Indexing } from './indexing.service.ts';

/** Makes the whole index of search anew; one that was broken off begins anew, and the old index stays until then. */
export const rebuildIndex = defineJob({ name: 'search.rebuild.v1', payload: z.object({}), attempts: 5, leaseSeconds: 12 * 3600, lane: 'long' });

export const rebuildIndexHandler = (indexing: Indexing, worker: Actor): JobHandler<object> => (_payload, job) => indexing.rebuild(worker, { signal: job.signal, tell: (done) => job.progress(done) });
