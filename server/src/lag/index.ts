import type { Actor } from '#access/index.ts';
import type { Db, Tx } from '#platform/db/index.ts';
import type { Tools } from '#platform/process/index.ts';
import type { Queue, Registry } from '#platform/queue/index.ts';
import { createHearSpeech } from './hear-speech.ts';
import { LagRepo } from './lag.repo.ts';
import { Lags, type LagsDeps } from './lag.service.ts';
import { measureLags, measureLagsHandler } from './measure-lag.job.ts';

/** The lags of meetings, on a database, with the job that measures them. */
export function createLags({ tools, worker, queue, ...deps }: Omit<LagsDeps, 'openStore' | 'hear'> & { readonly tools: Tools; readonly worker: Actor; readonly queue: Queue }): {
  readonly lags: Lags;
  /** Registers a handler for each of `ALL_LAG_JOBS`. */
  readonly handleJobs: (registry: Registry) => void;
  /** Has measured what never was. */
  readonly catchUp: () => Promise<number>;
} {
  const lags = new Lags({ ...deps, openStore: (db: Db) => new LagRepo(db), hear: createHearSpeech(tools) });
  return {
    lags,
    handleJobs: (registry) => { registry.handle(measureLags, measureLagsHandler(lags, worker)); },
    catchUp: () => lags.catchUp(worker, requestLags(queue)),
  };
}

// Whoever corrects a text corrects more than one word.
const SETTLE_MS = 10_000;

/** Lets the lags of a meeting be measured anew, because it was published or its words have changed; many changes are one measurement. */
export const requestLags = (queue: Queue) => async (tx: Tx, meetingId: string): Promise<void> => {
  await queue.add(tx, measureLags, { meetingId }, { dedupeKey: meetingId, delayMs: SETTLE_MS });
};

/** Every job of this capability, for the check at start. */
export const ALL_LAG_JOBS = [measureLags];

export { lagRoutes, type LagRoutesDeps } from './lag.routes.ts';
export type { ChannelLag, LagSummary } from './lag.domain.ts';
export type { Lags } from './lag.service.ts';
