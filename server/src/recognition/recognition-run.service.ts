import type { Actor } from '#access/index.ts';
import type { MeetingDetail } from '#meetings/index.ts';
import { messageOf } from '#platform/errors/index.ts';
import type { SoundFile } from '#recordings/index.ts';
import { chooseModel, spokenIn, type Spoken } from './choose-model.ts';
import { hintsFor } from './hints.domain.ts';
import { takesHints, type Model, type Shelf } from './models/model.domain.ts';
import { nextState, wrongLanguage, type Recognition } from './recognition.domain.ts';
import type { RecognisedPassage } from './recognition.ports.ts';
import type { RecognitionsDeps } from './recognitions.service.ts';
import { readsAsAnother } from './read-language.domain.ts';

interface Deps extends RecognitionsDeps {
  /** Terms that the operator wants recognised in a language. */
  readonly glossary: (language: string) => Promise<readonly string[]>;
  /** Name and version of the engine. */
  readonly engine: () => string;
}

/** What a run works with. */
export interface Begun {
  readonly recognition: Recognition;
  readonly model: Model;
  readonly shelf: Shelf;
  readonly spoken: Spoken;
  readonly hints: readonly string[];
  /** Of the channel's sound. */
  readonly files: readonly SoundFile[];
  readonly interventions: MeetingDetail['interventions'];
}

// Enough to judge a language by, and no more than a judgement needs.
const JUDGED_LETTERS = 12_000;
const LEAST_JUDGED_LETTERS = 1200;
// By then it is plain; at the end all is looked at once more.
const JUDGED_UNTIL_MS = 30 * 60_000;

/** The life of a recognition while it runs: begin, save, end, fail. Each may happen again after a crash. */
export class RecognitionRuns {
  readonly #deps;
  readonly #actor;

  constructor(deps: Deps, actor: Actor) {
    this.#deps = deps;
    this.#actor = actor;
  }

  /** Marks it as running. Null when there is nothing to do: it was stopped, is done, or makes way for another. */
  async begin(id: string): Promise<Begun | null> {
    const { meetings, recordings, openStore, database } = this.#deps;
    const store = openStore(database.db);
    const recognition = await store.find(id);
    if (!recognition || nextState(recognition.state, 'begin') === null) return null;
    const meeting = await meetings.get(this.#actor, recognition.meetingId);
    const channel = meeting.channels.find(({ key }) => key === recognition.channel);
    const sound = await recordings.soundOf(meeting.id);
    const files = sound.channels.get(recognition.channel);
    // The recording was replaced: whoever did that asks for what is wanted of the new one.
    if (!channel || !files || sound.recordingId !== recognition.recordingId) return null;
    const spoken = { ...spokenIn(meeting, channel), language: recognition.language };
    const shelf = await this.#deps.shelf();
    const model = chooseModel(shelf, this.#deps.folder, spoken, { model: recognition.wantedModel ?? undefined, anyLanguage: recognition.anyLanguage });
    const hints = takesHints(model) ? hintsFor(meeting, spoken.language, await this.#deps.glossary(spoken.language)) : [];
    const patch = { state: 'running' as const, engine: this.#deps.engine(), model: model.name, hints: hints.length };
    // Another model has come in between, so what there is so far goes.
    const afresh = recognition.model !== null && recognition.model !== model.name;
    if (afresh) await store.forgetPassages(id);
    const begun = { ...recognition, ...patch, failure: null, positionMs: afresh ? 0 : recognition.positionMs };
    await store.patch(id, { ...patch, failure: null, positionMs: begun.positionMs }, this.#deps.clock.now());
    return { recognition: begun, model, shelf, spoken, hints, files, interventions: meeting.interventions };
  }

  /**
   * Keeps what was recognised up to a place. False when the recognition was stopped or replaced meanwhile. Throws
   * `recognition_language` when all so far reads as another language.
   */
  async save(id: string, passages: readonly RecognisedPassage[], positionMs: number): Promise<boolean> {
    const goesOn = await this.#deps.database.transaction(async (tx) => {
      const store = this.#deps.openStore(tx);
      const recognition = await store.lock(id);
      if (recognition?.state !== 'running') return false;
      await store.addPassages(id, passages);
      await store.patch(id, { positionMs }, this.#deps.clock.now());
      return true;
    });
    if (goesOn) await this.#judge(id);
    return goesOn;
  }

  /** Stores the transcript, unless people have corrected one meanwhile (`text_corrected`), and ends. */
  async end(id: string): Promise<void> {
    await this.#deps.database.transaction(async (tx) => {
      const store = this.#deps.openStore(tx);
      const recognition = await store.lock(id);
      const state = recognition && nextState(recognition.state, 'end');
      if (!recognition || !state) return;
      const segments = await store.segments(id);
      const { meetingId, channel, language, engine, model, hints, durationMs } = recognition;
      const other = language === 'mul' ? null : readsAsAnother(textOf(segments), language);
      const notes = other === null ? [] : [wrongLanguage(channel, language, other).message];
      await this.#deps.words.putRecognised(this.#actor, tx, meetingId, { channel, language, segments, provenance: { engine: engine ?? '', model: model ?? '', hints, notes } });
      await store.patch(id, { state, positionMs: durationMs }, this.#deps.clock.now());
      await store.forgetPassages(id);
      await this.#deps.audit.record(tx, this.#actor, 'recognition.end', { type: 'meeting', id: meetingId }, { channel, model, segments: segments.length });
    });
  }

  /** Notes why it failed for good. */
  async fail(id: string, error: unknown): Promise<void> {
    await this.#deps.database.transaction(async (tx) => {
      const store = this.#deps.openStore(tx);
      const recognition = await store.lock(id);
      const state = recognition && nextState(recognition.state, 'fail');
      if (!recognition || !state) return;
      await store.patch(id, { state, failure: messageOf(error) }, this.#deps.clock.now());
      await this.#deps.audit.record(tx, this.#actor, 'recognition.failed', { type: 'meeting', id: recognition.meetingId }, { channel: recognition.channel, problem: messageOf(error) });
    });
  }

  async #judge(id: string): Promise<void> {
    const store = this.#deps.openStore(this.#deps.database.db);
    const recognition = await store.find(id);
    if (!recognition || recognition.anyLanguage || recognition.language === 'mul' || recognition.positionMs > JUDGED_UNTIL_MS) return;
    const text = textOf(await store.segments(id));
    if (text.length < LEAST_JUDGED_LETTERS / (/\p{Script=Han}/u.test(text) ? 3 : 1)) return;
    const other = readsAsAnother(text, recognition.language);
    if (other !== null) throw wrongLanguage(recognition.channel, recognition.language, other);
  }
}

const textOf = (segments: readonly { readonly text: string }[]): string => segments.map(({ text }) => text).join(' ').slice(0, JUDGED_LETTERS);
