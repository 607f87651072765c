import { uniqueNames } from '@openfloor/media';
import { pick } from '#platform/i18n/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Queue } from '#platform/queue/index.ts';
import type { ClipFile, ClipFileRequest, ClipFiles, ClipFileWatch } from '#recordings/index.ts';
import type { Words } from '#words/index.ts';
import { captionsWithin } from './clip-captions.domain.ts';
import { makeClipFile } from './clip-jobs.ts';
import type { ClipView, Clips } from './clips.service.ts';

/** What somebody wants of a clip, as a file. */
export interface ClipFileWish {
  readonly form: 'mp4' | 'm4a';
  /** Key of the channel that is heard; null: the clip's own. */
  readonly channel: string | null;
  /** Keys of the channels whose captions it has: none, one or two. */
  readonly captions: readonly string[];
  readonly burnt: boolean;
  readonly rung: string | null;
}

/** A file of a clip, or how far it is. */
export type ClipFileState =
  | { readonly state: 'ready'; readonly file: ClipFile; readonly name: string }
  | { readonly state: 'making'; readonly done: number }
  | { readonly state: 'failed'; readonly problem: string };

export interface ClipMediaDeps {
  readonly clips: Pick<Clips, 'view'>;
  readonly files: Pick<ClipFiles, 'find' | 'make'>;
  readonly words: Pick<Words, 'forChannel'>;
  readonly queue: Queue;
  readonly database: Database;
}

/** So many files may wait to be encoded, and so many to be cut: whoever comes then is asked to come again. */
const MOST_WAITING = 20;
const MOST_CUTTING = 12;

/** The files of clips: cut at once where little has to be encoded, else by a job that tells how far it is. */
export class ClipMedia {
  readonly #deps;
  #cutting = 0;

  constructor(deps: ClipMediaDeps) {
    this.#deps = deps;
  }

  /**
   * The file, made while the caller waits, or, with burnt-in captions, how far it is. Throws `not_found` for a channel or captions that aren't
   * there or no longer, `clip_range`, `clips_busy`, `media_failed`, `disk_full`.
   * @param allow called before anything is made, to refuse who asks for too much
   */
  async file(id: string, wish: ClipFileWish, allow: () => Promise<void> = async () => undefined): Promise<ClipFileState> {
    const { meetingId, request, name } = await this.#request(id, wish);
    const { made, ...file } = await this.#deps.files.find(meetingId, request);
    if (made) {
      await this.#deps.files.make(meetingId, request);
      return { state: 'ready', file, name };
    }
    if (request.burnt) return this.#later(id, wish, file.key, allow);
    await allow();
    if (this.#cutting >= MOST_CUTTING) throw new AppError('clips_busy');
    this.#cutting += 1;
    try {
      return { state: 'ready', file: await this.#deps.files.make(meetingId, request), name };
    } finally {
      this.#cutting -= 1;
    }
  }

  /** Makes the file now, however long it takes: for the job. */
  async make(id: string, wish: ClipFileWish, watch: ClipFileWatch): Promise<void> {
    const { meetingId, request } = await this.#request(id, wish);
    await this.#deps.files.make(meetingId, request, watch);
  }

  /** The captions of a channel over the clip, with times from its beginning. Throws `not_found`. */
  async captions(id: string, channel: string) {
    return this.#captions(await this.#deps.clips.view(id), channel);
  }

  async #later(id: string, wish: ClipFileWish, key: string, allow: () => Promise<void>): Promise<ClipFileState> {
    const { queue, database } = this.#deps;
    const [newest] = await queue.states({ job: makeClipFile.name, dedupePrefix: key });
    if (newest?.state === 'failed' && Date.now() - newest.dueAt.getTime() < FAILURE_KEPT_MS) return { state: 'failed', problem: newest.error?.message ?? '' };
    if (newest === undefined || newest.state === 'done' || newest.state === 'cancelled' || newest.state === 'failed') {
      await allow();
      const waiting = (await queue.states({ job: makeClipFile.name })).filter(({ state }) => state === 'waiting' || state === 'running' || state === 'retrying');
      if (waiting.length >= MOST_WAITING) throw new AppError('clips_busy');
      await database.transaction((tx) => queue.add(tx, makeClipFile, { id, wish: { ...wish, captions: [...wish.captions] } }, { dedupeKey: key }));
    }
    return { state: 'making', done: newest?.state === 'running' ? newest.progress ?? 0 : 0 };
  }

  async #request(id: string, wish: ClipFileWish): Promise<{ readonly meetingId: string; readonly request: ClipFileRequest; readonly name: string }> {
    const view = await this.#deps.clips.view(id);
    const { meeting, clip } = view;
    const range = rangeOf(view);
    const key = wish.channel ?? clip.channel;
    const channel = meeting.channels.find((one) => one.key === key);
    if (!channel) throw new AppError('not_found', { what: 'channel', id: key });
    const captions = await Promise.all(wish.captions.map((one) => this.#captions(view, one)));
    const names = uniqueNames(meeting.channels.map(({ role, language }) => ({ role, language })), meeting.floorLanguages[0] ?? 'en');
    const nameOf = (one: string): string => names[meeting.channels.findIndex((other) => other.key === one)] ?? one;
    const title = pick(meeting.title, channel.language)?.text ?? meeting.slug;
    return {
      meetingId: meeting.id, name: `${meeting.slug}-${id}-${key}.${wish.form}`,
      request: {
        ...range, channel: key, language: channel.language, channelName: nameOf(key), form: wish.form, rung: wish.rung, burnt: wish.burnt && captions.length > 0 && wish.form === 'mp4', title,
        captions: captions.map(({ language, cues }, n) => ({ language, name: nameOf(wish.captions[n] ?? ''), cues: cues.map(({ startMs, endMs, text }) => ({ startMs, endMs, text })) })),
      },
    };
  }

  async #captions(view: ClipView, key: string) {
    const channel = view.meeting.channels.find((one) => one.key === key);
    const text = channel ? await this.#deps.words.forChannel(view.meeting.id, channel) : null;
    if (!channel || !text) throw new AppError('not_found', { what: 'text', id: key });
    const { startMs, endMs } = rangeOf(view);
    return { language: text.language, cues: captionsWithin(text, startMs, endMs) };
  }
}

/** A file that couldn't be made is tried again after that time at the earliest. */
const FAILURE_KEPT_MS = 60_000;

/** Where the clip is today; throws `not_found` when it was cut out of the recording. */
function rangeOf({ place, clip }: ClipView): { readonly startMs: number; readonly endMs: number } {
  if (place.range === null) throw new AppError('not_found', { what: 'stretch of the recording', ...(clip.id !== undefined && { id: clip.id }) });
  return place.range;
}
