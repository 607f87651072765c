import type { z } from 'zod';
import type { Tx } from '#platform/db/index.ts';

/**
 * `media`: runs an encoder, few at a time. `long`: takes the machine for hours and yields to all others, so that nothing
 * waits for it; one at a time. `clips`: encodes for minutes while somebody waits, beside all others. `quick`: everything else.
 */
export type Lane = 'media' | 'long' | 'clips' | 'quick';

/** A kind of job, as a value. `name` carries a version: a payload that changes shape is a new name. */
export type JobDefinition<P> = {
  readonly name: string;
  readonly payload: z.ZodType<P>;
  /** Runs at most so often, errors that wait (`database_away`, ...) not counted. */
  readonly attempts: number;
  /** A run that takes longer is aborted and counts as failed. */
  readonly leaseSeconds: number;
  /** Higher goes first within a lane. */
  readonly priority: number;
  readonly lane: Lane;
};

/** A definition whose payload type does not matter to the holder (lists of all jobs). */
export type AnyJob = Omit<JobDefinition<unknown>, 'payload'> & { readonly payload: z.ZodType };

export type JobContext = {
  /** Aborted when the worker stops, the lease runs out or the job is cancelled. */
  readonly signal: AbortSignal;
  /** 1 for the first run. */
  readonly attempt: number;
  readonly jobId: string;
  /** Tells how far it is, 0 to 1; seen in `queue.states`. Cheap: written at most once a second. */
  progress(done: number): void;
};

export type JobHandler<P> = (payload: P, context: JobContext) => Promise<void>;

export type AddOptions = {
  /** While a job of this name and key waits, adding it again does nothing; while one runs, one more may wait, and they never run side by side. */
  readonly dedupeKey?: string;
  readonly priority?: number;
  readonly delayMs?: number;
};

/** `held`: waits for something outside (disk, database, ffmpeg) and goes on by itself. */
export type JobStateName = 'waiting' | 'running' | 'retrying' | 'held' | 'failed' | 'done' | 'cancelled';

export type JobState = {
  readonly id: string;
  readonly job: string;
  readonly dedupeKey: string | undefined;
  readonly state: JobStateName;
  /** Runs begun so far. */
  readonly attempt: number;
  /** 0 to 1, of the running attempt. */
  readonly progress: number | undefined;
  /** Why the last run failed. */
  readonly error: { readonly code: string; readonly message: string } | undefined;
  readonly payload: unknown;
  readonly addedAt: Date;
  /** When it may run (again). */
  readonly dueAt: Date;
};

export interface Queue {
  /** Adds a job inside an open transaction: it exists if and when that commits. Returns its id; undefined when an equal one already waits. */
  add<P>(tx: Tx, job: JobDefinition<P>, payload: P, options?: AddOptions): Promise<string | undefined>;
  /** Jobs by name and/or by the beginning of their dedupe key, newest first; finished ones are kept for some days. */
  states(which: { readonly job?: string; readonly dedupePrefix?: string }): Promise<readonly JobState[]>;
  /** Takes back what waits under this key and aborts what runs in this process. Returns how many. */
  cancel(which: { readonly job?: string; readonly dedupePrefix: string }): Promise<number>;
  startWorker(options: WorkerOptions): Promise<Worker>;
  close(): Promise<void>;
}

export type WorkerOptions = {
  readonly registry: Registry;
  /** Jobs at once in this process. Default: 1 media, 1 long, 1 clips, 2 quick. */
  readonly concurrency?: Partial<Readonly<Record<Lane, number>>>;
};

export interface Worker {
  /** Takes no more jobs, aborts those that run after `graceMs` (default 0) and gives them back uncounted. */
  stop(options?: { readonly graceMs?: number }): Promise<void>;
  /** Resolves when nothing runs here and nothing is due. */
  idle(): Promise<void>;
}

export interface Registry {
  handle<P>(job: JobDefinition<P>, handler: JobHandler<P>): Registry;
  /** Throws when a job has no handler, two, or a handler no job. Call it at start. */
  assertComplete(all: readonly AnyJob[]): void;
  handlerFor(name: string): { readonly job: AnyJob; readonly handler: JobHandler<unknown> } | undefined;
  readonly jobs: readonly AnyJob[];
}
