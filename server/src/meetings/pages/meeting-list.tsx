import type { Child } from 'hono/jsx';
import { dirOf, endonym } from '#platform/i18n/index.ts';
import { at, Sign, Words, type Page } from '#web/index.ts';
import type { MeetingSummary } from '../meeting-detail.domain.ts';
import type { WatchableMedia } from './media.ports.ts';
import { Kicker, When } from './meeting-head.tsx';

export interface MeetingListProps {
  readonly page: Page;
  /** Of the heading, so that it can be linked to. */
  readonly id: string;
  readonly title: string;
  readonly meetings: readonly MeetingSummary[];
  readonly media: ReadonlyMap<string, WatchableMedia>;
  /** Below the list. */
  readonly children?: Child;
}

/** Meetings under a heading; nothing at all when there are none. */
export function MeetingList({ page, id, title, meetings, media, children }: MeetingListProps) {
  if (meetings.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="meetings">{meetings.map((meeting) => <MeetingCard page={page} meeting={meeting} media={media.get(meeting.id) ?? null} />)}</ul>
      {children}
    </section>
  );
}

function MeetingCard({ page, meeting, media }: { readonly page: Page; readonly meeting: MeetingSummary; readonly media: WatchableMedia | null }) {
  return (
    <li class="card">
      {meeting.state === 'scheduled' ? null : <CardPicture poster={media?.poster ?? null} />}
      <div class="card-words">
        <Kicker page={page} meeting={meeting} />
        <h3><MeetingLink page={page} meeting={meeting} /></h3>
        <When page={page} meeting={meeting} />
        <CardLanguages page={page} meeting={meeting} />
      </div>
    </li>
  );
}

/** The title as a link to the meeting. */
export function MeetingLink({ page, meeting }: { readonly page: Page; readonly meeting: Pick<MeetingSummary, 'slug' | 'title'> }) {
  return <a href={at(page, `meetings/${meeting.slug}`)}><Words text={meeting.title} page={page} /></a>;
}

/** The poster; a recording without a picture shows that it is to be heard. */
function CardPicture({ poster }: { readonly poster: string | null }) {
  return (
    <div class="card-picture">
      {poster === null ? <Sign name="sound" /> : <img src={poster} alt="" loading="lazy" decoding="async" width="320" height="180" />}
    </div>
  );
}

/** The languages in which it can be heard, each by its own name. */
export function CardLanguages({ page, meeting }: { readonly page: Page; readonly meeting: MeetingSummary }) {
  const tags = [...new Set(meeting.channels.filter(({ role }) => role === 'interpretation').map(({ language }) => language))];
  const shown = tags.length > 0 ? tags : meeting.floorLanguages;
  if (shown.length === 0) return null;
  return (
    <div class="card-languages">
      <span class="visually-hidden">{page.words.home.listenIn}:</span>
      <ul>{shown.map((tag) => <li lang={tag} dir={dirOf(tag)}>{endonym(tag)}</li>)}</ul>
    </div>
  );
}
