import { publicActor } from '#access/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { MeetingPage, MeetingSummary } from '../meeting-detail.domain.ts';
import type { MeetingFilter, Meetings } from '../meetings.ports.ts';
import type { MediaSource, WatchableMedia } from './media.ports.ts';

const ON_A_PAGE = 24;
const COMING = 8;

/** The meetings of one place: what takes place, what comes, and a page of what has been published. */
export interface Listing {
  readonly now: readonly MeetingSummary[];
  /** The soonest first. */
  readonly coming: readonly MeetingSummary[];
  readonly recent: MeetingPage;
  readonly media: ReadonlyMap<string, WatchableMedia>;
  /** True on the pages after the first, which have nothing but published meetings. */
  readonly older: boolean;
}

export interface ListingDeps {
  readonly meetings: Pick<Meetings, 'list'>;
  readonly media: MediaSource;
  readonly clock: Clock;
}

/** Reads the meetings that a filter lets through; `before` is the place to go on from. */
export async function readListing({ meetings, media, clock }: ListingDeps, filter: MeetingFilter, before: string | undefined): Promise<Listing> {
  const actor = publicActor();
  const now = clock.now().toISOString();
  const [recent, expected] = await Promise.all([
    meetings.list(actor, { ...filter, state: 'published', limit: ON_A_PAGE, ...(before === undefined ? {} : { before }) }),
    before === undefined ? meetings.list(actor, { ...filter, state: 'scheduled', order: 'soonest', notOverAt: now, limit: COMING }) : { meetings: [] },
  ]);
  const hasBegun = ({ starts }: MeetingSummary): boolean => starts !== null && starts <= now;
  return {
    now: expected.meetings.filter(hasBegun),
    coming: expected.meetings.filter((meeting) => !hasBegun(meeting)),
    recent,
    media: await media.forMeetings(recent.meetings.map(({ id }) => id)),
    older: before !== undefined,
  };
}

/** The script that adds the reader's own time, where there is a time to come that it would help with. */
export const timeScripts = ({ now, coming }: Pick<Listing, 'now' | 'coming'>): readonly string[] => (now.length + coming.length > 0 ? ['reader-time.js'] : []);
