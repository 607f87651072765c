import { Layout } from '../layout.tsx';
import { at, type Page } from '../site.ts';
import { siteTexts } from './locales/index.ts';
import { Part } from './part.tsx';

/** What these pages do for people who read them in another way, and what they don't do yet. */
export function AccessibilityPage({ page }: { readonly page: Page }) {
  const { accessibility: words } = siteTexts(page.language);
  const helps = [words.helpsScripts, words.helpsLanguages, words.helpsSight, words.helpsMotion];
  return (
    <Layout page={page} title={words.title} description={words.lead}>
      <article class="prose">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Part id="aim" title={words.aim} text={words.aimText} />
        <h2 id="helps">{words.helps}</h2>
        <ul class="points">
          {helps.map((text) => <li>{text}</li>)}
          <li>{words.helpsKeys} <a href={at(page, 'help#keys')}>{page.words.help.keys}</a></li>
        </ul>
        <h2 id="lacks">{words.lacks}</h2>
        <ul class="points">{[words.lacksText, words.lacksLanguages, words.lacksDocuments].map((text) => <li>{text}</li>)}</ul>
        <Part id="report" title={words.report} text={words.reportText} />
      </article>
    </Layout>
  );
}
