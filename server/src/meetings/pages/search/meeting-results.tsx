import { at, Name, sayCount, type Page } from '#web/index.ts';
import type { FoundNames, NamedThing } from '../../browse/index.ts';
import type { MeetingPage } from '../../meeting-detail.domain.ts';
import type { SearchQuery } from '../../search-query.ts';
import { browseWords } from '../locales/index.ts';
import type { WatchableMedia } from '../media.ports.ts';
import { MeetingList } from '../meeting-list.tsx';

/** The meetings of a search, with the pages that are called so. */
export interface FoundMeetings {
  readonly total: number;
  readonly found: MeetingPage;
  readonly names: FoundNames;
  readonly media: ReadonlyMap<string, WatchableMedia>;
}

/** The meetings that were found. */
export function MeetingResults({ page, query, total, found, media }: { readonly page: Page; readonly query: SearchQuery } & FoundMeetings) {
  const { search } = browseWords(page.language);
  const next = new URLSearchParams(page.address.search);
  next.set('before', found.next ?? '');
  return (
    <>
      {total === 0 ? <NothingFound page={page} query={query} /> : null}
      <MeetingList page={page} id="found" title={sayCount(search.found, total, page.language)} meetings={found.meetings} media={media} />
      {found.next === null ? null : <p class="more"><a href={`?${next.toString()}`} rel="next">{search.more}</a></p>}
    </>
  );
}

function NothingFound({ page, query }: { readonly page: Page; readonly query: SearchQuery }) {
  const { search } = browseWords(page.language);
  return (
    <div class="empty">
      <h2>{search.none}</h2>
      {query.q === '' ? null : <p>{search.noneWords}</p>}
      {query.narrowed && query.q !== '' ? <p><a href={`?${new URLSearchParams({ q: query.q }).toString()}`}>{search.noneFilters}</a></p> : null}
      <p><a href={at(page)}>{page.words.errors.toMeetings}</a></p>
    </div>
  );
}

/** Speakers, bodies, series and topics that are called so. */
export function Names({ page, names }: { readonly page: Page; readonly names: FoundNames }) {
  const { search, place } = browseWords(page.language);
  const groups: readonly (readonly [string, string, readonly NamedThing[]])[] = [
    [place.speaker, 'speakers', names.speakers], [place.body, 'bodies', names.bodies], [place.series, 'series', names.series], [place.topic, 'topics', names.topics],
  ];
  const found = groups.flatMap(([kind, folder, things]) => things.map((thing) => ({ kind, href: at(page, `${folder}/${thing.slug}`), name: thing.name })));
  if (found.length === 0) return null;
  return (
    <nav class="found-names" aria-labelledby="names">
      <h2 id="names">{search.names}</h2>
      <ul>{found.map(({ kind, href, name }) => <li><a href={href}><span class="found-name"><Name text={name} page={page} /></span> <span class="quiet">{kind}</span></a></li>)}</ul>
    </nav>
  );
}
