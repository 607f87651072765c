export type { AddOptions, AnyJob, JobContext, JobDefinition, JobHandler, JobState, JobStateName, Lane, Queue, Registry, Worker, WorkerOptions } from './queue.ports.ts';
