import { formatClock, formatTime } from '@openfloor/player';
import { languageName, pick } from '#platform/i18n/index.ts';
import { at, Figures, Layout, Name, plain, sayCount, type Page } from '#web/index.ts';
import type { NamedThing, Turn } from '../browse/index.ts';
import type { MeetingSummary } from '../meeting-detail.domain.ts';
import { Pager } from './home-page.tsx';
import type { Listing } from './lists.ts';
import { browseWords } from './locales/index.ts';
import { Kicker, When } from './meeting-head.tsx';
import { MeetingLink } from './meeting-list.tsx';
import { PlaceHead } from './place-page.tsx';

/** A person, and every moment at which they took the floor. */
export function SpeakerPage({ page, speaker, listing, turns }: {
  readonly page: Page; readonly speaker: NamedThing; readonly listing: Listing; readonly turns: readonly Turn[];
}) {
  const words = browseWords(page.language);
  const capacities = new Map(turns.flatMap(({ capacity }) => (capacity === null ? [] : [[plain(capacity, page), capacity] as const])));
  const title = plain(speaker.name, page);
  return (
    <Layout page={page} title={title} description={[title, ...capacities.keys()].join(' · ')} indexed={!listing.older}>
      <div class="home">
        <PlaceHead page={page} kind={words.place.speaker} name={speaker.name} above={[]} search={{ in: 'speaker', slug: speaker.slug, name: speaker.name }}>
          {capacities.size === 0 ? null : <ul class="capacities">{[...capacities.values()].map((capacity) => <li><Name text={capacity} page={page} /></li>)}</ul>}
          <p class="quiet">{words.speaker.lead}</p>
        </PlaceHead>
        {listing.recent.meetings.length === 0 ? <p class="empty">{words.place.none}</p> : null}
        <ul class="spoken">
          {listing.recent.meetings.map((meeting) => <Spoken page={page} meeting={meeting} turns={turns.filter(({ meetingId }) => meetingId === meeting.id)} />)}
        </ul>
        <Pager listing={listing} first={page.address.pathname} newest={words.place.newest} next={words.place.older} />
      </div>
    </Layout>
  );
}

function Spoken({ page, meeting, turns }: { readonly page: Page; readonly meeting: MeetingSummary; readonly turns: readonly Turn[] }) {
  return (
    <li>
      <Kicker page={page} meeting={meeting} />
      <h2><MeetingLink page={page} meeting={meeting} /></h2>
      <When page={page} meeting={meeting} />
      <p class="visually-hidden">{sayCount(browseWords(page.language).speaker.turns, turns.length, page.language)}:</p>
      <ol class="moments">{turns.map((turn) => <Moment page={page} meeting={meeting} turn={turn} />)}</ol>
    </li>
  );
}

function Moment({ page, meeting, turn }: { readonly page: Page; readonly meeting: MeetingSummary; readonly turn: Turn }) {
  const { startMs, capacity, language } = turn;
  const time = formatClock(startMs);
  const found = capacity === null ? undefined : pick(capacity, page.language);
  return (
    <li>
      <a href={at(page, `meetings/${meeting.slug}?t=${formatTime(startMs)}`)}><Figures>{time}</Figures></a>
      <span>{languageName(language, page.language)}</span>
      {found && capacity ? <span><Name text={capacity} page={page} /></span> : null}
    </li>
  );
}
