import { AppError, isAppError } from '#platform/errors/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Claim, Outcome } from './claims.repo.ts';
import { judge } from './judge.ts';
import type { Registry } from './queue.ports.ts';

const PROGRESS_EVERY_MS = 1000;

/** Why a run is ended from outside; it decides what becomes of the job. */
export type EndReason = 'stopping' | 'cancelled' | 'lease' | 'lost';

export type Run = {
  readonly claim: Claim;
  readonly done: Promise<void>;
  end(reason: EndReason): void;
};

type RunOptions = {
  readonly claim: Claim;
  readonly registry: Registry;
  readonly log: Log;
  readonly saveProgress: (runId: string, done: number) => void;
  /** Called once, when the handler has ended. Not called for a run that lost its job to another worker. */
  readonly settle: (outcome: Outcome) => Promise<void>;
};

/** Starts the handler of a job. It always runs to its own end: a job given back while its handler still works would run twice at once. */
export function startRun({ claim, registry, log, saveProgress, settle }: RunOptions): Run {
  const control = new AbortController();
  let ended: EndReason | undefined;
  const end = (reason: EndReason): void => {
    if (ended !== undefined) return;
    ended = reason;
    control.abort(new Error(`The job was ended: ${reason}`));
  };
  const work = async (): Promise<void> => {
    const outcome = await attempt({ claim, registry, signal: control.signal, end, ended: () => ended, progress: throttled((done) => saveProgress(claim.runId, done)), log });
    report(log, claim, outcome);
    if (ended !== 'lost') await settle(outcome);
  };
  return { claim, end, done: work() };
}

type Attempt = Pick<RunOptions, 'claim' | 'registry' | 'log'> & {
  readonly signal: AbortSignal;
  readonly end: (reason: EndReason) => void;
  readonly ended: () => EndReason | undefined;
  readonly progress: (done: number) => void;
};

async function attempt({ claim, registry, log, signal, end, ended, progress }: Attempt): Promise<Outcome> {
  const entry = registry.handlerFor(claim.job);
  if (entry === undefined) return judge(new AppError('not_found', { what: 'handler for the job', id: claim.job }), claim, 1);
  const { job, handler } = entry;
  const parsed = job.payload.safeParse(claim.payload);
  if (!parsed.success) return judge(new AppError('validation_failed', { problems: parsed.error.message }), claim, 1);
  const lease = setTimeout(() => end('lease'), job.leaseSeconds * 1000);
  try {
    await handler(parsed.data, { signal, attempt: claim.attempt, jobId: claim.jobId, progress });
    return { to: 'completed' };
  } catch (error) {
    switch (ended()) {
      case 'cancelled': return { to: 'cancelled', note: {} };
      // The run never was, so it costs no attempt; the next worker begins it afresh.
      case 'stopping': case 'lost': return { to: 'again', note: claim.note, pauseMs: 0, counted: false };
      case 'lease': return judge(new AppError('job_timed_out', { job: claim.job, seconds: job.leaseSeconds }, { cause: error }), claim, job.attempts);
      default:
        // Nobody expected it, so its stack is what leads to the cause.
        if (!isAppError(error)) log.error({ error, job: claim.job, jobId: claim.jobId }, 'A job met an error that was not expected');
        return judge(error, claim, job.attempts);
    }
  } finally {
    clearTimeout(lease);
  }
}

function throttled(write: (done: number) => void): (done: number) => void {
  let last = 0;
  return (done) => {
    const now = performance.now();
    if (now - last < PROGRESS_EVERY_MS) return;
    last = now;
    write(Math.min(1, Math.max(0, done)));
  };
}

function report(log: Log, { job, jobId, attempt: n }: Claim, outcome: Outcome): void {
  const line = log.child({ job, jobId, attempt: n });
  switch (outcome.to) {
    case 'completed': return line.debug('A job is done');
    case 'failed': return line.error({ code: outcome.note.code, why: outcome.note.message }, 'A job failed for good');
    case 'cancelled': return line.info('A job was cancelled');
    case 'again':
      if (outcome.note.holds !== undefined) line.warn({ why: outcome.note.message }, 'A job waits for something outside');
      else if (outcome.counted) line.warn({ why: outcome.note.message, againInMs: outcome.pauseMs }, 'A job failed and is tried again');
      else line.info('A job was given back');
  }
}
