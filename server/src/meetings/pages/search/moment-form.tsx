import { at, type Page } from '#web/index.ts';
import { MOMENT_FILTERS, type SearchQuery } from '../../search-query.ts';
import { browseWords } from '../locales/index.ts';
import { SearchField } from '../search-form.tsx';
import { Problem } from './meeting-form.tsx';

/** The field of words above what was said; what narrows the search down stays as it is. */
export function MomentForm({ page, query }: { readonly page: Page; readonly query: SearchQuery }) {
  const { search } = browseWords(page.language);
  return (
    <form class="search-form" role="search">
      <div class="search-words">
        <label for="q">{search.words}</label>
        <SearchField page={page} q={query.q} />
        <p class="quiet"><span id="q-hint">{search.moments.hint}</span> <a class="start-again" href={at(page, 'search')}>{search.clear}</a></p>
        <Problem page={page} query={query} field="q" />
      </div>
      <Kept query={query} without={[]} />
    </form>
  );
}

/** What a form keeps of the search besides its own fields. */
export function Kept({ query, without }: { readonly query: SearchQuery; readonly without: readonly string[] }) {
  const { moments, sort, show, exact } = query;
  const kept: readonly (readonly [string, string | null | undefined])[] = [
    ...MOMENT_FILTERS.map((name) => [name, moments[name]] as const), ['sort', sort === 'relevance' ? null : sort], ['show', show], ['exact', exact ? '1' : null],
  ];
  return <>{kept.flatMap(([name, value]) => (value == null || without.includes(name) ? [] : <input type="hidden" name={name} value={value} />))}</>;
}
