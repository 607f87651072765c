import { loadMessages } from '@openfloor/player';
import { publicActor } from '#access/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { at, documentOf, type PageSet } from '#web/index.ts';
import type { Meetings } from '../meetings.ports.ts';
import type { MediaSource } from './media.ports.ts';
import { MeetingPage } from './meeting-page.tsx';
import { viewMeeting } from './meeting-view.ts';

export interface MeetingPagesDeps {
  readonly meetings: Pick<Meetings, 'get' | 'resolveSlug'>;
  readonly media: MediaSource;
}

/** The page of each meeting. */
export function meetingPages({ meetings, media }: MeetingPagesDeps): PageSet {
  const actor = publicActor();
  return (site) => {
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
