import type { Actor } from '#access/index.ts';
import type { BodyNode, MeetingDetail, Meetings } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { TextKind } from '#words/index.ts';
import type { InterchangeMedia } from './interchange-media.domain.ts';
import type { InterchangeRecordings, InterchangeWords } from './interchange.ports.ts';
import { textOfLanguage } from './proceedings/choose-text.domain.ts';
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
    const found = textOfLanguage(await this.#deps.words.of(meeting.id), meeting.channels, language, kind);
    const text = found && await this.#deps.words.read(meeting.id, { key: found.channel, language: found.language }, found.kind);
    if (!text) throw new AppError('not_found', { what: 'text', id: language });
    return { meeting, proceedings: readProceedings(meeting, text) };
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
        if (textOfLanguage(await this.#deps.words.of(id), meeting.channels, language)) meetings.push(meeting);
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
