import { publicActor } from '#access/index.ts';
import type { Meetings } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { at, documentOf, type PageSet } from '#web/index.ts';
import type { MeetingMedia } from '../meeting-media.domain.ts';
import { RecordingPage } from './recording-page.tsx';

export interface RecordingPagesDeps {
  readonly meetings: Pick<Meetings, 'get' | 'resolveSlug'>;
  readonly media: {
    /** The recording of a meeting; null when it has none. */
    forMeeting(meetingId: string): Promise<MeetingMedia | null>;
  };
}

/** The page on which a recording accounts for itself. */
export function recordingPages({ meetings, media }: RecordingPagesDeps): PageSet {
  return (site) => {
    site.get('/meetings/:slug/recording', async (c) => {
      const { page } = c.var;
      const slug = c.req.param('slug');
      const found = await meetings.resolveSlug(slug);
      if (!found) throw new AppError('meeting_not_found', { id: slug });
      if (found.moved) return c.redirect(at(page, `meetings/${found.slug}/recording`), 301);
      const meeting = await meetings.get(publicActor(), found.slug);
      return c.html(documentOf(<RecordingPage page={page} meeting={meeting} media={await media.forMeeting(meeting.id)} />));
    });
  };
}
