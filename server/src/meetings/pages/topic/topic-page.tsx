import type { Child } from 'hono/jsx';
import type { SearchAnswer } from '#search/index.ts';
import type { TopicLink, TopicsTogether, TopicView } from '#topics/index.ts';
import { endonym, isUiLanguage, pick } from '#platform/i18n/index.ts';
import { at, Layout, Name, number, plain, sayCount, tongue, Words, type Page } from '#web/index.ts';
import { browseWords } from '../locales/index.ts';
import type { Listing } from '../lists.ts';
import { MeetingList } from '../meeting-list.tsx';
import type { WatchableMedia } from '../media.ports.ts';
import { Pager } from '../home-page.tsx';
import { PlaceHead } from '../place-page.tsx';
import { MomentHit } from '../search/moment-hit.tsx';
import { MomentsAway } from '../search/moment-results.tsx';
import { TogetherSection } from './together.tsx';

/** Everything that the page of a topic shows. */
export interface TopicPageView {
  readonly topic: TopicView;
  readonly together: TopicsTogether;
  /** A second topic that moments are narrowed down to. */
  readonly second: TopicLink | null;
  /** What was said on it; `away` where that can't be told just now. */
  readonly answer: SearchAnswer | 'away';
  /** Page of moments, from 1. */
  readonly number: number;
  readonly media: ReadonlyMap<string, WatchableMedia>;
  readonly listing: Listing;
}

/** As many moments as a page shows. */
export const MOMENTS_OF_A_TOPIC = 6;

/** The page of a topic: what was said on it across meetings, bodies and years, its neighbours, and what is spoken of together with it. */
export function TopicPage({ page, view }: { readonly page: Page; readonly view: TopicPageView }) {
  const { topic, together, second, answer, listing } = view;
  const { place, topic: words, topics } = browseWords(page.language);
  const name = plain(topic.label, page);
  const seen = (answer !== 'away' && answer.total > 0) || listing.recent.meetings.length > 0;
  return (
    <Layout page={page} title={name} description={`${place.topic}: ${name}`} indexed={seen && second === null && view.number === 1 && !listing.older}>
      <div class="home topic">
        <PlaceHead page={page} kind={place.topic} name={topic.label} above={[{ href: at(page, 'topics'), name: { [page.language]: topics.title } }, ...topic.broader.slice(0, 1).map((one) => ({ href: at(page, `topics/${one.slug}`), name: one.label }))]} search={seen ? { in: 'topic', slug: topic.slug, name: topic.label } : undefined}>
          <Retired page={page} topic={topic} />
          {Object.keys(topic.notes).length === 0 ? null : <p class="topic-note"><Words text={topic.notes} page={page} /></p>}
        </PlaceHead>
        <div class="columns">
          <div class="column-main">
            {answer === 'away' ? <section aria-labelledby="said"><h2 id="said">{words.said}</h2><MomentsAway page={page} /></section> : <Said page={page} view={view} answer={answer} />}
            <TogetherSection page={page} topic={topic} together={together} />
            <MeetingList page={page} id="recent" title={words.meetings} meetings={[...listing.now, ...listing.coming, ...listing.recent.meetings]} media={listing.media} />
            <Pager listing={listing} first={page.address.pathname} newest={place.newest} next={place.older} />
          </div>
          <div class="column-side">
            <Links page={page} title={words.narrower} links={topic.narrower} />
            <Links page={page} title={words.broader} links={topic.broader} />
            <Links page={page} title={words.related} links={topic.related} />
            {answer === 'away' ? null : <Where page={page} topic={topic} answer={answer} />}
            <Names page={page} topic={topic} />
            {topic.uri === null || !/^https?:/u.test(topic.uri) ? null : <p><a href={topic.uri} rel="external">{place.vocabulary}</a></p>}
          </div>
        </div>
      </div>
    </Layout>
  );
}

function Retired({ page, topic: { deprecated, replacedBy } }: { readonly page: Page; readonly topic: TopicView }) {
  const { topic: words } = browseWords(page.language);
  if (!deprecated) return null;
  return <p class="topic-note">{words.retired} {replacedBy ? <>{words.instead} <a href={at(page, `topics/${replacedBy.slug}`)}><Name text={replacedBy.label} page={page} /></a></> : null}</p>;
}

