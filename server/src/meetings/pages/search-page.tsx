import type { Child } from 'hono/jsx';
import { endonym, languageName, pick, type LocalizedText } from '#platform/i18n/index.ts';
import { at, Layout, Name, plain, say, sayCount, Sign, type Page } from '#web/index.ts';
import { flatten, type FoundNames, type NamedThing } from '../browse/index.ts';
import type { BodyNode, CategoryNode, MeetingPage } from '../meeting-detail.domain.ts';
import { browseWords } from './locales/index.ts';
import type { WatchableMedia } from './media.ports.ts';
import { MeetingList } from './meeting-list.tsx';
import { SearchField } from './search-form.tsx';
import { SORTS, type SearchField as Field, type SearchQuery } from '../search-query.ts';

export interface SearchProps {
  readonly page: Page;
  readonly query: SearchQuery;
  readonly bodies: readonly BodyNode[];
  readonly categories: readonly CategoryNode[];
  readonly languages: readonly string[];
  /** Null when nothing was asked. */
  readonly results: { readonly total: number; readonly found: MeetingPage; readonly names: FoundNames; readonly media: ReadonlyMap<string, WatchableMedia> } | null;
}

/** The search of the catalogue: a form that works without scripts, and what it found. */
export function SearchPage(props: SearchProps) {
  const { page, query, results } = props;
  const { search } = browseWords(page.language);
  return (
    <Layout page={page} title={query.q === '' ? search.title : say(search.titleFor, { q: query.q })} indexed={page.address.search === ''} {...(query.asked ? { feed: `/feeds/${page.language}/search.rss${page.address.search}` } : {})}>
      <div class="home search">
        <h1>{search.title}</h1>
        <SearchForm {...props} />
        {results === null ? null : <Results page={page} query={query} {...results} />}
      </div>
    </Layout>
  );
}

function SearchForm({ page, query, bodies, categories, languages }: SearchProps) {
  const { search } = browseWords(page.language);
  const places = { body: flatten(bodies).map(({ node, depth }) => ({ ...node, value: node.slug, depth })), category: flatten(categories).map(({ node, depth }) => ({ ...node, value: node.path, depth })) };
  const options = (field: 'body' | 'category') => places[field].filter(({ total, value }) => total > 0 || value === query.filter[field]).map(({ value, name, depth }) =>
    <option value={value} {...foreign(name, page)} {...(value === query.filter[field] ? { selected: true } : {})}>{`${'\u2003'.repeat(depth)}${plain(name, page)}`}</option>);
  return (
    <form class="search-form" role="search">
      <div class="search-words">
        <label for="q">{search.words}</label>
        <SearchField page={page} q={query.q} />
        <p class="quiet" id="q-hint">{search.hint}</p>
        <Problem page={page} query={query} field="q" />
      </div>
      <fieldset>
        <legend class="visually-hidden">{search.filters}</legend>
        <Choice page={page} query={query} field="body">{options('body')}</Choice>
        <Choice page={page} query={query} field="category">{options('category')}</Choice>
        <Choice page={page} query={query} field="language">
          {languages.map((tag) => <option value={tag} {...(tag === query.filter.language ? { selected: true } : {})}>{languageLabel(tag, page)}</option>)}
        </Choice>
        <Day page={page} query={query} field="from" />
        <Day page={page} query={query} field="to" />
        <Sort page={page} query={query} />
      </fieldset>
      {query.asked ? <p class="more"><a href={at(page, 'search')}>{search.clear}</a></p> : null}
    </form>
  );
}

/** The language of a name that is in another than the page's. */
function foreign(name: LocalizedText, page: Page): { lang?: string } {
  const found = pick(name, page.language);
  return found && found.lang !== page.language ? { lang: found.lang } : {};
}

/** A language as the reader and as its own speakers call it. */
function languageLabel(tag: string, page: Page): string {
  const [name, own] = [languageName(tag, page.language), endonym(tag)];
  return name.toLowerCase() === own.toLowerCase() ? own : `${name} · ${own}`;
}

function Choice({ page, query, field, children }: { readonly page: Page; readonly query: SearchQuery; readonly field: 'body' | 'category' | 'language'; readonly children?: Child }) {
  const { search } = browseWords(page.language);
  return (
    <div class="field">
      <label for={field}>{search[field]}</label>
      <select id={field} name={field} {...described(query, field)}><option value="">{search.any}</option>{children}</select>
      <Problem page={page} query={query} field={field} />
    </div>
  );
}

function Sort({ page, query }: { readonly page: Page; readonly query: SearchQuery }) {
  const { search } = browseWords(page.language);
  return (
    <div class="field">
      <label for="sort">{search.sort}</label>
      <select id="sort" name="sort" {...described(query, 'sort')}>
        {SORTS.map((sort) => <option value={sort} {...(sort === query.sort ? { selected: true } : {})}>{search.sorts[sort]}</option>)}
      </select>
      <Problem page={page} query={query} field="sort" />
    </div>
  );
}

function Day({ page, query, field }: { readonly page: Page; readonly query: SearchQuery; readonly field: 'from' | 'to' }) {
  const { search } = browseWords(page.language);
  return (
    <div class="field">
      <label for={field}>{search[field]}</label>
      <input type="date" id={field} name={field} value={query.filter[field] ?? ''} min="1800-01-01" max="2999-12-31" {...described(query, field)} />
      <Problem page={page} query={query} field={field} />
    </div>
  );
}

const described = (query: SearchQuery, field: Field) => (query.problems[field] === undefined ? {} : { 'aria-invalid': 'true', 'aria-describedby': `${field}-problem` } as const);

function Problem({ page, query, field }: { readonly page: Page; readonly query: SearchQuery; readonly field: Field }) {
  const problem = query.problems[field];
  return problem === undefined ? null : <p class="problem" id={`${field}-problem`}>{browseWords(page.language).search[problem]}</p>;
}

function Results({ page, query, total, found, names, media }: { readonly page: Page; readonly query: SearchQuery } & NonNullable<SearchProps['results']>) {
  const { search } = browseWords(page.language);
  const next = new URLSearchParams(page.address.search);
  next.set('before', found.next ?? '');
  return (
    <div class="results" id="results">
      <Names page={page} names={names} />
      {total === 0 ? <NothingFound page={page} query={query} /> : null}
      <MeetingList page={page} id="found" title={sayCount(search.found, total, page.language)} meetings={found.meetings} media={media} />
      {found.next === null ? null : <p class="more"><a href={`?${next.toString()}`} rel="next">{search.more}</a></p>}
      <p class="more"><a href={`${at(page, 'follow')}${page.address.search}`}><Sign name="bell" />{search.follow}</a></p>
    </div>
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
function Names({ page, names }: { readonly page: Page; readonly names: FoundNames }) {
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
