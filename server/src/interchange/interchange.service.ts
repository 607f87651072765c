import type { Actor } from '#access/index.ts';
import type { BodyNode, MeetingDetail, Meetings } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { ChannelText, TextKind } from '#words/index.ts';
import type { InterchangeMedia } from './interchange-media.domain.ts';
import type { InterchangeRecordings, InterchangeWords } from './interchange.ports.ts';
import { originalText, textOfLanguage } from './proceedings/choose-text.domain.ts';
import type { Proceedings } from './proceedings/proceedings.domain.ts';
import { readProceedings } from './proceedings/read-proceedings.ts';
import type { CorpusSource } from './tei/tei-corpus.domain.ts';

export interface InterchangeDeps {
  readonly meetings: Pick<Meetings, 'get' | 'list' | 'listBodies'>;
  readonly words: InterchangeWords;
  readonly recordings: InterchangeRecordings;
}

/** A meeting with one of its texts, as who says what. */
export interface MeetingProceedings {
  readonly meeting: MeetingDetail;
  readonly proceedings: Proceedings;
}

const AT_ONCE = 200;

/** What goes out to other archives, in their forms. */
export class Interchange {
  readonly #deps;

  constructor(deps: InterchangeDeps) {
    this.#deps = deps;
  }

  /** What was said in a meeting, in one language: its official record, else the channel's own words. Throws `meeting_not_found`, `meeting_withdrawn`, `not_found`. */
  async proceedings(actor: Actor, slug: string, language: string, kind?: TextKind): Promise<MeetingProceedings> {
    const meeting = await this.#deps.meetings.get(actor, slug);
    return { meeting, proceedings: await this.proceedingsOf(meeting, language, kind) };
  }

  /** The same of a meeting that was read before; without a language in the one that was spoken. Throws `not_found`. */
  async proceedingsOf(meeting: MeetingDetail, language: string | null, kind?: TextKind): Promise<Proceedings> {
    const found = await this.textFor(meeting, language, kind);
    const text = found && await this.#deps.words.read(meeting.id, { key: found.channel, language: found.language }, found.kind);
    if (!text) throw new AppError('not_found', { what: 'text', id: language ?? meeting.slug });
    return readProceedings(meeting, text);
  }

  /** The text that stands for a language, or without one for what was spoken; null where there is none. */
  async textFor({ id, channels, floorLanguages }: MeetingDetail, language: string | null, kind?: TextKind): Promise<ChannelText | null> {
    const texts = await this.#deps.words.of(id);
    return language === null ? originalText(texts, channels, floorLanguages) : textOfLanguage(texts, channels, language, kind);
  }

  /** The languages that a meeting has words in, by tag. */
  async languages({ id }: Pick<MeetingDetail, 'id'>): Promise<readonly string[]> {
    return [...new Set((await this.#deps.words.of(id)).map(({ language }) => language))].sort();
  }

  /** The recording of a meeting; null where there is none that can be heard. */
  async media(meetingId: string): Promise<InterchangeMedia | null> {
    return (await this.#deps.recordings.forMeetings([meetingId])).get(meetingId) ?? null;
  }

  /** The published meetings of a body, and of those below it, that have words in a language. Throws `not_found` where there are none. */
  async corpus(actor: Actor, bodySlug: string, language: string): Promise<CorpusSource> {
    const body = findBody(await this.#deps.meetings.listBodies(), bodySlug);
    if (!body) throw new AppError('not_found', { what: 'body', id: bodySlug });
    const meetings: MeetingDetail[] = [];
    for (let before: string | null | undefined; before !== null;) {
      const page = await this.#deps.meetings.list(actor, { body: body.slug, state: 'published', order: 'oldest', limit: AT_ONCE, ...(before !== undefined && { before }) });
      for (const { id } of page.meetings) {
        const meeting = await this.#deps.meetings.get(actor, id);
        if (await this.textFor(meeting, language)) meetings.push(meeting);
      }
      before = page.next;
    }
    if (meetings.length === 0) throw new AppError('not_found', { what: 'text', id: language });
    return { body, language, meetings };
  }
}

function findBody(nodes: readonly BodyNode[], slug: string): BodyNode | undefined {
  for (const node of nodes) {
    const found = node.slug === slug ? node : findBody(node.children, slug);
    if (found) return found;
  }
  return undefined;
}
