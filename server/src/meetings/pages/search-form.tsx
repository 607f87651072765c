import type { LocalizedText } from '#platform/i18n/index.ts';
import { at, plain, say, Sign, type Page } from '#web/index.ts';
import { MOST_LETTERS } from '../search-query.ts';
import { browseWords } from './locales/index.ts';

/** The field for words alone: it leads to the page of the search. */
export function SearchBox({ page }: { readonly page: Page }) {
  const { search, home } = browseWords(page.language);
  return (
    <form class="search-box" action={at(page, 'search')} role="search">
      <label for="q">{home.find}</label>
      <SearchField page={page} q="" />
      <p class="quiet" id="q-hint">{search.hint}</p>
    </form>
  );
}

/** What a field searches in: what was said by a speaker, in a body, on an agenda item, on a topic. */
export interface SearchPlace {
  readonly in: 'speaker' | 'body' | 'series' | 'topic';
  readonly slug: string;
  readonly name: LocalizedText;
}

/** The field for words on the page of what they are searched in: it leads to what was said there. */
export function SearchWithin({ page, place }: { readonly page: Page; readonly place: SearchPlace }) {
  const { within } = browseWords(page.language).search;
  return (
    <form class="search-box search-within" action={at(page, 'search')} role="search">
      <label for="q">{say(within[place.in], { name: plain(place.name, page) })}</label>
      <SearchField page={page} q="" hint={null} />
      <input type="hidden" name={place.in} value={place.slug} />
      <input type="hidden" name="show" value="moments" />
    </form>
  );
}

/** The field and its button. `hint` is the id of the element that describes it: `q-hint` when left out. */
export function SearchField({ page, q, hint = 'q-hint' }: { readonly page: Page; readonly q: string; readonly hint?: string | null }) {
  const { search } = browseWords(page.language);
  return (
    <div class="search-field">
      <input type="search" id="q" name="q" value={q} maxlength={MOST_LETTERS} dir="auto" {...(hint === null ? {} : { 'aria-describedby': hint })} autocomplete="off" spellcheck={false} enterkeyhint="search" />
      <button class="button"><Sign name="search" /><span>{search.go}</span></button>
    </div>
  );
}
