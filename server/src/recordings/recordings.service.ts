import { randomUUID } from 'node:crypto';
import type { Actor } from '#access/index.ts';
import type { AuditLog } from '#audit/index.ts';
import { nextMeetingState, requireWithinDuration, type Meetings } from '#meetings/index.ts';
import type { LocalBlobStore } from '#platform/blobs/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { formatBytes } from '#platform/i18n/index.ts';
import type { Tools } from '#platform/process/index.ts';
import type { Queue } from '#platform/queue/index.ts';
import type { BroughtIn, Words } from '#words/index.ts';
import { examineRecording, type ExaminedRecording } from './intake/recording-sources.ts';
import { createProbe } from './intake/probe-source.ts';
import { readSubmission, type Submission } from './intake/submission.ts';
import { discardMedia, RECORDING_JOBS } from './jobs/jobs.ts';
import { meetingMedia, type MeetingMedia } from './meeting-media.domain.ts';
import type { OpenRecordingStore } from './recording-store.ports.ts';
import type { ChannelLevel, PackagedPart, Recording, Rendition, Step, StepName } from './recordings.domain.ts';
import type { TimelineMove } from './timeline.domain.ts';

export interface RecordingsDeps {
  readonly database: Database;
  readonly openStore: OpenRecordingStore;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly meetings: Meetings;
  readonly tools: Tools;
  readonly blobs: LocalBlobStore;
  readonly words: Pick<Words, 'read' | 'replace' | 'of' | 'toFolder'>;
  /** Left out: clips are neither taken in nor given out. */
  readonly clips?: FolderClips;
  readonly settings: { readonly keepSource: boolean; readonly mediaHours: number };
}

/** The clips of a meeting on their way in and out of a meeting folder. */
export interface FolderClips {
  /** What stands in their file; throws `file_missing`, `folder_invalid`. */
  read(root: string, file: string): Promise<ComingClips>;
  /** The text of their file; null where there are none. */
  toFolder(actor: Actor, meetingId: string): Promise<string | null>;
}

/** Clips that come with a meeting, and what had become of its timeline since they were made. */
export interface ComingClips {
  readonly moves: readonly TimelineMove[];
  /** Takes them in, at their addresses as far as these are free. */
  bring(actor: Actor, tx: Tx, meetingId: string): Promise<void>;
}

/** What was accepted: the work goes on behind. */
export interface Accepted {
  readonly meetingId: string;
  readonly slug: string;
  /** Null for a meeting without a recording: it is scheduled. */
  readonly recordingId: string | null;
  /** What became of the files of words. */
  readonly words: readonly BroughtIn[];
}

/** Files of the channels' sound, by key; each file's own time begins at its place on the timeline. */
export interface MeetingSound {
  readonly recordingId: string;
  readonly durationMs: number;
  readonly channels: ReadonlyMap<string, readonly SoundFile[]>;
}

export interface SoundFile {
  readonly path: string;
  readonly startMs: number;
  readonly durationMs: number;
}

/** What is kept beside recordings, by the recording's id. */
interface Facts {
  readonly steps: ReadonlyMap<string, readonly Step[]>;
  readonly levels: ReadonlyMap<string, readonly ChannelLevel[]>;
  readonly renditions: ReadonlyMap<string, readonly Rendition[]>;
}

/** Moves recordings from a folder or file into public view. */
export class Recordings {
  readonly #deps;
  readonly #store;

  constructor(deps: RecordingsDeps) {
    this.#deps = deps;
    this.#store = deps.openStore(deps.database.db);
  }

