import { randomUUID } from 'node:crypto';
import type { Actor } from '#access/index.ts';
import type { AuditLog } from '#audit/index.ts';
import type { MeetingDetail, Meetings } from '#meetings/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import { AppError, isAppError } from '#platform/errors/index.ts';
import type { JobDefinition, Queue } from '#platform/queue/index.ts';
import type { MeetingSound, Recordings } from '#recordings/index.ts';
import type { Words } from '#words/index.ts';
import { chooseModel, spokenIn, type Spoken } from './choose-model.ts';
import type { Shelf } from './models/model.domain.ts';
import { renewRecognition } from './renew-recognition.ts';
import { nextState, type Recognition, type Wish } from './recognition.domain.ts';
import type { OpenRecognitionStore } from './recognition.ports.ts';

export interface RecognitionsDeps {
  readonly database: Database;
  readonly openStore: OpenRecognitionStore;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly meetings: Pick<Meetings, 'get'>;
  readonly recordings: Pick<Recordings, 'soundOf'>;
  readonly words: Pick<Words, 'requireUncorrected' | 'putRecognised'>;
  /** The operator's models, looked at anew each time; throws `recognition_unavailable` where no folder is set. */
  readonly shelf: () => Promise<Shelf>;
  /** The folder of models, for sentences. */
  readonly folder: string;
  /** What recognises a channel. */
  readonly job: JobDefinition<{ readonly recognitionId: string }>;
}

/** What came of a wish. */
export interface Asked {
  readonly recognitions: readonly Recognition[];
  /** Channels that are left out, each with the reason in one sentence. */
  readonly left: readonly { readonly channel: string; readonly reason: string }[];
}

/** Lets the operator's own models write down what is said in channels. */
export class Recognitions {
  readonly #deps;
  readonly #store;

  constructor(deps: RecognitionsDeps) {
    this.#deps = deps;
    this.#store = deps.openStore(deps.database.db);
  }