/** The newest moments, with the way to the others. */
function Said({ page, view: { topic, second, number: shown, media }, answer }: { readonly page: Page; readonly view: TopicPageView; readonly answer: SearchAnswer }) {
  const { search, topic: words } = browseWords(page.language);
  const to = (parts: Readonly<Record<string, string>>) => `?${new URLSearchParams({ ...(second ? { with: second.slug } : {}), ...parts }).toString()}`;
  return (
    <section aria-labelledby="said">
      <h2 id="said">{words.said}{answer.total === 0 ? null : <span class="count"> {number(answer.total, page.language)}{answer.capped ? '+' : ''}</span>}</h2>
      {second === null ? null : (
        <p class="understood">{words.with} <strong><a href={at(page, `topics/${second.slug}`)}><Name text={second.label} page={page} /></a></strong> <a href={at(page, `topics/${topic.slug}`)}>{words.withAny}</a></p>
      )}
      {answer.total === 0 ? <div class="empty"><p>{words.nothing}</p><p class="quiet">{words.nothingHint}</p></div> : null}
      <ol class="hits" start={(shown - 1) * MOMENTS_OF_A_TOPIC + 1}>{answer.moments.map((moment) => <MomentHit page={page} moment={moment} media={media.get(moment.meeting.id) ?? null} />)}</ol>
      <p class="more">
        {shown > 1 ? <a href={second ? to({}) : at(page, `topics/${topic.slug}`)}>{search.moments.first}</a> : null}
        {shown * MOMENTS_OF_A_TOPIC < answer.total && answer.moments.length > 0 ? <a href={to({ page: String(shown + 1) })} rel="next">{search.moments.more}</a> : null}
        {answer.total > 1 ? <a href={`${at(page, 'search')}?${new URLSearchParams({ topic: topic.slug, show: 'moments', sort: 'newest' }).toString()}`}>{words.searchIn}</a> : null}
      </p>
    </section>
  );
}

/** In which bodies and years it is spoken about. */
function Where({ page, topic, answer: { facets } }: { readonly page: Page; readonly topic: TopicView; readonly answer: SearchAnswer }) {
  const { search } = browseWords(page.language);
  const to = (parts: Readonly<Record<string, string>>) => `${at(page, 'search')}?${new URLSearchParams({ topic: topic.slug, show: 'moments', ...parts }).toString()}`;
  return (
    <>
      <Counts title={search.facets.body} page={page} counts={facets.body.map(({ value, name, count }) => ({ href: to({ body: value }), name: name ? <Name text={name} page={page} /> : value, count }))} />
      <Counts title={search.facets.year} page={page} counts={facets.year.toSorted((a, b) => Number(b.value) - Number(a.value))
        .map(({ value, count }) => ({ href: to({ from: `${value}-01-01`, to: `${value}-12-31` }), name: value, count }))} />
    </>
  );
}

const MOST_COUNTS = 12;

function Counts({ page, title, counts }: { readonly page: Page; readonly title: string; readonly counts: readonly { readonly href: string; readonly name: Child; readonly count: number }[] }) {
  const { topic: words } = browseWords(page.language);
  if (counts.length === 0) return null;
  return (
    <section class="ways">
      <h2>{title}</h2>
      <ul>{counts.slice(0, MOST_COUNTS).map(({ href, name, count }) => (
        <li><a href={href} rel="nofollow"><span>{name}</span> <span class="count">{sayCount(words.moments, count, page.language)}</span></a></li>))}
      </ul>
    </section>
  );
}

function Links({ page, title, links }: { readonly page: Page; readonly title: string; readonly links: readonly TopicLink[] }) {
  if (links.length === 0) return null;
  return (
    <nav class="ways" aria-label={title}>
      <h2>{title}</h2>
      <ul>{links.map(({ slug, label }) => <li><a href={at(page, `topics/${slug}`)}><Name text={label} page={page} /></a></li>)}</ul>
    </nav>
  );
}

/** What it is called in every language, and in the reader's also else. */
function Names({ page, topic: { label, otherLabels } }: { readonly page: Page; readonly topic: TopicView }) {
  const { topic: words } = browseWords(page.language);
  const also = otherLabels[page.language] ?? [];
  const others = Object.keys(label).filter((language) => language !== page.language).toSorted((a, b) => Number(isUiLanguage(b)) - Number(isUiLanguage(a)));
  return (
    <>
      {also.length === 0 ? null : <section class="ways"><h2>{words.also}</h2><p class="topic-names">{also.map((one, n) => <>{n === 0 ? null : words.between}<bdi>{one}</bdi></>)}</p></section>}
      {others.length === 0 ? null : (
        <section class="ways">
          <h2>{words.names}</h2>
          <dl class="topic-names">
            {others.map((language) => {
              const named = pick({ [language]: label[language] ?? '' }, language);
              return named ? <><dt lang={language}>{endonym(language)}</dt><dd {...tongue(named, page)}>{named.text}</dd></> : null;
            })}
          </dl>
        </section>
      )}
    </>
  );
}
