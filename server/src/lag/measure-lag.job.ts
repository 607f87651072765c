import { z } from 'zod';
import type { Actor } from '#access/index.ts';
import { isAppError } from '#platform/errors/index.ts';
import { defineJob, type JobHandler } from '#platform/queue/index.ts';
import type { Lags } from './lag.service.ts';

const payload = z.object({ meetingId: z.uuid() });

/** Measures the lags of a meeting; it runs the decoder, after what people wait for and before the smaller pictures. */
export const measureLags = defineJob({ name: 'lag.measure.v1', payload, attempts: 3, leaseSeconds: 6 * 3600, priority: 32, lane: 'media' });

/** Makes the job's handler. A meeting that has gone meanwhile, or lost its sound, has no lags to be measured. */
export const measureLagsHandler = (lags: Lags, worker: Actor): JobHandler<z.infer<typeof payload>> => async ({ meetingId }, job) => {
  try {
    await lags.measure(worker, meetingId, { signal: job.signal, tell: (done) => job.progress(done) });
  } catch (error) {
    if (!isAppError(error) || (error.code !== 'meeting_not_found' && error.code !== 'not_found')) throw error;
  }
};
