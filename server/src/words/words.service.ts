import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { readWords, WordsRefused, type ReadWords, type Segment } from '@openfloor/words';
import type { Actor } from '#access/index.ts';
import type { FolderWords, MeetingFolder } from '#meetings/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { formatBytes } from '#platform/i18n/index.ts';
import type { OpenTextStore } from './text-store.ports.ts';
import { forReading, type ChannelText, type NewText, type TextKind } from './words.domain.ts';

// A day of captions in a wordy format has a tenth of it.
const MOST_BYTES = 64 * 1024 * 1024;

export interface WordsDeps {
  readonly database: Database;
  readonly openStore: OpenTextStore;
  readonly clock: Clock;
}

/** A text with its segments. */
export interface ReadableText extends ChannelText {
  readonly segments: readonly Segment[];
}

/** The words of meetings: what is said in each channel, in time. */
export class Words {
  readonly #deps;
  readonly #store;

  constructor(deps: WordsDeps) {
    this.#deps = deps;
    this.#store = deps.openStore(deps.database.db);
  }

  /**
   * Reads the captions and transcripts that a meeting folder names; nothing is stored yet. Throws `file_missing`, and
   * `folder_invalid` for a file that holds no words with times.
   * @param root the folder that file names are relative to
   */
  async read(root: string, folder: Pick<MeetingFolder, 'words'>): Promise<readonly NewText[]> {
    const texts = new Map<string, NewText>();
    for (const words of folder.words) {
      if (words.kind === 'record' || words.channel === null) continue;
      const key = `${words.channel} ${words.kind} ${words.language}`;
      if (texts.has(key)) throw new AppError('folder_invalid', { file: words.file, problem: `there are other ${words.kind} of channel ${words.channel} in this language already; keep one of them` });
      texts.set(key, await readFile(root, words, words.channel, words.kind));
    }
    return [...texts.values()];
  }

  /** Stores what `read` gave as the words of a meeting, in place of those that it had. */
  async replace(actor: Actor, tx: Tx, meetingId: string, texts: readonly NewText[]): Promise<void> {
    actor.require('meeting:edit');
    const store = this.#deps.openStore(tx);
    const ids: string[] = [];
    for (const text of texts) ids.push((await store.put(meetingId, text, this.#deps.clock.now())).id);
    await store.keepOnly(meetingId, ids);
  }

  /** Every text of a meeting. Whether the meeting may be seen is for the caller to ask. */
  of(meetingId: string): Promise<readonly ChannelText[]> {
    return this.#store.ofMeeting(meetingId);
  }

  /** Keys of the channels of a meeting that have words. */
  async channelsWithWords(meetingId: string): Promise<ReadonlySet<string>> {
    return new Set((await this.of(meetingId)).map(({ channel }) => channel));
  }

  /** What a reader of a channel reads, or the best of one kind; null where there are no words. */
  async forChannel(meetingId: string, channel: { readonly key: string; readonly language: string }, kind?: TextKind): Promise<ReadableText | null> {
    const own = (await this.of(meetingId)).filter((one) => one.channel === channel.key && (kind === undefined || one.kind === kind));
    const [text] = forReading(own, channel.language);
    return text ? { ...text, segments: await this.#store.segments(text.id) } : null;
  }
}

async function readFile(root: string, { file, language }: FolderWords, channel: string, kind: TextKind): Promise<NewText> {
  const { segments, damage } = read(file, await bytesOf(root, file));
  const told = damage.map(({ line, says }) => (line === null ? says : `line ${line} ${says}`));
  if (segments.length === 0) throw new AppError('folder_invalid', { file, problem: ['there are no words with times in it', ...told.slice(0, 1)].join(': ') });
  return { kind, channel, language, status: 'edited', provenance: { file, damage: told }, segments };
}

function read(file: string, bytes: Uint8Array): ReadWords {
  try {
    return readWords(bytes, { name: file });
  } catch (error) {
    if (!(error instanceof WordsRefused)) throw error;
    throw new AppError('folder_invalid', { file, problem: `${error.line === null ? '' : `line ${error.line}: `}${error.message.replace(/\.$/, '')}` }, { cause: error });
  }
}

async function bytesOf(root: string, name: string): Promise<Uint8Array> {
  await using file = await open(join(root, name), 'r').catch((error: unknown) => { throw new AppError('file_missing', { file: name }, { cause: error }); });
  const { size } = await file.stat();
  if (size > MOST_BYTES) throw new AppError('folder_invalid', { file: name, problem: `it is ${formatBytes(size)} large; words take ${formatBytes(MOST_BYTES)} at most` });
  return await file.readFile();
}
