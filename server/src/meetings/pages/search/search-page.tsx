import { at, Layout, number, say, Sign, type Page } from '#web/index.ts';
import { MOMENT_FILTERS } from '../../search-query.ts';
import { browseWords } from '../locales/index.ts';
import { changed } from './addresses.ts';
import { ActiveFilters, FacetPanel } from './facets.tsx';
import type { FilterNames } from './filter-names.ts';
import { MeetingForm, type MeetingFormProps } from './meeting-form.tsx';
import { MeetingResults, Names } from './meeting-results.tsx';
import { MomentForm } from './moment-form.tsx';
import { MomentResults, MomentsAway, Understood } from './moment-results.tsx';
import type { Found } from './search-view.ts';

export interface SearchProps extends MeetingFormProps {
  /** Null when nothing was asked. */
  readonly results: Found | null;
  readonly filterNames: FilterNames;
}

/** The search of what was said and of meetings: a form that works without scripts, and what it found. */
export function SearchPage(props: SearchProps) {
  const { page, query, results, filterNames } = props;
  const { search } = browseWords(page.language);
  const withMoments = results?.shown === 'moments' ? results.moments : null;
  return (
    <Layout page={page} title={query.q === '' ? search.title : say(search.titleFor, { q: query.q })} indexed={page.address.search === ''} scripts={['search.js']}
      {...(query.asked ? { feed: `/feeds/${page.language}/search.rss${page.address.search}` } : {})}>
      <div class="home search">
        <h1>{search.title}</h1>
        {withMoments ? <MomentForm page={page} query={query} /> : <MeetingForm {...props} />}
        {results === null ? null : (
          <div class="results" id="results">
            <Names page={page} names={results.names} />
            <Kinds page={page} found={results} />
            {results.away ? <MomentsAway page={page} /> : null}
            {withMoments ? (
              <div class="found-moments">
                <FacetPanel page={page} query={query} answer={withMoments.answer} />
                <div>
                  <ActiveFilters page={page} query={query} names={filterNames} answer={withMoments.answer} />
                  <MomentResults page={page} query={query} {...withMoments} />
                </div>
              </div>
            ) : null}
            {results.meetings ? (
              <>
                <ActiveFilters page={page} query={query} names={filterNames} of={results.away ? MOMENT_FILTERS : NOT_IN_THE_FORM} />
                {results.moments ? <Understood page={page} query={query} answer={results.moments.answer} /> : null}
                <MeetingResults page={page} query={query} {...results.meetings} />
              </>
            ) : null}
            <p class="more"><a href={`${at(page, 'follow')}${page.address.search}`}><Sign name="bell" />{search.follow}</a></p>
          </div>
        )}
      </div>
    </Layout>
  );
}

// What narrows meetings down too, and isn't among the fields above them.
const NOT_IN_THE_FORM = ['series', 'speaker', 'topic'] as const;

/** What was said, or meetings: each with how many there are. */
function Kinds({ page, found: { shown, counts } }: { readonly page: Page; readonly found: Found }) {
  const { search } = browseWords(page.language);
  if (counts.moments === null || counts.meetings === null) return null;
  const count = { moments: counts.moments, meetings: counts.meetings };
  return (
    <nav class="kinds" aria-label={search.kinds.title}>
      <ul>
        {(['moments', 'meetings'] as const).map((kind) => (
          <li><a href={changed(page, { show: kind })} {...(kind === shown ? { 'aria-current': 'true' } : {})}>{search.kinds[kind]} <span class="count">{number(count[kind], page.language)}</span></a></li>
        ))}
      </ul>
    </nav>
  );
}
