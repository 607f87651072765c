import type { Actor } from '#access/index.ts';
import type { BodyNode, MeetingDetail, Meetings, MeetingSummary } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { ChannelText, TextKind } from '#words/index.ts';
import type { CollectionSource } from './iiif/iiif-collection.domain.ts';
import type { ManifestSource } from './iiif/iiif-manifest.domain.ts';
import type { InterchangeMedia } from './interchange-media.domain.ts';
import type { InterchangeRecordings, InterchangeWords } from './interchange.ports.ts';
import { originalText, textOfLanguage } from './proceedings/choose-text.domain.ts';
import type { Proceedings, TimedText } from './proceedings/proceedings.domain.ts';
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

  /** A meeting that can be watched or heard, with what is needed to play it elsewhere. Throws `meeting_not_found`, `meeting_withdrawn`, `not_found`. */
  async playable(actor: Actor, id: string): Promise<ManifestSource> {
    const meeting = await this.#deps.meetings.get(actor, id);
    const media = await this.media(meeting.id);
    if (media?.hls == null || media.durationMs === 0) throw new AppError('not_found', { what: 'recording', id });
    return { meeting, media, texts: await this.#deps.words.of(meeting.id) };
  }

  /** One text of a meeting. Throws `meeting_not_found`, `meeting_withdrawn`, `not_found`. */
  async text(actor: Actor, id: string, { channel, kind, language }: Pick<ChannelText, 'channel' | 'kind' | 'language'>): Promise<{ readonly meeting: MeetingDetail; readonly text: TimedText }> {
    const meeting = await this.#deps.meetings.get(actor, id);
    const text = await this.#deps.words.read(meeting.id, { key: channel, language }, kind);
    if (text?.language !== language) throw new AppError('not_found', { what: 'text', id: language });
    return { meeting, text };
  }

  /** The recordings of a body, or those of none, and the bodies below it. Throws `not_found`. */
  async collection(actor: Actor, bodySlug: string | null): Promise<CollectionSource> {
    const all = await this.#deps.meetings.listBodies();
    const body = bodySlug === null ? null : findBody(all, bodySlug) ?? null;
    if (bodySlug !== null && body === null) throw new AppError('not_found', { what: 'body', id: bodySlug });
    const meetings: MeetingSummary[] = [];
    for (let before: string | null | undefined; before !== null;) {
      const page = await this.#deps.meetings.list(actor, { state: 'published', limit: AT_ONCE, ...(body && { body: body.slug }), ...(before !== undefined && { before }) });
      meetings.push(...page.meetings.filter((meeting) => (meeting.body?.slug ?? null) === bodySlug && (meeting.durationMs ?? 0) > 0));
      before = page.next;
    }
    return { body, bodies: body?.children ?? all, meetings };
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