  /**
   * Takes a meeting folder or a media file: everything is read and planned first, then the meeting, the recording and its
   * first job are written in one transaction. Throws `folder_invalid`, `media_*`, `disk_full`, `meeting_has_recording`;
   * then nothing has changed.
   */
  async publish(actor: Actor, submission: Submission): Promise<Accepted> {
    actor.require('recording:publish');
    const probe = createProbe(this.#deps.tools, { hours: this.#deps.settings.mediaHours });
    const { root, folder } = await readSubmission(probe, submission);
    const examined = folder.recording ? await examineRecording(probe, root, folder, folder.recording) : null;
    if (examined) {
      requireWithinDuration(folder, examined.durationMs);
      await this.#requireSpace(examined);
    }
    const texts = await this.#deps.words.read(root, folder, examined?.durationMs ?? null);
    const clips = folder.clips === undefined ? undefined : await this.#deps.clips?.read(root, folder.clips);
    return this.#deps.database.transaction(async (tx) => {
      const { meeting, created } = await this.#deps.meetings.upsertFromFolder(actor, tx, folder);
      // A file alone names no words, and takes none away.
      const words = texts.length > 0 ? await this.#deps.words.replace(actor, tx, meeting.id, texts) : [];
      const store = this.#deps.openStore(tx);
      // A meeting that is here has its own.
      if (clips && created) {
        for (const move of clips.moves) await store.addTimelineMove(meeting.id, move, this.#deps.clock.now());
        await clips.bring(actor, tx, meeting.id);
      }
      if (!examined) {
        if (meeting.state === 'draft') await this.#deps.meetings.setState(actor, tx, meeting.id, 'schedule');
        return { meetingId: meeting.id, slug: meeting.slug, recordingId: null, words };
      }
      // Found out now, not when the work is done: a withdrawn meeting doesn't come back by the way.
      nextMeetingState(meeting.state, 'publish');
      const earlier = await store.allOfMeeting(meeting.id);
      if (earlier.length > 0 && submission.replace !== true) throw new AppError('meeting_has_recording', { slug: meeting.slug });
      const id = randomUUID();
      const steps = stepsFor(examined, this.#deps.settings.keepSource);
      await store.insert(
        { id, meetingId: meeting.id, bringsMeeting: created, sources: examined.sources, durationMs: examined.durationMs },
        steps, examined.files, this.#deps.clock.now(),
      );
      await this.#deps.audit.record(tx, actor, 'recording.publish', { type: 'recording', id }, { meeting: meeting.id, files: examined.files.map((file) => file.name) });
      await this.#deps.queue.add(tx, RECORDING_JOBS.package, { recordingId: id }, { dedupeKey: `${id}/package` });
      return { meetingId: meeting.id, slug: meeting.slug, recordingId: id, words };
    });
  }

  /** What there is to hear and see of a meeting; null when it has no recording. */
  async mediaOf(meetingId: string): Promise<MeetingMedia | null> {
    return (await this.mediaOfAll([meetingId])).get(meetingId) ?? null;
  }

  /** As `mediaOf`, for a list of meetings; those without a recording are missing. */
  async mediaOfAll(meetingIds: readonly string[]): Promise<Map<string, MeetingMedia>> {
    const recordings = await this.#store.ofMeetings(meetingIds);
    const facts = await this.#facts(recordings);
    return new Map(await Promise.all(recordings.map(async (recording) => [recording.meetingId, await this.#media(recording, facts)] as const)));
  }

  /** What was made of a meeting's sound and picture; throws `not_found` when there is nothing to play. */
  async renditionsOf(meetingId: string): Promise<readonly Rendition[]> {
    return this.#renditions(await this.#playable(meetingId));
  }

  /** What can be copied into files of the whole meeting, with the length of each part in seconds; throws `not_found` as `renditionsOf`. */
  async copyable(meetingId: string): Promise<{ readonly renditions: readonly Rendition[]; readonly partSeconds: readonly number[] }> {
    const recording = await this.#playable(meetingId);
    return { renditions: await this.#renditions(recording), partSeconds: recording.parts.map(({ durationMs }) => durationMs / 1000) };
  }

  /** How the recording lies on the meeting's timeline; throws `not_found` as `renditionsOf`. */
  async timelineOf(meetingId: string): Promise<{ readonly startsAtMs: number | null; readonly parts: readonly PackagedPart[] }> {
    const { parts, sources } = await this.#playable(meetingId);
    return { startsAtMs: sources.startsAtMs, parts };
  }

  /** What became of the meeting's timeline each time its recording was replaced, in order; none for most. */
  async timelineMoves(meetingId: string): Promise<readonly TimelineMove[]> {
    return this.#store.timelineMoves(meetingId);
  }

  /** Where the sound of each channel lies on the timeline; throws `not_found` as `renditionsOf`. */
  async soundOf(meetingId: string): Promise<MeetingSound> {
    const { id, parts, durationMs } = await this.#playable(meetingId);
    const renditions = (await this.#store.renditions([id])).get(id) ?? [];
    const sounds = renditions.filter((one) => one.kind === 'sound' && one.files.length === parts.length);
    return {
      recordingId: id, durationMs,
      channels: new Map(sounds.map(({ name, files }) => [name, parts.map((part, n) => ({ startMs: part.startMs, durationMs: part.durationMs, path: this.#deps.blobs.localPath(files[n] ?? '') }))])),
    };
  }

  /** One recording by its id; throws `recording_not_found`. */
  async media(actor: Actor, recordingId: string): Promise<MeetingMedia & { readonly meetingId: string }> {
    actor.require('recording:read');
    const recording = await this.#store.find(recordingId);
    if (!recording) throw new AppError('recording_not_found', { id: recordingId });
    return { ...await this.#describe(recording), meetingId: recording.meetingId };
  }

  /** What a listener to the recording's events starts from; null when the recording is gone (it failed, or was removed). */
  async snapshot(recordingId: string): Promise<MeetingMedia | null> {
    const recording = await this.#store.find(recordingId);
    return recording ? this.#describe(recording) : null;
  }

  /** Tells whether everybody may follow the recording: its meeting is public. */
  async watched(recordingId: string): Promise<boolean> {
    const recording = await this.#store.find(recordingId);
    return recording !== null && recording.state !== 'packaging';
  }

  /** Removes a meeting with its recordings and all their media. The addresses are gone for good. */
  async remove(actor: Actor, slugOrId: string): Promise<{ readonly id: string; readonly slug: string }> {
    actor.require('recording:remove');
    return this.#deps.database.transaction(async (tx) => {
      const removed = await this.#deps.meetings.remove(actor, tx, slugOrId);
      await this.#deps.queue.add(tx, discardMedia, { prefix: `media/${removed.id}/` });
      return removed;
    });
  }

  /** The recording that is played; throws `not_found` when there is none yet. */
  async #playable(meetingId: string): Promise<Recording> {
    const [recording] = await this.#store.ofMeetings([meetingId]);
    if (!recording || recording.state === 'packaging') throw new AppError('not_found', { what: 'recording of this meeting' });
    return recording;
  }

  async #renditions({ id }: Recording): Promise<readonly Rendition[]> {
    return (await this.#store.renditions([id])).get(id) ?? [];
  }

  async #describe(recording: Recording): Promise<MeetingMedia> {
    return this.#media(recording, await this.#facts([recording]));
  }

  async #facts(recordings: readonly Recording[]): Promise<Facts> {
    const ids = recordings.map(({ id }) => id);
    const [steps, levels, renditions] = await Promise.all([this.#store.stepsOf(ids), this.#store.levelsOf(ids), this.#store.renditions(ids)]);
    return { steps, levels, renditions };
  }

  async #media(recording: Recording, { steps, levels, renditions }: Facts): Promise<MeetingMedia> {
    const { id } = recording;
    const own = steps.get(id) ?? [];
    return meetingMedia(recording, own, renditions.get(id) ?? [], levels.get(id) ?? [], await this.#done(id, own));
  }

  /** How far the step is that runs now, 0 to 1. */
  async #done(recordingId: string, steps: readonly Step[]): Promise<number> {
    const running = steps.find((one) => one.state === 'running');
    if (!running) return 0;
    const [job] = await this.#deps.queue.states({ dedupePrefix: `${recordingId}/${running.step}` });
    return job?.progress ?? 0;
  }

  async #requireSpace(examined: ExaminedRecording): Promise<void> {
    const kept = this.#deps.settings.keepSource ? examined.files.reduce((sum, file) => sum + file.bytes, 0) : 0;
    const needed = examined.spaceBytes + kept;
    const { freeBytes } = await this.#deps.blobs.free();
    if (needed > freeBytes) throw new AppError('disk_full', { needed: formatBytes(needed), free: formatBytes(freeBytes) });
  }
}

/** The steps that this recording needs. */
function stepsFor({ sources }: ExaminedRecording, keepSource: boolean): StepName[] {
  const plans = sources.parts.map((part) => part.plan);
  const pictures = plans.flatMap((plan) => [plan.picture, plan.secondPicture].flatMap((picture) => picture ?? []));
  const encodes = pictures.some((picture) => picture.mode === 'encode') || plans.some((plan) => (plan.picture?.lower.length ?? 0) > 0);
  return [
    'package',
    ...(plans.some((plan) => plan.picture) ? ['stills' as const] : []),
    'measure',
    ...(plans.some((plan) => plan.sounds.some((sound) => sound.mode === 'copy')) ? ['voices' as const] : []),
    // A copied picture may turn out to need encoding, so the step is there whenever there is a picture.
    ...(encodes || pictures.length > 0 ? ['picture' as const] : []),
    ...(keepSource ? ['keep-source' as const] : []),
  ];
}
