import { at, Sign, type Page } from '#web/index.ts';
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

/** The field and its button; described by an element `q-hint` beside it. */
export function SearchField({ page, q }: { readonly page: Page; readonly q: string }) {
  const { search } = browseWords(page.language);
  return (
    <div class="search-field">
      <input type="search" id="q" name="q" value={q} maxlength={MOST_LETTERS} dir="auto" aria-describedby="q-hint" autocomplete="off" spellcheck={false} enterkeyhint="search" />
      <button class="button"><Sign name="search" /><span>{search.go}</span></button>
    </div>
  );
}
