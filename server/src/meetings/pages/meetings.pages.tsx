import { loadMessages } from '@openfloor/player';
import { publicActor } from '#access/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { at, documentOf, type PageSet } from '#web/index.ts';
import type { Meetings } from '../meetings.ports.ts';
import { HomePage } from './home-page.tsx';
import type { MediaSource } from './media.ports.ts';
import { MeetingPage } from './meeting-page.tsx';
import { viewMeeting } from './meeting-view.ts';

export interface MeetingPagesDeps {
  readonly meetings: Pick<Meetings, 'get' | 'list' | 'resolveSlug'>;
  readonly media: MediaSource;
}

const ON_A_PAGE = 24;
const COMING = 6;

/** The front page and the page of each meeting. */
export function meetingPages({ meetings, media }: MeetingPagesDeps): PageSet {
  const actor = publicActor();
  return (site) => {
    site.get('/', async (c) => {
      const before = c.req.query('before');
      const [recent, coming] = await Promise.all([
        meetings.list(actor, { state: 'published', limit: ON_A_PAGE, ...(before === undefined ? {} : { before }) }),
        before === undefined ? meetings.list(actor, { state: 'scheduled', limit: COMING }) : { meetings: [], next: null },
      ]);
      const pictures = await media.forMeetings(recent.meetings.map(({ id }) => id));
      // Lists come newest first; of what is to come, people want the next.
      const soonest = coming.meetings.toReversed();
      return c.html(documentOf(<HomePage page={c.var.page} recent={recent} coming={soonest} media={pictures} older={before !== undefined} />));
    });

    site.get('/meetings/:slug', async (c) => {
      const { page } = c.var;
      const slug = c.req.param('slug');
      const found = await meetings.resolveSlug(slug);
      if (!found) throw new AppError('meeting_not_found', { id: slug });
      if (found.moved) return c.redirect(at(page, `meetings/${found.slug}`) + page.address.search, 301);
      const meeting = await meetings.get(actor, found.slug);
      const view = viewMeeting(page, meeting, await media.forMeeting(meeting.id));
      const player = await loadMessages(page.language);
      return c.html(documentOf(<MeetingPage view={view} player={player} />));
    });
  };
}
