import type { Actor } from '#access/index.ts';
import type { AuditLog } from '#audit/index.ts';
import type { Meetings } from '#meetings/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import { errorEntry, isAppError, messageOf } from '#platform/errors/index.ts';
import type { Events } from '#platform/events/index.ts';
import type { Queue } from '#platform/queue/index.ts';
import { discardMedia, RECORDING_JOBS } from './jobs/jobs.ts';
import type { OpenRecordingStore, RecordingPatch, RecordingStore } from './recording-store.ports.ts';
import {
  blobFolder, nextState, type ChannelLevel, type Recording, type RecordingSources, type Rendition, type StepName, type StoredSource,
} from './recordings.domain.ts';
import { recordingChange, timelineMove, type RecordingChange } from './timeline.domain.ts';

/** What a step leaves behind; written in one transaction with its end. */
export interface StepResult {
  readonly renditions?: readonly Rendition[];
  readonly levels?: readonly ChannelLevel[];
  readonly patch?: Omit<RecordingPatch, 'state'>;
  /** The plan as it turned out (a copy that had to become an encode). */
  readonly sources?: RecordingSources;
  /** Further rows of the step's own. */
  readonly also?: (store: RecordingStore, now: Date) => Promise<void>;
}

export interface RecordingStepsDeps {
  readonly database: Database;
  readonly openStore: OpenRecordingStore;
  readonly queue: Queue;
  readonly events: Events;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly meetings: Pick<Meetings, 'setState' | 'setDuration' | 'remove'>;
  /** Told in the transaction in which a meeting's recording becomes what people hear and see. */
  readonly published?: (tx: Tx, meetingId: string) => Promise<void>;
  /** Told in the transaction in which a recording takes the place of another, with what became of each channel. */
  readonly replaced?: (tx: Tx, meetingId: string, change: RecordingChange) => Promise<void>;
}

/** Voice renditions have the gain built in that measuring finds. */
const FOLLOWERS: Partial<Record<StepName, StepName>> = { measure: 'voices' };

const unfinished = async (store: RecordingStore, recordingId: string): Promise<boolean> =>
  (await store.steps(recordingId)).some((one) => one.state === 'waiting' || one.state === 'running');

/** Channel on which a recording's progress is told. */
export const recordingTopic = (recordingId: string): string => `recording.${recordingId}`;

/**
 * The life of a recording's steps: begin, end, fail. What a step made, its state and what follows from it commit together,
 * so a kill at any point leaves either the step undone or all of it done. Every method may run again.
 */
export class RecordingSteps {
  readonly #deps;
  readonly #actor;

  constructor(deps: RecordingStepsDeps, actor: Actor) {
    this.#deps = deps;
    this.#actor = actor;
  }

