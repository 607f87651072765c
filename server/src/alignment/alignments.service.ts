import { createHash } from 'node:crypto';
import { readWords, WordsRefused } from '@openfloor/words';
import type { Actor } from '#access/index.ts';
import type { AuditLog } from '#audit/index.ts';
import type { Meetings } from '#meetings/index.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { JobState, Queue } from '#platform/queue/index.ts';
import type { UntimedText } from '#words/index.ts';
import { alignAgain } from './align-again.ts';
import { alignText, type AlignTextPayload } from './align-text.ts';
import { sentencesOf } from './alignment.domain.ts';

export interface AlignmentsDeps {
  readonly database: Database;
  readonly queue: Queue;
  readonly audit: AuditLog;
  readonly meetings: Pick<Meetings, 'get'>;
}

/** What somebody wants aligned. */
export interface AlignmentWish {
  readonly channel: string;
  /** Name of the file, for people. */
  readonly file: string;
  /** What stands in it, in any form that captions and transcripts have; times in it are not used. */
  readonly text: string;
  readonly kind: UntimedText['kind'];
  /** Of the text; that of the channel unless told. */
  readonly language?: string;
}

/** An alignment under way, or one that has ended in the last days. */
export interface AlignmentState extends Pick<UntimedText, 'channel' | 'kind' | 'language' | 'file'> {
  readonly id: string;
  readonly state: JobState['state'];
  /** 0 to 1. */
  readonly done: number;
  /** Why it failed or waits, in a sentence. */
  readonly problem: string | null;
}

/** Lays texts without times along the sound of their channels. */
export class Alignments {
  readonly #deps;

  constructor(deps: AlignmentsDeps) {
    this.#deps = deps;
  }

  /** Has a text aligned. Throws `meeting_not_found`, `not_found` for a channel, `validation_failed` for a text that says nothing or whose language isn't known. */
  async ask(actor: Actor, slug: string, wish: AlignmentWish): Promise<AlignmentState> {
    actor.require('meeting:edit');
    const meeting = await this.#deps.meetings.get(actor, slug);
    const channel = meeting.channels.find(({ key }) => key === wish.channel);
    if (!channel) throw new AppError('not_found', { what: 'channel', id: wish.channel });
    const language = wish.language ?? channel.language;
    if (language === 'mul') throw new AppError('validation_failed', { problems: `The channel ${wish.channel} is in several languages: say in which one the text is.` });
    const text = { kind: wish.kind, channel: wish.channel, language, file: wish.file, ...readPassages(wish) };
    if (sentencesOf(text).length === 0) throw new AppError('validation_failed', { problems: `There are no words in ${wish.file}.` });
    await this.#deps.queue.cancel({ job: alignText.name, dedupePrefix: placeOf(meeting.id, text) });
    const id = await this.#deps.database.transaction((tx) => this.later(actor, tx, meeting.id, text));
    const state = (await this.of(actor, slug)).find((one) => one.id === id);
    return state ?? { id: id ?? '', ...text, state: 'waiting', done: 0, problem: null };
  }

  /** Has a text aligned once its channel can be heard; in the transaction that brings the text. */
  async later(actor: Actor, tx: Tx, meetingId: string, text: UntimedText): Promise<string | undefined> {
    actor.require('meeting:edit');
    const payload: AlignTextPayload = { meetingId, ...text, passages: [...text.passages], damage: [...text.damage] };
    const digest = createHash('sha256').update(JSON.stringify(payload)).digest('hex').slice(0, 16);
    await this.#deps.audit.record(tx, actor, 'text.align-later', { type: 'meeting', id: meetingId }, { channel: text.channel, file: text.file });
    return this.#deps.queue.add(tx, alignText, payload, { dedupeKey: `${placeOf(meetingId, text)}${digest}` });
  }

  /** Has a text that has times laid along the sound that its channel has now; in the transaction that brings the sound. */
  async again(actor: Actor, tx: Tx, textId: string): Promise<void> {
    actor.require('meeting:edit');
    await this.#deps.queue.add(tx, alignAgain, { textId }, { dedupeKey: textId });
  }

  /** The alignments of a meeting, the newest first. */
  async of(actor: Actor, slug: string): Promise<readonly AlignmentState[]> {
    actor.require('recording:read');
    const meeting = await this.#deps.meetings.get(actor, slug);
    const states = await this.#deps.queue.states({ job: alignText.name, dedupePrefix: `${meeting.id}/` });
    return states.map(({ id, state, progress, error, payload }) => {
      const { channel, kind, language, file } = payload as AlignTextPayload;
      return { id, channel, kind, language, file, state, done: state === 'done' ? 1 : (progress ?? 0), problem: error?.message ?? null };
    });
  }
}

const placeOf = (meetingId: string, { channel, kind, language }: Pick<UntimedText, 'channel' | 'kind' | 'language'>): string => `${meetingId}/${channel}/${kind}/${language}/`;

/** The words of a file, whether it has times or not. */
function readPassages({ file, text }: AlignmentWish): Pick<UntimedText, 'passages' | 'damage'> {
  try {
    const { passages, segments, damage } = readWords(new TextEncoder().encode(text), { name: file });
    const words = segments.length > 0 ? segments : passages;
    return {
      passages: words.map((one) => ({ text: one.text, speaker: one.speaker })),
      damage: segments.length > 0 ? [] : damage.map(({ line, says }) => (line === null ? says : `line ${line} ${says}`)),
    };
  } catch (error) {
    if (!(error instanceof WordsRefused)) throw error;
    throw new AppError('validation_failed', { problems: `${file}: ${error.message}` }, { cause: error });
  }
}
