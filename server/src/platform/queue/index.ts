export { defineJob } from './define-job.ts';
export { PortableJob, readPendingJobs, writePendingJobs } from './portable-jobs.ts';
export { openQueue } from './queue.ts';
export type { AddOptions, AnyJob, JobContext, JobDefinition, JobHandler, JobState, JobStateName, Lane, Queue, Registry, Worker, WorkerOptions } from './queue.ports.ts';
export { createRegistry } from './registry.ts';