  /** Marks a step as running. Null when there is nothing to do: the recording is gone, or the step is done. */
  async begin(recordingId: string, step: StepName): Promise<{ readonly recording: Recording; readonly files: readonly StoredSource[] } | null> {
    const store = this.#deps.openStore(this.#deps.database.db);
    const recording = await store.find(recordingId);
    const steps = await store.steps(recordingId);
    if (!recording || steps.find((one) => one.step === step)?.state === 'done') return null;
    await store.setStep(recordingId, step, 'running', this.#deps.clock.now());
    await this.#tell(recordingId, step, 'running');
    return { recording, files: await store.files(recordingId) };
  }

  /** Writes what a step made and marks it as done; the package step publishes the meeting, the last one completes the recording. */
  async end(recordingId: string, step: StepName, result: StepResult): Promise<void> {
    await this.#deps.database.transaction(async (tx) => {
      const store = this.#deps.openStore(tx);
      const recording = await store.lock(recordingId);
      const now = this.#deps.clock.now();
      await store.putRenditions(recordingId, result.renditions ?? []);
      await store.putLevels(recordingId, result.levels ?? []);
      if (result.sources) await store.saveSources(recordingId, result.sources);
      await result.also?.(store, now);
      await store.setStep(recordingId, step, 'done', now);
      await this.#follow(tx, store, recordingId, step);
      let { state } = recording;
      if (step === 'package' && state === 'packaging') {
        state = nextState(state, 'packaged');
        await this.#publish(tx, store, recording, result);
      }
      if (state === 'watchable' && !(await unfinished(store, recordingId))) state = nextState(state, 'completed');
      await store.save(recording, { ...result.patch, state }, now);
      await this.#deps.audit.record(tx, this.#actor, `recording.${step}`, { type: 'recording', id: recordingId }, { state });
      await this.#tell(recordingId, step, 'done', tx, state);
    });
  }

  /**
   * Notes that a step failed for good. Before the recording could be watched nothing of it stays: neither the meeting it
   * brought nor a file; afterwards the recording goes on without what the step would have added.
   */
  async fail(recordingId: string, step: StepName, error: unknown): Promise<void> {
    const sentence = messageOf(error);
    await this.#deps.database.transaction(async (tx) => {
      const store = this.#deps.openStore(tx);
      const found = await store.find(recordingId);
      if (!found) return;
      const recording = await store.lock(recordingId);
      await this.#deps.audit.record(tx, this.#actor, 'recording.failed', { type: 'recording', id: recordingId }, { step, problem: sentence });
      await this.#tell(recordingId, step, 'failed', tx, recording.state, sentence, isAppError(error) ? error.code : 'internal_error');
      if (recording.state !== 'packaging') {
        const now = this.#deps.clock.now();
        await store.setStep(recordingId, step, 'failed', now, sentence);
        await this.#follow(tx, store, recordingId, step);
        if (recording.state === 'watchable' && !(await unfinished(store, recordingId))) await store.save(recording, { state: nextState(recording.state, 'completed') }, now);
        return;
      }
      await store.remove(recordingId);
      if (recording.bringsMeeting) await this.#deps.meetings.remove(this.#actor, tx, recording.meetingId);
      await this.#deps.queue.add(tx, discardMedia, { prefix: `${blobFolder(recording.meetingId, recordingId)}/` });
    });
  }

  /** Notes what a step waits for (room, ffmpeg); it begins anew by itself. */
  async wait(recordingId: string, step: StepName, error: unknown): Promise<void> {
    const sentence = messageOf(error);
    await this.#deps.openStore(this.#deps.database.db).setStep(recordingId, step, 'waiting', this.#deps.clock.now(), sentence);
    await this.#tell(recordingId, step, 'waiting', undefined, undefined, sentence);
  }

  /** Tells whether trying again can't help, or was tried often enough. */
  isFinal(error: unknown, attempt: number, step: StepName): boolean {
    const retry = isAppError(error) ? errorEntry(error.code).retry : undefined;
    return retry === 'never' || (retry !== 'wait' && attempt >= RECORDING_JOBS[step].attempts);
  }

  /** Tells listeners how far a step is; `done` from 0 to 1. Nothing is stored. */
  async progress(recordingId: string, step: StepName, done: number, secondsLeft: number | null): Promise<void> {
    await this.#deps.events.publish({ topic: recordingTopic(recordingId), step, stepState: 'running', done, secondsLeft });
  }

  async #publish(tx: Tx, store: RecordingStore, recording: Recording, result: StepResult): Promise<void> {
    const { meetings, queue } = this.#deps;
    const durationMs = result.patch?.durationMs ?? recording.durationMs;
    await meetings.setDuration(this.#actor, tx, recording.meetingId, durationMs);
    await meetings.setState(this.#actor, tx, recording.meetingId, 'publish');
    for (const { step, state } of await store.steps(recording.id)) {
      if (state === 'waiting' && !Object.values<StepName>(FOLLOWERS).includes(step)) await this.#add(tx, recording.id, step);
    }
    await this.#deps.published?.(tx, recording.meetingId);
    // What this recording takes the place of goes only now, when there is something in its place.
    const all = await store.allOfMeeting(recording.meetingId);
    const olders = all.slice(0, all.findIndex(({ id }) => id === recording.id));
    const replaced = olders.findLast(({ state }) => state !== 'packaging');
    if (replaced) {
      const now = { sources: result.sources ?? recording.sources, parts: result.patch?.parts ?? recording.parts, files: await store.files(recording.id) };
      const old = { ...replaced, files: await store.files(replaced.id) };
      await store.addTimelineMove(recording.meetingId, timelineMove(old, now), this.#deps.clock.now());
      await this.#deps.replaced?.(tx, recording.meetingId, recordingChange(old, now, { recordingId: recording.id, durationMs }));
    }
    for (const older of olders) {
      await store.remove(older.id);
      await queue.add(tx, discardMedia, { prefix: `${blobFolder(older.meetingId, older.id)}/` });
    }
  }

  /** Queues the step that needs this one's result; when this one failed, the follower does without. */
  async #follow(tx: Tx, store: RecordingStore, recordingId: string, step: StepName): Promise<void> {
    const follower = FOLLOWERS[step];
    const waits = follower && (await store.steps(recordingId)).some((one) => one.step === follower && one.state === 'waiting');
    if (waits) await this.#add(tx, recordingId, follower);
  }

  async #add(tx: Tx, recordingId: string, step: StepName): Promise<void> {
    await this.#deps.queue.add(tx, RECORDING_JOBS[step], { recordingId }, { dedupeKey: `${recordingId}/${step}` });
  }

  async #tell(recordingId: string, step: StepName, stepState: string, tx?: Tx, state?: string, failure?: string, code?: string): Promise<void> {
    await this.#deps.events.publish({ topic: recordingTopic(recordingId), step, stepState, state, failure, code }, tx ? { tx } : {});
  }
}
