import { at, Layout, Name, number, type Page } from '#web/index.ts';
import type { BodyNode, CategoryNode } from '../meeting-detail.domain.ts';
import { Follow } from './follow.tsx';
import { timeScripts, type Listing } from './lists.ts';
import { browseWords } from './locales/index.ts';
import { MeetingList } from './meeting-list.tsx';
import { SearchBox } from './search-form.tsx';

export interface HomeProps {
  readonly page: Page;
  readonly listing: Listing;
  readonly bodies: readonly BodyNode[];
  readonly categories: readonly CategoryNode[];
}

/** The front page: what takes place and comes next, the latest meetings with their languages, and the ways to all others. */
export function HomePage({ page, listing, bodies, categories }: HomeProps) {
  const { home } = page.words;
  const words = browseWords(page.language);
  const { now, coming, recent, media, older } = listing;
  const nothing = recent.meetings.length === 0 && now.length + coming.length === 0;
  return (
    <Layout page={page} indexed={!older} scripts={timeScripts(listing)}>
      <div class="home">
        <header class="home-head">
          <h1>{home.title}</h1>
          <p>{home.lead}</p>
          <SearchBox page={page} />
        </header>
        <div class="columns">
          <div class="column-main">
            {nothing ? <div class="empty"><p>{home.none}</p><p class="quiet">{home.noneHint}</p></div> : null}
            <MeetingList page={page} id="now" title={words.home.now} meetings={now} media={media} />
            <MeetingList page={page} id="coming" title={home.coming} meetings={coming} media={media}>
              <p class="more"><a href={at(page, 'schedule')}>{words.home.schedule}</a></p>
            </MeetingList>
            <MeetingList page={page} id="recent" title={home.recent} meetings={recent.meetings} media={media} />
            <Pager listing={listing} first={at(page)} newest={home.newest} next={home.older} />
          </div>
          <div class="column-side">
            <Ways page={page} id="bodies" title={words.home.bodies} ways={bodies.map((body) => bodyWay(page, body))} />
            <Ways page={page} id="categories" title={words.home.categories} ways={categories.map((category) => categoryWay(page, category))} />
            <Follow page={page} body={null} listing={listing} />
          </div>
        </div>
      </div>
    </Layout>
  );
}

/** A link to a place of a tree, with how many meetings are there and what is below. */
export interface Way {
  readonly href: string;
  readonly name: BodyNode['name'];
  readonly total: number;
  readonly below: readonly Way[];
}

export const bodyWay = (page: Page, { slug, name, total, children }: BodyNode): Way =>
  ({ href: at(page, `bodies/${slug}`), name, total, below: children.map((child) => bodyWay(page, child)) });

export const categoryWay = (page: Page, { path, name, total, children }: CategoryNode): Way =>
  ({ href: at(page, `categories/${path}`), name, total, below: children.map((child) => categoryWay(page, child)) });

/** Places of a tree as nested lists of links; those without a meeting are left out. */
export function Ways({ page, id, title, ways }: { readonly page: Page; readonly id: string; readonly title: string; readonly ways: readonly Way[] }) {
  if (!ways.some(({ total }) => total > 0)) return null;
  return (
    <nav class="ways" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <WayList page={page} ways={ways} />
    </nav>
  );
}

function WayList({ page, ways }: { readonly page: Page; readonly ways: readonly Way[] }) {
  const shown = ways.filter(({ total }) => total > 0);
  if (shown.length === 0) return null;
  return (
    <ul>
      {shown.map(({ href, name, total, below }) => (
        <li>
          <a href={href}><Name text={name} page={page} /> <span class="count">{number(total, page.language)}</span></a>
          <WayList page={page} ways={below} />
        </li>
      ))}
    </ul>
  );
}

/** The way to older meetings, and back. */
export function Pager({ listing, first, newest, next }: { readonly listing: Listing; readonly first: string; readonly newest: string; readonly next: string }) {
  const { older, recent } = listing;
  if (!older && recent.next === null) return null;
  return (
    <p class="more">
      {older ? <a href={first}>{newest}</a> : null}
      {recent.next === null ? null : <a href={`?before=${encodeURIComponent(recent.next)}`} rel="next">{next}</a>}
    </p>
  );
}
