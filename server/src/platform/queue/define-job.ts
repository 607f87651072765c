import type { z } from 'zod';
import type { JobDefinition, Lane } from './queue.ports.ts';

// pg-boss gives a running job up after a day at the latest; a lease must end before that.
const LONGEST_LEASE_SECONDS = 23 * 60 * 60;

type JobSpec<S extends z.ZodType> = {
  /** `recording.package.v1`: what it is for, and the version of its payload. */
  readonly name: string;
  readonly payload: S;
  readonly attempts: number;
  readonly leaseSeconds: number;
  readonly priority?: number;
  readonly lane?: Lane;
};

/** A kind of job as a named value. Without a lane it is quick: it runs no encoder. */
export function defineJob<S extends z.ZodType>(spec: JobSpec<S>): JobDefinition<z.output<S>> {
  if (!/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*\.v\d+$/.test(spec.name)) throw new Error(`The job name ${spec.name} must look like recording.package.v1.`);
  if (!(spec.attempts >= 1)) throw new Error(`The job ${spec.name} must have at least one attempt.`);
  if (!(spec.leaseSeconds > 0 && spec.leaseSeconds <= LONGEST_LEASE_SECONDS)) throw new Error(`The lease of the job ${spec.name} must be between 1 second and 23 hours.`);
  return { priority: 0, lane: 'quick', ...spec, payload: spec.payload as unknown as z.ZodType<z.output<S>> };
}
