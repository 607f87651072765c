import type { Actor } from '#access/index.ts';
import type { MeetingDetail, Meetings } from '#meetings/index.ts';
import type { InterchangeLags, InterchangeRecordings, InterchangeWords } from '../interchange.ports.ts';

export interface ArchiveLinesDeps {
  readonly meetings: Pick<Meetings, 'changes'>;
  readonly recordings: InterchangeRecordings;
  readonly words: InterchangeWords;
  readonly lags: InterchangeLags;
}

/** From where on, and of what. */
export interface ArchiveWish {
  readonly updatedSince?: string;
  /** That of a `cursor` line. */
  readonly cursor?: string;
  /** Slug of a body; those below it are in. */
  readonly body?: string;
}

/** One line: an object with what it is. */
export type ArchiveLine = { readonly type: 'archive' | 'meeting' | 'text' | 'lag' | 'gone' | 'cursor' | 'end' } & Readonly<Record<string, unknown>>;

/** The form of the lines; what is added to it later doesn't change its number. */
const ARCHIVE_FORM = 'openfloor/archive/1';

/** The whole archive as objects one after the other: each meeting with all that belongs to it. */
export class ArchiveLines {
  readonly #deps;

  constructor(deps: ArchiveLinesDeps) {
    this.#deps = deps;
  }

  /**
   * All of it, in the order of the last change, as the reader takes it: never more in memory than one meeting and one of its texts.
   * After each meeting comes the place to go on from; `end` is the last line of an archive that is whole. Throws `bad_request` for a cursor that is none.
   */
  async* lines(actor: Actor, origin: string, { updatedSince, cursor: from, body }: ArchiveWish): AsyncGenerator<ArchiveLine> {
    yield { type: 'archive', form: ARCHIVE_FORM, origin };
    for (let cursor = from; ;) {
      const { meetings: [one], last } = await this.#deps.meetings.changes(actor, {
        limit: 1, ...(updatedSince !== undefined && { updatedSince }), ...(cursor !== undefined && { cursor }), ...(body !== undefined && { body }),
      });
      if (!one || last === null) break;
      const gone = one.state === 'removed' || (one.state === 'withdrawn' && !actor.can('meeting:read-unpublished'));
      if (gone) yield { type: 'gone', id: one.id, slug: one.slug, state: one.state, updatedAt: one.updatedAt };
      else yield* this.#meeting(one);
      yield { type: 'cursor', cursor: last };
      cursor = last;
    }
    yield { type: 'end' };
  }

  async* #meeting(meeting: MeetingDetail): AsyncGenerator<ArchiveLine> {
    const { recordings, words, lags } = this.#deps;
    const media = (await recordings.forMeetings([meeting.id])).get(meeting.id) ?? null;
    yield { type: 'meeting', ...meeting, media };
    for (const { channel, kind, language } of await words.of(meeting.id)) {
      const text = await words.read(meeting.id, { key: channel, language }, kind);
      // Two texts of a kind may be in different languages; the one that was meant is the one of its own.
      if (text?.language === language) yield { type: 'text', ...text };
    }
    for (const { key } of meeting.channels) {
      const lag = await lags.forChannel(meeting.id, key);
      if (lag) yield { type: 'lag', meetingId: meeting.id, ...lag };
    }
  }
}
