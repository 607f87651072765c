import type { MeetingSummary } from '#meetings/index.ts';
import { UI_LANGUAGES, type UiLanguage } from '#platform/i18n/index.ts';
import { documentText, xml, type Xml } from '#platform/xml/index.ts';

/** A page by its path below the language. */
export interface SitePage {
  readonly path: string;
  /** ISO 8601. */
  readonly changed?: string;
  /** Left out where it exists in every language: then each names all the others. */
  readonly only?: UiLanguage;
}

/** The page of a meeting. */
export const meetingPath = ({ slug, updatedAt }: Pick<MeetingSummary, 'slug' | 'updatedAt'>): SitePage => ({ path: `meetings/${encodeURIComponent(slug)}`, changed: updatedAt });

/** Each page once per language that it exists in, each naming all the others (hreflang); `x-default` leads to the reader's language. */
export function sitemap(origin: string, pages: readonly SitePage[]): string {
  return documentText(xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${pages.map((page) => entries(origin, page))}
</urlset>`);
}

function entries(origin: string, { path, changed, only }: SitePage): Xml {
  const others = only === undefined ? xml`${UI_LANGUAGES.map((language) => xml`
<xhtml:link rel="alternate" hreflang="${language}" href="${origin}/${language}/${path}"/>`)}` : null;
  return xml`${(only === undefined ? UI_LANGUAGES : [only]).map((language) => xml`
<url>
<loc>${origin}/${language}/${path}</loc>${changed === undefined ? null : xml`
<lastmod>${changed}</lastmod>`}${others}
</url>`)}`;
}

/** The list of the sitemaps: one may hold 50,000 addresses and 50 MB. */
export const sitemapIndex = (addresses: readonly string[]): string => documentText(xml`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${addresses.map((address) => xml`
<sitemap><loc>${address}</loc></sitemap>`)}
</sitemapindex>`);
