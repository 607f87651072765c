import type { Clock } from '#platform/clock/index.ts';
import type { LocalBlobStore } from '#platform/blobs/index.ts';
import { isAppError } from '#platform/errors/index.ts';
import type { Tools } from '#platform/process/index.ts';
import type { JobHandler } from '#platform/queue/index.ts';
import type { RecordingSteps, StepResult } from '../recording-steps.service.ts';
import type { StepName } from '../recordings.domain.ts';
import type { RecordingJob } from './jobs.ts';
import { StepContext } from './step-context.ts';

const TELL_EVERY_MS = 500;

export interface StepDeps {
  readonly steps: RecordingSteps;
  readonly blobs: LocalBlobStore;
  readonly tools: Tools;
  readonly clock: Clock;
}

/** What a step does: from its context to what it leaves behind. */
export type StepWork = (context: StepContext) => Promise<StepResult>;

/**
 * Makes a step's job out of its work: skips what is done, gives it a staging folder, writes the result with the step's
 * end in one transaction, and sorts failures into those to try again and those that are final.
 */
export function stepHandler(deps: StepDeps, step: StepName, work: StepWork): JobHandler<RecordingJob> {
  return async ({ recordingId }, job) => {
    const begun = await deps.steps.begin(recordingId, step);
    if (!begun) return;
    await using staging = await deps.blobs.stage(`${step}-${recordingId}`);
    const tell = teller(deps, recordingId, step, (done) => job.progress(done));
    try {
      const result = await work(new StepContext({ ...begun, tools: deps.tools, blobs: deps.blobs, staging, signal: job.signal, tell }));
      await deps.steps.end(recordingId, step, result);
    } catch (error) {
      if (job.signal.aborted) throw error;
      if (deps.steps.isFinal(error, job.attempt, step)) await deps.steps.fail(recordingId, step, error);
      // When not even that can be written, the database is what is away: the log says so.
      else if (isAppError(error) && error.retry === 'wait') await deps.steps.wait(recordingId, step, error).catch(() => undefined);
      throw error;
    }
  };
}

function teller({ steps, clock }: StepDeps, recordingId: string, step: StepName, progress: (done: number) => void): (done: number) => void {
  const began = clock.now().getTime();
  let last = began;
  return (done) => {
    const now = clock.now().getTime();
    if (now - last < TELL_EVERY_MS) return;
    last = now;
    progress(done);
    const secondsLeft = done > 0.01 ? Math.round(((now - began) / done) * (1 - done) / 1000) : null;
    // Progress is news, not state: when it can't be told, the work goes on.
    void steps.progress(recordingId, step, done, secondsLeft).catch(() => undefined);
  };
}
