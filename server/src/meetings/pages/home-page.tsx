import { dirOf, endonym } from '#platform/i18n/index.ts';
import { at, Layout, Sign, Words, type Page } from '#web/index.ts';
import type { MeetingPage, MeetingSummary } from '../meeting-detail.domain.ts';
import type { WatchableMedia } from './media.ports.ts';
import { Kicker, When } from './meeting-head.tsx';

export interface HomeProps {
  readonly page: Page;
  readonly recent: MeetingPage;
  /** The soonest first. */
  readonly coming: readonly MeetingSummary[];
  readonly media: ReadonlyMap<string, WatchableMedia>;
  /** True on the pages after the first. */
  readonly older: boolean;
}

/** The front page: what comes next, and the latest meetings with the languages they can be heard in. */
export function HomePage({ page, recent, coming, media, older }: HomeProps) {
  const { home } = page.words;
  const nothing = recent.meetings.length === 0 && coming.length === 0;
  return (
    <Layout page={page} indexed={!older}>
      <div class="home">
        <header class="home-head"><h1>{home.title}</h1><p>{home.lead}</p></header>
        {nothing ? <div class="empty"><p>{home.none}</p><p class="quiet">{home.noneHint}</p></div> : null}
        <MeetingList page={page} id="coming" title={home.coming} meetings={coming} media={media} />
        <MeetingList page={page} id="recent" title={home.recent} meetings={recent.meetings} media={media} />
        <p class="more">
          {older ? <a href={at(page)}>{home.newest}</a> : null}
          {recent.next === null ? null : <a href={`?before=${encodeURIComponent(recent.next)}`} rel="next">{home.older}</a>}
        </p>
      </div>
    </Layout>
  );
}

function MeetingList({ page, id, title, meetings, media }: {
  readonly page: Page; readonly id: string; readonly title: string;
  readonly meetings: readonly MeetingSummary[]; readonly media: ReadonlyMap<string, WatchableMedia>;
}) {
  if (meetings.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="meetings">{meetings.map((meeting) => <MeetingCard page={page} meeting={meeting} media={media.get(meeting.id) ?? null} />)}</ul>
    </section>
  );
}

function MeetingCard({ page, meeting, media }: { readonly page: Page; readonly meeting: MeetingSummary; readonly media: WatchableMedia | null }) {
  return (
    <li class="card">
      {meeting.state === 'scheduled' ? null : <CardPicture poster={media?.poster ?? null} />}
      <div class="card-words">
        <Kicker page={page} meeting={meeting} />
        <h3><a href={at(page, `meetings/${meeting.slug}`)}><Words text={meeting.title} page={page} /></a></h3>
        <When page={page} meeting={meeting} />
        <CardLanguages page={page} meeting={meeting} />
      </div>
    </li>
  );
}

/** The poster; a recording without a picture shows that it is to be heard. */
function CardPicture({ poster }: { readonly poster: string | null }) {
  return (
    <div class="card-picture">
      {poster === null ? <Sign name="sound" /> : <img src={poster} alt="" loading="lazy" decoding="async" width="320" height="180" />}
    </div>
  );
}

function CardLanguages({ page, meeting }: { readonly page: Page; readonly meeting: MeetingSummary }) {
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
