import { Layout } from '../layout.tsx';
import type { Page } from '../site.ts';
import { siteTexts } from './locales/index.ts';
import { Part } from './part.tsx';

/** What this site is, who publishes, what it knows about its readers. */
export function AboutPage({ page }: { readonly page: Page }) {
  const { about } = siteTexts(page.language);
  const { authentic, site } = page.words;
  return (
    <Layout page={page} title={about.title} description={about.lead}>
      <article class="prose">
        <h1>{about.title}</h1>
        <p class="lead">{about.lead}</p>
        <Part id="what" title={about.what} text={about.whatText} />
        <Part id="authentic" title={authentic.title} text={authentic.text} />
        <Part id="who" title={about.who} text={about.whoText} />
        <Part id="use" title={about.use} text={about.useText} />
        <Part id="you" title={about.you} text={about.youText} />
        <Part id="software" title={about.software} text={site.openSource} />
      </article>
    </Layout>
  );
}
