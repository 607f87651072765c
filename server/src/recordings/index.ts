import type { Actor } from '#access/index.ts';
import type { Meetings } from '#meetings/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { Events } from '#platform/events/index.ts';
import type { Registry } from '#platform/queue/index.ts';
import { Exporter } from './exporter.service.ts';
import { discardMedia, RECORDING_JOBS } from './jobs/jobs.ts';
import { keepSources } from './jobs/keep-source.job.ts';
import { makePictures } from './jobs/make-picture.job.ts';
import { makeStills } from './jobs/make-stills.job.ts';
import { makeVoices } from './jobs/make-voices.job.ts';
import { measureRecording } from './jobs/measure-channels.job.ts';
import { packageRecording } from './jobs/package-recording.job.ts';
import { stepHandler } from './jobs/run-step.ts';
import { RecordingSteps, type RecordingStepsDeps } from './recording-steps.service.ts';
import { RecordingRepo } from './recordings.repo.ts';
import { Recordings, type RecordingsDeps } from './recordings.service.ts';
import { sweepRecordings } from './sweep.service.ts';

/** The recordings with what needs them: their use cases, their export, and their jobs. */
export function createRecordings(given: Omit<RecordingsDeps, 'openStore'> & Pick<RecordingStepsDeps, 'published' | 'replaced'> & { readonly events: Events; readonly worker: Actor }): {
  readonly recordings: Recordings;
  readonly exporter: Exporter;
  /** Registers a handler for each of `ALL_RECORDING_JOBS`. */
  readonly handleJobs: (registry: Registry) => void;
  /** Removes media that belong to no recording; returns how many folders went. */
  readonly sweep: () => Promise<number>;
} {
  const deps = { ...given, openStore: (db: Db) => new RecordingRepo(db) };
  const store = deps.openStore(deps.database.db);
  const steps = new RecordingSteps(deps, deps.worker);
  const step = (name: keyof typeof RECORDING_JOBS, work: Parameters<typeof stepHandler>[2]) => stepHandler({ ...deps, steps }, name, work);
  return {
    recordings: new Recordings(deps),
    sweep: () => sweepRecordings(store, deps.blobs),
    exporter: new Exporter({ ...deps, store }),
    handleJobs: (registry) => {
      registry.handle(RECORDING_JOBS.package, step('package', packageRecording));
      registry.handle(RECORDING_JOBS.stills, step('stills', makeStills));
      registry.handle(RECORDING_JOBS.measure, step('measure', async (context) => measureRecording(context, await floorOf(deps.meetings, deps.worker, context.recording.meetingId))));
      registry.handle(RECORDING_JOBS.voices, step('voices', async (context) =>
        makeVoices(context, (await store.renditions([context.recording.id])).get(context.recording.id) ?? [], await store.levels(context.recording.id))));
      registry.handle(RECORDING_JOBS.picture, step('picture', makePictures));
      registry.handle(RECORDING_JOBS['keep-source'], step('keep-source', keepSources));
      registry.handle(discardMedia, async ({ prefix }) => deps.blobs.remove(prefix));
    },
  };
}

async function floorOf(meetings: Meetings, actor: Actor, meetingId: string): Promise<Parameters<typeof measureRecording>[1]> {
  const meeting = await meetings.get(actor, meetingId);
  const turns = meeting.interventions.flatMap(({ language, startMs, endMs }, n) => {
    const end = endMs ?? meeting.interventions[n + 1]?.startMs ?? meeting.durationMs ?? startMs;
    return end > startMs ? [{ language, startMs, endMs: end }] : [];
  });
  return { turns: turns.length > 0 ? turns : null, floorLanguages: meeting.floorLanguages };
}

/** Every job of this capability, for the check at start. */
export const ALL_RECORDING_JOBS = [...Object.values(RECORDING_JOBS), discardMedia];

export type { MeetingMedia, MediaChannel, MediaRung } from './meeting-media.domain.ts';
export type { Submission } from './intake/submission.ts';
export { openDownloads } from './downloads/index.ts';
export { mediaRoutes } from './media.routes.ts';
export { ExportRequest, SubmissionRequest } from './recordings.schema.ts';
export { recordingRoutes } from './recordings.routes.ts';
export type { Accepted, FolderClips, MeetingSound, Recordings, SoundFile } from './recordings.service.ts';
export type { Exporter } from './exporter.service.ts';
export * from './clip-files/index.ts';
export { FileCache } from './downloads/file-cache.ts';
export type { ChannelChange, RecordingChange, TimelineMove } from './timeline.domain.ts';
