import type { Child } from 'hono/jsx';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { Layout, Name, plain, type Page } from '#web/index.ts';
import { Follow, feedsAt } from './follow.tsx';
import { Pager, Ways, type Way } from './home-page.tsx';
import { timeScripts, type Listing } from './lists.ts';
import { browseWords } from './locales/index.ts';
import { MeetingList } from './meeting-list.tsx';
import { SearchWithin, type SearchPlace } from './search-form.tsx';

export interface PlaceProps {
  readonly page: Page;
  /** What sort of place it is, in the page's words. */
  readonly kind: string;
  readonly name: LocalizedText;
  /** The places above, from the top. */
  readonly above: readonly Pick<Way, 'href' | 'name'>[];
  readonly below: readonly Way[];
  readonly belowTitle: string;
  readonly listing: Listing;
  /** Where what was said can be searched here. */
  readonly search?: SearchPlace | undefined;
  /** Slug of the body whose feeds one can follow; none for other places. */
  readonly body?: string;
  /** Said under the name. */
  readonly children?: Child;
}

/** The page of a body, category or series: where it belongs, what is below it, and its meetings. */
export function PlacePage({ page, kind, name, above, below, belowTitle, listing, body, search, children }: PlaceProps) {
  const words = browseWords(page.language);
  const { now, coming, recent, media, older } = listing;
  const nothing = recent.meetings.length === 0 && now.length + coming.length === 0;
  const beside = body !== undefined || below.some(({ total }) => total > 0);
  return (
    <Layout page={page} title={plain(name, page)} description={`${kind}: ${plain(name, page)}`} indexed={!older} scripts={timeScripts(listing)}
      {...(body === undefined ? {} : { feed: `${feedsAt(page, body)}/meetings.rss` })}>
      <div class="home">
        <PlaceHead page={page} kind={kind} name={name} above={above} search={nothing ? undefined : search}>{children}</PlaceHead>
        <div class={beside ? 'columns' : ''}>
          <div class="column-main">
            {nothing ? <div class="empty"><p>{words.place.none}</p><p class="quiet">{words.place.noneHint}</p></div> : null}
            <MeetingList page={page} id="now" title={words.home.now} meetings={now} media={media} />
            <MeetingList page={page} id="coming" title={page.words.home.coming} meetings={coming} media={media} />
            <MeetingList page={page} id="recent" title={page.words.home.recent} meetings={recent.meetings} media={media} />
            <Pager listing={listing} first={page.address.pathname} newest={words.place.newest} next={words.place.older} />
          </div>
          {beside ? (
            <div class="column-side">
              <Ways page={page} id="below" title={belowTitle} ways={below} />
              {body === undefined ? null : <Follow page={page} body={body} listing={listing} />}
            </div>
          ) : null}
        </div>
      </div>
    </Layout>
  );
}

/** Where a place belongs, what it is, its name, and a field to search in it. */
export function PlaceHead({ page, kind, name, above, search, children }: Pick<PlaceProps, 'page' | 'kind' | 'name' | 'above' | 'search' | 'children'>) {
  return (
    <header class="place-head">
      {above.length === 0 ? null : (
        <nav class="trail" aria-label={browseWords(page.language).place.trail}>
          <ol>{above.map((step) => <li><a href={step.href}><Name text={step.name} page={page} /></a></li>)}</ol>
        </nav>
      )}
      <p class="kicker"><span>{kind}</span></p>
      <h1><Name text={name} page={page} /></h1>
      {children}
      {search === undefined ? null : <SearchWithin page={page} place={search} />}
    </header>
  );
}
