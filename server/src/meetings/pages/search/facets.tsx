import type { Facet, FacetCount, SearchAnswer } from '#search/index.ts';
import { endonym, formatDate, languageName, pick } from '#platform/i18n/index.ts';
import { number, say, tongue, Words, type Page } from '#web/index.ts';
import { MOMENT_FILTERS, type MomentFilter, type SearchQuery } from '../../search-query.ts';
import { browseWords } from '../locales/index.ts';
import { changed } from './addresses.ts';
import type { FilterNames } from './filter-names.ts';
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
const FIRST_VALUES = 8;

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
      <Values page={page} facet={facet} counts={counts.slice(0, FIRST_VALUES)} />
      {counts.length <= FIRST_VALUES ? null : (
        <details class="facet-more">
          <summary>{search.moments.moreValues}</summary>
          <Values page={page} facet={facet} counts={counts.slice(FIRST_VALUES)} />
        </details>
      )}
    </details>
  );
}

function Values({ page, facet, counts }: { readonly page: Page; readonly facet: Facet; readonly counts: readonly FacetCount[] }) {
  return (
    <ul>
      {counts.map((count) => (
        <li><a href={changed(page, narrowing(facet, count.value))} rel="nofollow"><Value page={page} facet={facet} count={count} /> <span class="count">{number(count.count, page.language)}</span></a></li>
      ))}
    </ul>
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

/** A document's symbol and days, which are written rather than chosen, and what can be had or not. */
function ExactFields({ page, query }: { readonly page: Page; readonly query: SearchQuery }) {
  const { search } = browseWords(page.language);
  return (
    <form class="exact-fields" role="search" aria-label={search.filters}>
      <input type="hidden" name="q" value={query.q} />
      <Kept query={query} without={['symbol', 'from', 'to', 'original']} />
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
      <label class="check"><input type="checkbox" name="original" value="only" checked={query.moments.original !== undefined} /><span>{search.moments.original}</span></label>
      <button class="button button-quiet">{search.moments.apply}</button>
    </form>
  );
}

/** What the search is narrowed down by, each with the way back; `of` those of it that aren't said elsewhere on the page. */
export function ActiveFilters({ page, query, names, answer = null, of = MOMENT_FILTERS }: Omit<FacetProps, 'answer'> & { readonly names: FilterNames; readonly answer?: SearchAnswer | null; readonly of?: readonly MomentFilter[] }) {
  const { search } = browseWords(page.language);
  const active = of.flatMap((name) => (query.moments[name] === undefined ? [] : { name, value: query.moments[name] }));
  if (active.length === 0) return null;
  return (
    <ul class="active-filters" aria-label={search.moments.active}>
      {active.map(({ name, value }) => (
        <li><a href={changed(page, { [name]: null })}><span class="visually-hidden">{search.moments.remove} </span><ActiveValue page={page} name={name} value={value} names={names} answer={answer} /><span aria-hidden="true">×</span></a></li>
      ))}
    </ul>
  );
}

function ActiveValue({ page, name, value, names, answer }: { readonly page: Page; readonly name: MomentFilter; readonly value: string; readonly names: FilterNames; readonly answer: SearchAnswer | null }) {
  const { search } = browseWords(page.language);
  const called = names[name];
  if (name === 'from' || name === 'to') return <span>{search[name]} <time datetime={value}>{formatDate(new Date(`${value}T00:00:00Z`), page.language, 'UTC')}</time></span>;
  if (name === 'original') return <span>{search.moments.originalOnly}</span>;
  if (name === 'symbol') return <span>{say(search.moments.filterOf, { filter: search.moments.symbol })} <bdi>{value}</bdi></span>;
  if (name === 'meeting') return called ? <Words text={called} page={page} /> : <bdi>{value}</bdi>;
  const named = answer?.facets[name].find((count) => count.value === value) ?? { value, name: called ?? null };
  const shown = <Value page={page} facet={name} count={named} />;
  return name === 'spoken' || name === 'channel' ? <span>{say(search.moments.filterOf, { filter: search.facets[name] })} {shown}</span> : shown;
}
