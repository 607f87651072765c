import type { Facet, FacetCount, SearchAnswer } from '#search/index.ts';
import { endonym, languageName, pick } from '#platform/i18n/index.ts';
import { number, say, tongue, type Page } from '#web/index.ts';
import { MOMENT_FILTERS, type MomentFilter, type SearchQuery } from '../../search-query.ts';
import { browseWords } from '../locales/index.ts';
import { changed } from './addresses.ts';
import { Problem } from './meeting-form.tsx';
import { Kept } from './moment-form.tsx';

interface FacetProps {
  readonly page: Page;
  readonly query: SearchQuery;
  readonly answer: SearchAnswer;
}

const SHOWN: readonly Facet[] = ['body', 'speaker', 'capacity', 'spoken', 'channel', 'topic', 'agenda', 'series', 'year'];
/** Open at once; the others at a press. */
const OPEN: ReadonlySet<Facet> = new Set(['body', 'speaker', 'capacity']);
const MOST_VALUES = 8;

/** What narrows down what was found: each value with how many moments have it. */
export function FacetPanel({ page, query, answer }: FacetProps) {
  const { search } = browseWords(page.language);
  return (
    <details class="facets">
      <summary>{search.filters}</summary>
      <nav aria-label={search.filters}>
        {SHOWN.map((facet) => <FacetGroup page={page} query={query} facet={facet} counts={telling(answer, facet)} />)}
      </nav>
      <ExactFields page={page} query={query} />
    </details>
  );
}

function FacetGroup({ page, query, facet, counts }: { readonly page: Page; readonly query: SearchQuery; readonly facet: Facet; readonly counts: readonly FacetCount[] }) {
  const { search } = browseWords(page.language);
  // What is chosen stands above the list.
  if (chosen(query, facet) || counts.length === 0) return null;
  return (
    <details class="facet" {...(OPEN.has(facet) ? { open: true } : {})}>
      <summary><h3>{search.facets[facet]}</h3></summary>
      <ul>
        {counts.slice(0, MOST_VALUES).map((count) => (
          <li><a href={changed(page, narrowing(facet, count.value))} rel="nofollow"><Value page={page} facet={facet} count={count} /> <span class="count">{number(count.count, page.language)}</span></a></li>
        ))}
      </ul>
    </details>
  );
}

/** Without the values that all of the moments have: they narrow nothing down. */
const telling = ({ facets, total, capped }: SearchAnswer, facet: Facet): readonly FacetCount[] => facets[facet].filter(({ count }) => capped || count < total);

const chosen = ({ moments }: SearchQuery, facet: Facet): boolean => (facet === 'year' ? moments.from !== undefined || moments.to !== undefined : moments[facet] !== undefined);

/** What has to stand in the address for a value. */
const narrowing = (facet: Facet, value: string): Readonly<Record<string, string>> =>
  (facet === 'year' ? { from: `${value}-01-01`, to: `${value}-12-31` } : { [facet]: value });

function Value({ page, facet, count: { value, name } }: { readonly page: Page; readonly facet: Facet; readonly count: Pick<FacetCount, 'value' | 'name'> }) {
  if (facet === 'spoken' || facet === 'channel') return <Language page={page} tag={value} />;
  const named = name ? pick(name, page.language) : undefined;
  return <bdi {...(named ? tongue(named, page) : {})}>{named?.text ?? value}</bdi>;
}

function Language({ page, tag }: { readonly page: Page; readonly tag: string }) {
  const [name, own] = [languageName(tag, page.language), endonym(tag)];
  return name.toLowerCase() === own.toLowerCase() ? <bdi lang={tag}>{own}</bdi> : <span>{name}</span>;
}

/** A document's symbol and days, which are written rather than chosen. */
function ExactFields({ page, query }: { readonly page: Page; readonly query: SearchQuery }) {
  const { search } = browseWords(page.language);
  return (
    <form class="exact-fields" role="search" aria-label={search.filters}>
      <input type="hidden" name="q" value={query.q} />
      <Kept query={query} without={['symbol', 'from', 'to']} />
      <div class="field">
        <label for="symbol">{search.moments.symbol}</label>
        <input type="text" id="symbol" name="symbol" value={query.moments.symbol ?? ''} maxlength={300} dir="ltr" autocomplete="off" spellcheck={false} />
      </div>
      {(['from', 'to'] as const).map((field) => (
        <div class="field">
          <label for={field}>{search[field]}</label>
          <input type="date" id={field} name={field} value={query.moments[field] ?? ''} min="1800-01-01" max="2999-12-31" />
          <Problem page={page} query={query} field={field} />
        </div>
      ))}
      <button class="button button-quiet">{search.moments.apply}</button>
    </form>
  );
}

/** What the search is narrowed down by, each with the way back. */
export function ActiveFilters({ page, query, answer }: FacetProps) {
  const { search } = browseWords(page.language);
  const active = MOMENT_FILTERS.flatMap((name) => (query.moments[name] === undefined ? [] : { name, value: query.moments[name] }));
  if (active.length === 0) return null;
  return (
    <ul class="active-filters" aria-label={search.moments.active}>
      {active.map(({ name, value }) => (
        <li><a href={changed(page, { [name]: null })}><span class="visually-hidden">{search.moments.remove} </span><ActiveValue page={page} name={name} value={value} answer={answer} /><span aria-hidden="true">×</span></a></li>
      ))}
    </ul>
  );
}

function ActiveValue({ page, name, value, answer }: { readonly page: Page; readonly name: MomentFilter; readonly value: string; readonly answer: SearchAnswer }) {
  const { search } = browseWords(page.language);
  if (name === 'from' || name === 'to') return <span>{search[name]} <bdi>{value}</bdi></span>;
  if (name === 'symbol' || name === 'meeting') return <bdi>{value}</bdi>;
  const named = answer.facets[name].find((count) => count.value === value);
  const shown = <Value page={page} facet={name} count={named ?? { value, name: null }} />;
  return name === 'spoken' || name === 'channel' ? <span>{say(search.moments.filterOf, { filter: search.facets[name] })} {shown}</span> : shown;
}
