import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { localOperator } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { createMeetings, writeMeetingYaml, type MeetingFolder } from '#meetings/index.ts';
import { openLocalBlobStore, type LocalBlobStore } from '#platform/blobs/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { AppError, type ErrorCode } from '#platform/errors/index.ts';
import { openEvents } from '#platform/events/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { createTools } from '#platform/process/index.ts';
import { createRegistry, openQueue } from '#platform/queue/index.ts';
import { createWords } from '#words/index.ts';
import { ALL_RECORDING_JOBS, createRecordings } from './index.ts';
import { RecordingRepo } from './recordings.repo.ts';
import type { Submission } from './intake/submission.ts';

/** A meeting about which nothing is said but its recording. */
export const plainMeeting = (slug: string, recording: MeetingFolder['recording'], more: Partial<MeetingFolder> = {}): MeetingFolder => ({
  slug, formerSlugs: [], title: { en: slug }, description: {}, body: null, series: null, format: 'meeting', starts: null, ends: null,
  published: null, timezone: 'UTC', symbol: null, floorLanguages: [], categories: [], topics: [], documents: [], agenda: [], interventions: [],
  rights: null, words: [], recording, ...more,
});

/** Everything that publishing needs, on a database and a folder of its own, with a worker that runs. */
export async function openTestRecordings(settings: { readonly keepSource?: boolean; readonly ffmpegPath?: string } = {}) {
  const stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'openfloor-recordings-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const database = stack.use(await openTestDatabase());
  const blobs: LocalBlobStore = await openLocalBlobStore({ folder: join(folder, 'blobs') });
  const events = await openEvents({ database, log: silentLog });
  stack.defer(() => events.close());
  const queue = await openQueue({ database, events, log: silentLog, jobs: ALL_RECORDING_JOBS });
  stack.defer(() => queue.close());
  const audit = createAuditLog(database);
  const meetings = createMeetings({ database, clock: systemClock, audit });
  const words = createWords({ database, clock: systemClock, audit });
  const operator = localOperator();
  const { recordings, exporter, handleJobs } = createRecordings({
    database, queue, clock: systemClock, audit, meetings, words, tools: createTools(settings.ffmpegPath === undefined ? {} : { ffmpegPath: settings.ffmpegPath }), blobs, events, worker: operator,
    settings: { keepSource: settings.keepSource ?? false, mediaHours: 24 },
  });
  const registry = createRegistry();
  handleJobs(registry);
  const worker = await queue.startWorker({ registry });
  stack.defer(() => worker.stop());
  const repo = new RecordingRepo(database.db);
  return {
    folder, database, blobs, events, queue, audit, meetings, words, recordings, exporter, operator, worker, repo,
    /** Publishes and waits until every step has ended; throws what made it fail. */
    async publish(submission: Submission) {
      const accepted = await recordings.publish(operator, submission);
      await this.settled(accepted.recordingId ?? '');
      const media = await recordings.mediaOf(accepted.meetingId);
      if (!media) throw new Error('the recording is gone');
      return { ...accepted, media, renditions: (await repo.renditions([media.recordingId])).get(media.recordingId) ?? [] };
    },
    /** Waits until every job of a recording has ended; throws what made one fail. */
    async settled(recordingId: string) {
      for (;;) {
        await worker.idle();
        const jobs = await queue.states({ dedupePrefix: `${recordingId}/` });
        const failed = jobs.find((job) => job.state === 'failed');
        if (failed?.error) throw new AppError(failed.error.code as ErrorCode, {}, { cause: failed.error.message });
        if (jobs.every((job) => job.state === 'done' || job.state === 'cancelled')) return;
        await setTimeout(100);
      }
    },
    /** Writes `meeting.yaml` into a folder. */
    async describe(target: string, meeting: MeetingFolder) {
      await writeFile(join(target, 'meeting.yaml'), writeMeetingYaml(meeting));
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
