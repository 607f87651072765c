import type { Child } from 'hono/jsx';
import { endonym, languageName, pick, type LocalizedText } from '#platform/i18n/index.ts';
import { at, plain, type Page } from '#web/index.ts';
import { flatten } from '../../browse/index.ts';
import type { BodyNode, CategoryNode } from '../../meeting-detail.domain.ts';
import { SORTS, type SearchField as Field, type SearchQuery } from '../../search-query.ts';
import { browseWords } from '../locales/index.ts';
import { SearchField } from '../search-form.tsx';

export interface MeetingFormProps {
  readonly page: Page;
  readonly query: SearchQuery;
  readonly bodies: readonly BodyNode[];
  readonly categories: readonly CategoryNode[];
  readonly languages: readonly string[];
}

/** The form by which meetings are searched: words, and what narrows them down. */
export function MeetingForm({ page, query, bodies, categories, languages }: MeetingFormProps) {
  const { search } = browseWords(page.language);
  const places = { body: flatten(bodies).map(({ node, depth }) => ({ ...node, value: node.slug, depth })), category: flatten(categories).map(({ node, depth }) => ({ ...node, value: node.path, depth })) };
  const options = (field: 'body' | 'category') => places[field].filter(({ total, value }) => total > 0 || value === query.filter[field]).map(({ value, name, depth }) =>
    <option value={value} {...foreign(name, page)} {...(value === query.filter[field] ? { selected: true } : {})}>{`${'\u2003'.repeat(depth)}${plain(name, page)}`}</option>);
  return (
    <form class="search-form" role="search">
      {(['series', 'speaker', 'topic'] as const).map((name) => (query.moments[name] === undefined ? null : <input type="hidden" name={name} value={query.moments[name]} />))}
      {query.show === null ? null : <input type="hidden" name="show" value={query.show} />}
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

/** What is wrong with a field, under it. */
export function Problem({ page, query, field }: { readonly page: Page; readonly query: SearchQuery; readonly field: Field }) {
  const problem = query.problems[field];
  return problem === undefined ? null : <p class="problem" id={`${field}-problem`}>{browseWords(page.language).search[problem]}</p>;
}
