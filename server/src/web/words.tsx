import { pick, type LocalizedText, type PickedText } from '#platform/i18n/index.ts';
import type { Page } from './site.ts';

/** The attributes of a text that is in another language than the page; none where it is the page's own. */
export function tongue(text: Pick<PickedText, 'lang' | 'dir'>, page: Page): { lang?: string; dir?: string } {
  return text.lang === page.language ? {} : { lang: text.lang, dir: text.dir };
}

/** A text in the page's language, or in the nearest there is, marked as what it is. Nothing when there is none. */
export function Words({ text, page }: { readonly text: LocalizedText | null; readonly page: Page }) {
  const found = text ? pick(text, page.language) : undefined;
  if (!found) return null;
  const marks = tongue(found, page);
  const shown = /^fr\b/.test(found.lang) ? boundFrench(found.text) : found.text;
  return marks.lang === undefined ? <>{shown}</> : <span {...marks}>{shown}</span>;
}

/** French puts spaces before its tall signs; a line must not begin with one. */
const boundFrench = (text: string): string => text.replace(/ (?=[:;!?»])/g, '\u00A0').replace(/(?<=«) /g, '\u00A0');

/** The bare text, for attributes and the head of the page. */
export const plain = (text: LocalizedText, page: Page): string => pick(text, page.language)?.text ?? '';

/** A name of a person or a body: isolated, so that it never turns the words around it. */
export function Name({ text, page }: { readonly text: LocalizedText; readonly page: Page }) {
  const found = pick(text, page.language);
  return found ? <bdi {...(found.lang === page.language ? {} : { lang: found.lang })}>{found.text}</bdi> : null;
}

/** A time on the meeting's clock or another run of figures: left to right in every page. */
export function Figures({ children }: { readonly children: string }) {
  return <span class="figures" dir="ltr">{children}</span>;
}
