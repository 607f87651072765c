import type { Actor } from '#access/index.ts';
import type { MeetingDetail, Meetings } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { TextKind } from '#words/index.ts';
import type { InterchangeWords } from './interchange.ports.ts';
import { textOfLanguage } from './proceedings/choose-text.domain.ts';
import type { Proceedings } from './proceedings/proceedings.domain.ts';
import { readProceedings } from './proceedings/read-proceedings.ts';

export interface InterchangeDeps {
  readonly meetings: Pick<Meetings, 'get'>;
  readonly words: InterchangeWords;
}

/** A meeting with one of its texts, as who says what. */
export interface MeetingProceedings {
  readonly meeting: MeetingDetail;
  readonly proceedings: Proceedings;
}

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
}
