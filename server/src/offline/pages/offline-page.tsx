import { at, Layout, type Page } from '#web/index.ts';
import { offlineWords } from '../locales/index.ts';

/** Shown instead of a page that can't be fetched: what happened, and what can be read and heard all the same. */
export function OfflinePage({ page }: { readonly page: Page }) {
  const { offline, saved } = offlineWords(page.language);
  return (
    <Layout page={page} title={offline.title} indexed={false}>
      <article class="error-page">
        <h1>{offline.title}</h1>
        <p>{offline.text}</p>
        <p class="actions">
          <a class="button" href="">{page.words.errors.tryAgain}</a>
          <a href={at(page, 'saved')}>{saved.title}</a>
        </p>
      </article>
    </Layout>
  );
}
