import { z } from 'zod';
import { defineJob } from '#platform/queue/index.ts';
import type { StepName } from '../recordings.domain.ts';

const payload = z.object({ recordingId: z.uuid() });

export type RecordingJob = z.infer<typeof payload>;

// The longest accepted recording at the slowest machine; a dead worker is noticed by its heartbeat long before.
const LEASE_SECONDS = 23 * 3600;

const job = (name: string, priority: number) =>
  defineJob({ name, payload, attempts: 4, leaseSeconds: LEASE_SECONDS, priority, lane: 'media' });

/** One job per step; the higher goes first, whatever recording it is for. */
export const RECORDING_JOBS = {
  'package': job('recording.package.v1', 100),
  'stills': job('recording.stills.v1', 60),
  'measure': job('recording.measure.v1', 50),
  'voices': job('recording.voices.v1', 40),
  'picture': job('recording.picture.v1', 30),
  'keep-source': job('recording.keep-source.v1', 35),
} as const satisfies Record<StepName, ReturnType<typeof job>>;

/** Removes the media of a recording that is no longer in the database. */
export const discardMedia = defineJob({
  name: 'recording.discard.v1', payload: z.object({ prefix: z.string().regex(/^media\/[0-9a-f-]+\/([0-9a-f-]+\/)?$/) }),
  attempts: 10, leaseSeconds: 600, priority: 10, lane: 'quick',
});
