import { at, Layout, scriptJson, type Page } from '#web/index.ts';
import { offlineWords } from '../locales/index.ts';

/** The list of what is saved on this device: the server sends the words, the script fills in what only the device knows. */
export function SavedPage({ page }: { readonly page: Page }) {
  const { saved, save } = offlineWords(page.language);
  return (
    <Layout page={page} title={saved.title} indexed={false} scripts={['saved.js']}>
      <article class="prose">
        <h1>{saved.title}</h1>
        <p class="lead">{saved.lead}</p>
        <noscript><p>{saved.noScript}</p></noscript>
        <openfloor-saved>
          <script type="application/json" dangerouslySetInnerHTML={{ __html: scriptJson({ ...saved, ...save }) }}></script>
          <div role="status"><ul class="saved-notices" data-notices></ul></div>
          <ul class="saved" data-list></ul>
          <div class="empty" data-none hidden>
            <p>{saved.none}</p>
            <p class="quiet">{saved.noneHint}</p>
            <p><a href={at(page)}>{page.words.errors.toMeetings}</a></p>
          </div>
          <p class="quiet" data-total></p>
        </openfloor-saved>
      </article>
    </Layout>
  );
}