  /**
   * Has a channel recognised, or all that a model can do; goes on where an earlier attempt was stopped or failed. For a channel
   * by name it throws why it can't be: `recognition_unavailable`, `recognition_language`, `text_corrected`, `not_found`.
   */
  async ask(actor: Actor, slug: string, wish: Wish): Promise<Asked> {
    actor.require('meeting:edit');
    const meeting = await this.#deps.meetings.get(actor, slug);
    const shelf = await this.#deps.shelf();
    const sound = await this.#deps.recordings.soundOf(meeting.id);
    const channels = meeting.channels.filter(({ key }) => (wish.channel === undefined ? sound.channels.has(key) : key === wish.channel));
    if (channels.length === 0) throw new AppError('not_found', { what: 'channel with sound', id: wish.channel });
    const recognitions: Recognition[] = [];
    const refusals: { readonly channel: string; readonly error: AppError }[] = [];
    for (const channel of channels) {
      try {
        const spoken = spokenIn(meeting, channel);
        chooseModel(shelf, this.#deps.folder, spoken, wish);
        await this.#deps.words.requireUncorrected(meeting.id, channel.key, spoken.language);
        recognitions.push(await this.#enter(actor, meeting, sound, spoken, wish));
      } catch (error) {
        if (!isAppError(error)) throw error;
        refusals.push({ channel: channel.key, error });
      }
    }
    const [first] = refusals;
    if (recognitions.length === 0 && first) throw first.error;
    return { recognitions, left: refusals.map(({ channel, error }) => ({ channel, reason: error.message })) };
  }

  /** Stops the recognition of a channel; what was recognised is kept, and asking again goes on from there. Throws `not_found`. */
  async stop(actor: Actor, slug: string, channel: string): Promise<Recognition> {
    actor.require('meeting:edit');
    const meeting = await this.#deps.meetings.get(actor, slug);
    const found = (await this.#store.ofMeeting(meeting.id)).find((one) => one.channel === channel);
    if (!found) throw new AppError('not_found', { what: 'recognition of the channel', id: channel });
    await this.#deps.database.transaction(async (tx) => {
      const store = this.#deps.openStore(tx);
      const state = nextState((await store.lock(found.id))?.state ?? found.state, 'stop');
      if (state === null) return;
      await store.patch(found.id, { state }, this.#deps.clock.now());
      await this.#deps.audit.record(tx, actor, 'recognition.stop', { type: 'meeting', id: meeting.id }, { channel });
    });
    await this.#deps.queue.cancel({ job: this.#deps.job.name, dedupePrefix: found.id });
    return (await this.#store.find(found.id)) ?? found;
  }

  /**
   * Lets recognition follow a recording that took another's place, in the transaction in which it does. What is done of a channel with the same sound
   * stays so; what was under way, and what was made of a sound that is gone, begins anew.
   * @param again channels whose text a machine made of another sound
   * @returns those of `again` that are left, as there are no models
   */
  async follow(actor: Actor, tx: Tx, meetingId: string, { recordingId, sameSound, again }: { readonly recordingId: string; readonly sameSound: (channel: string) => boolean; readonly again: ReadonlySet<string> }): Promise<ReadonlySet<string>> {
    actor.require('meeting:edit');
    const store = this.#deps.openStore(tx);
    const anew = new Set(again);
    for (const recognition of await store.ofMeeting(meetingId)) {
      const { id, state, channel } = recognition;
      if (state === 'waiting' || state === 'running') anew.add(channel);
      else if (state === 'done' && sameSound(channel) && !again.has(channel)) await store.moveTo(id, recordingId);
    }
    const models = await this.#deps.shelf().then(({ models: found }) => found.length > 0, () => false);
    if (!models) return again;
    for (const channel of anew) await this.#deps.queue.add(tx, renewRecognition, { meetingId, channel }, { dedupeKey: `${meetingId}/${channel}` });
    return new Set();
  }

  /** How far the channels of a meeting are. */
  async of(actor: Actor, slug: string): Promise<readonly Recognition[]> {
    actor.require('recording:read');
    return this.#store.ofMeeting((await this.#deps.meetings.get(actor, slug)).id);
  }

  /** Writes a recognition and its job, unless one of the same sound is under way or done. */
  async #enter(actor: Actor, meeting: MeetingDetail, sound: MeetingSound, { channel, language }: Spoken, wish: Wish): Promise<Recognition> {
    const wantedModel = wish.model ?? null;
    return this.#deps.database.transaction(async (tx) => {
      const store = this.#deps.openStore(tx);
      const earlier = (await store.ofMeeting(meeting.id)).find((one) => one.channel === channel);
      const same = earlier?.recordingId === sound.recordingId && earlier.language === language && wish.again !== true;
      if (earlier && same && earlier.state === 'done') return earlier;
      if (earlier && same && (earlier.state === 'waiting' || earlier.state === 'running')) {
        // Its job is there, unless somebody cleared the queue; one too many finds nothing to do.
        await this.#deps.queue.add(tx, this.#deps.job, { recognitionId: earlier.id }, { dedupeKey: earlier.id });
        return earlier;
      }
      // What another model has written so far is not mixed with what this one writes.
      const goesOn = same && earlier.wantedModel === wantedModel;
      const recognition: Recognition = {
        id: goesOn ? earlier.id : randomUUID(), meetingId: meeting.id, recordingId: sound.recordingId, channel, language, state: 'waiting', wantedModel,
        anyLanguage: wish.anyLanguage === true, engine: null, model: goesOn ? earlier.model : null, hints: 0,
        positionMs: goesOn ? earlier.positionMs : 0, durationMs: sound.durationMs, failure: null,
      };
      await store.put(recognition, goesOn, this.#deps.clock.now());
      await this.#deps.audit.record(tx, actor, 'recognition.ask', { type: 'meeting', id: meeting.id }, { channel, language });
      await this.#deps.queue.add(tx, this.#deps.job, { recognitionId: recognition.id }, { dedupeKey: recognition.id });
      return recognition;
    });
  }
}
