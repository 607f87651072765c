import type { Actor } from '#access/index.ts';
import type { MeetingDetail, Meetings, RemovedMeeting } from '#meetings/index.ts';

/** What there is to hear and see of several meetings, by meeting id. */
export type MediaOfMeetings<M> = (ids: readonly string[]) => Promise<ReadonlyMap<string, M>>;

/** A meeting that was public and is no more. */
export type Gone = Omit<RemovedMeeting, 'state' | 'places'> & { readonly state: 'withdrawn' | 'removed' };

export type Changed<M> = (MeetingDetail & { readonly media: M | null }) | Gone;

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

  /** One page of changes, the oldest first; of what is withdrawn the public learns that it is, of what has gone everybody, and no more. */
  async page(actor: Actor, place: ChangesPlace): Promise<{ readonly meetings: readonly Changed<M>[]; readonly next: string | null }> {
    const { meetings, next } = await this.#meetings.changes(actor, place);
    const seesAll = actor.can('meeting:read-unpublished');
    const told = meetings.map((one): MeetingDetail | Gone => (one.state === 'removed' || (one.state === 'withdrawn' && !seesAll)
      ? { id: one.id, slug: one.slug, state: one.state, updatedAt: one.updatedAt } : one));
    const media = await this.#media(told.filter((one) => 'title' in one).map(({ id }) => id));
    return { next, meetings: told.map((one): Changed<M> => ('title' in one ? { ...one, media: media.get(one.id) ?? null } : one)) };
  }

  /** All of it, a hundred at a time as the reader takes them. What has gone is left out: an export is not a diff. */
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
