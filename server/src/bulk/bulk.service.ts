import type { Actor } from '#access/index.ts';
import type { MeetingDetail, Meetings } from '#meetings/index.ts';

/** What there is to hear and see of several meetings, by meeting id. */
export type MediaOfMeetings<M> = (ids: readonly string[]) => Promise<ReadonlyMap<string, M>>;

export interface Withdrawn {
  readonly id: string;
  readonly slug: string;
  readonly state: 'withdrawn';
  readonly updatedAt: string;
}

export type Changed<M> = (MeetingDetail & { readonly media: M | null }) | Withdrawn;

/** Where a reader of changes is. */
export interface ChangesPlace {
  readonly updatedSince?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

const AT_ONCE = 100;

/** Everything there is, for those who keep a copy. */
export class Bulk<M> {
  readonly #meetings: Pick<Meetings, 'changes'>;
  readonly #media: MediaOfMeetings<M>;

  constructor(deps: { readonly meetings: Pick<Meetings, 'changes'>; readonly media: MediaOfMeetings<M> }) {
    this.#meetings = deps.meetings;
    this.#media = deps.media;
  }

  /** One page of changes, the oldest first; of withdrawn meetings the public learns that they are, and no more. */
  async page(actor: Actor, place: ChangesPlace): Promise<{ readonly meetings: readonly Changed<M>[]; readonly next: string | null }> {
    const { meetings, next } = await this.#meetings.changes(actor, place);
    const hidden = (one: MeetingDetail) => one.state === 'withdrawn' && !actor.can('meeting:read-unpublished');
    const media = await this.#media(meetings.filter((one) => !hidden(one)).map(({ id }) => id));
    return {
      next,
      meetings: meetings.map((one): Changed<M> => (hidden(one)
        ? { id: one.id, slug: one.slug, state: 'withdrawn', updatedAt: one.updatedAt }
        : { ...one, media: media.get(one.id) ?? null })),
    };
  }

  /** All of it, a hundred at a time as the reader takes them. Withdrawn meetings are left out: an export is not a diff. */
  async* everything(actor: Actor, updatedSince?: string): AsyncGenerator<MeetingDetail & { readonly media: M | null }> {
    let cursor: string | undefined;
    do {
      const { meetings, next } = await this.page(actor, {
        limit: AT_ONCE, ...(updatedSince !== undefined && { updatedSince }), ...(cursor !== undefined && { cursor }),
      });
      for (const one of meetings) if ('media' in one) yield one;
      cursor = next ?? undefined;
    } while (cursor !== undefined);
  }
}
