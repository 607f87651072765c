import { alignAgainHandler, type AlignAgainDeps } from './align-again.job.ts';
import { alignAgain } from './align-again.ts';
import { alignText } from './align-text.ts';
import { alignTextHandler, type AlignTextDeps } from './align-text.job.ts';
import { Alignments, type AlignmentsDeps } from './alignments.service.ts';
import type { Registry } from '#platform/queue/index.ts';

/** Alignment of texts with the sound of their channels: its use cases. */
export const createAlignments = (deps: AlignmentsDeps): Alignments => new Alignments(deps);

/** Registers a handler for each of `ALL_ALIGNMENT_JOBS`. */
export const handleAlignmentJobs = (registry: Registry, deps: AlignTextDeps & AlignAgainDeps): void => {
  registry.handle(alignText, alignTextHandler(deps));
  registry.handle(alignAgain, alignAgainHandler(deps));
};

/** Every job of this capability, for the check at start. */
export const ALL_ALIGNMENT_JOBS = [alignText, alignAgain];

export { alignInThread, type ToAlignInThread } from './engine/align-in-thread.ts';
export { openReferenceVoice } from './engine/reference-voice.ts';
export type { Alignments, AlignmentState } from './alignments.service.ts';
export { AlignmentRequest, alignmentRoutes } from './alignments.routes.ts';
