import type { Actor } from '#access/index.ts';
import type { AuditLog } from '#audit/index.ts';
import type { Meetings } from '#meetings/index.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import { AppError, isAppError } from '#platform/errors/index.ts';
import type { Tools } from '#platform/process/index.ts';
import type { JobHandler } from '#platform/queue/index.ts';
import type { MeetingSound, Recordings } from '#recordings/index.ts';
import type { Words } from '#words/index.ts';
import { outcomeOf, sentencesOf } from './alignment.domain.ts';
import type { AlignTextPayload } from './align-text.ts';
import { alignChannel } from './align-channel.ts';

export interface AlignTextDeps {
  readonly database: Database;
  readonly meetings: Pick<Meetings, 'get'>;
  readonly recordings: Pick<Recordings, 'soundOf'>;
  readonly words: Pick<Words, 'bring'>;
  readonly audit: AuditLog;
  readonly tools: Tools;
  readonly worker: Actor;
  /** Told in the transaction that brings words to a meeting. */
  readonly changed: (tx: Tx, meetingId: string) => Promise<void>;
}

/** Makes the job's handler. Throws `sound_not_ready` until the recording can be heard, `not_found` for a channel without sound, `text_not_heard`, `text_language`. */
export function alignTextHandler({ database, meetings, recordings, words, audit, tools, worker, changed }: AlignTextDeps): JobHandler<AlignTextPayload> {
  return async ({ meetingId, ...text }, job) => {
    if (!(await isThere(meetings, worker, meetingId))) return;
    const { channels, durationMs } = await soundOf(recordings, meetingId);
    const files = channels.get(text.channel);
    if (!files) throw new AppError('not_found', { what: 'channel with sound', id: text.channel });
    const sentences = sentencesOf(text);
    const alignment = await alignChannel({ tools, files, durationMs, sentences: sentences.map((sentence) => sentence.text), language: text.language }, job);
    const { segments, holes, unheard, remarks } = outcomeOf(alignment, sentences);
    const { kind, channel, language, file, damage } = text;
    if (segments.length === 0) throw new AppError('text_not_heard', { file, channel });
    const provenance = { file, damage: [...damage, ...remarks], ...(unheard.length > 0 && { untimed: unheard.map((sentence) => ({ line: null, ...sentence })) }) };
    await database.transaction(async (tx) => {
      await words.bring(worker, tx, meetingId, { kind, channel, language, status: 'edited', provenance, segments, holes });
      await changed(tx, meetingId);
      await audit.record(tx, worker, 'text.align', { type: 'meeting', id: meetingId }, { channel, kind, language, file, heard: segments.length, sentences: sentences.length });
    });
  };
}

async function isThere(meetings: AlignTextDeps['meetings'], actor: Actor, id: string): Promise<boolean> {
  try {
    return (await meetings.get(actor, id)).id === id;
  } catch (error) {
    // Whoever removed the meeting wants nothing of it.
    if (isAppError(error) && error.code === 'meeting_not_found') return false;
    throw error;
  }
}

async function soundOf(recordings: AlignTextDeps['recordings'], meetingId: string): Promise<MeetingSound> {
  try {
    return await recordings.soundOf(meetingId);
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') throw new AppError('sound_not_ready', {}, { cause: error });
    throw error;
  }
}
