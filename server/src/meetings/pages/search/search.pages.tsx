import type { UiLanguage } from '#platform/i18n/index.ts';
import { documentOf, type PageSet } from '#web/index.ts';
import { flatten, type Browse } from '../../browse/index.ts';
import type { Meetings } from '../../meetings.ports.ts';
import { readSearch } from '../../search-query.ts';
import { readFilterNames } from './filter-names.ts';
import { SearchPage } from './search-page.tsx';
import { runSearch, type SearchDeps } from './search-view.ts';

export interface SearchPagesDeps extends SearchDeps {
  readonly meetings: Pick<Meetings, 'get' | 'list' | 'count' | 'listBodies' | 'listCategories'>;
  readonly browse: Pick<Browse, 'names' | 'languages' | 'series' | 'topic' | 'speaker'>;
}

/** The page of the search. */
export function searchPages(deps: SearchPagesDeps): PageSet {
  return (site) => {
    site.get('/search', async (c) => {
      const { page } = c.var;
      const [bodies, categories, tags] = await Promise.all([deps.meetings.listBodies(), deps.meetings.listCategories(), deps.browse.languages()]);
      const languages = inOrder(tags, page.language);
      const query = readSearch(page.address.searchParams, {
        bodies: new Set(flatten(bodies).map(({ node }) => node.slug)), categories: new Set(flatten(categories).map(({ node }) => node.path)), languages: new Set(languages),
      });
      const [results, filterNames] = await Promise.all([query.asked ? runSearch(deps, query, page.language, c.req.query('before')) : null, readFilterNames(deps, query, bodies)]);
      return c.html(documentOf(<SearchPage page={page} query={query} bodies={bodies} categories={categories} languages={languages} results={results} filterNames={filterNames} />));
    });
  };
}

/** The tags in the order of the languages' names for this reader. */
function inOrder(tags: readonly string[], language: UiLanguage): readonly string[] {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'language' });
  return tags.toSorted((a, b) => (names.of(a) ?? a).localeCompare(names.of(b) ?? b, language));
}
