import type { Child } from 'hono/jsx';
import { endonym, UI_LANGUAGES } from '#platform/i18n/index.ts';
import { Sign } from './signs.tsx';
import { at, inLanguage, type Page } from './site.ts';
import { siteTexts } from './texts/locales/index.ts';

export interface LayoutProps {
  readonly page: Page;
  /** The page's own title; none on the front page. */
  readonly title?: string;
  /** One or two sentences for search engines and previews. */
  readonly description?: string;
  /** Address of a picture for previews, 1200 by 630 px. */
  readonly image?: string | null;
  /** Plain names of scripts; none on a page that is only read. */
  readonly scripts?: readonly string[];
  /** False where search engines have nothing to find. */
  readonly indexed?: boolean;
  /** Path of the page that search engines should show in place of this one; this one when left out. */
  readonly canonical?: string;
  /** Paths of what this page is in other languages, where that isn't the same path in each language of the pages. */
  readonly alternates?: readonly (readonly [language: string, path: string])[];
  /** The same for programs, in forms of theirs. */
  readonly machineForms?: readonly { readonly type: string; readonly href: string; readonly title: string }[];
  /** Address of the feed of what the page is of; that of the site when left out. */
  readonly feed?: string;
  /** Address of the terms under which what it shows may be used. */
  readonly licence?: string | null;
  /** True where other sites can show the page's meeting in a frame. */
  readonly embeddable?: boolean;
  /** True on pages with a player or the words of a meeting: they need more styles than those that are only read. */
  readonly watching?: boolean;
  readonly children?: Child;
}

/** A whole page: head, header with the language switch, main part, footer. */
export function Layout(props: LayoutProps) {
  const { page, scripts = [], children } = props;
  const { words } = page;
  return (
    <html lang={page.language} dir={page.dir}>
      <Head {...props} />
      <body>
        <a class="skip" href="#content">{words.site.skip}</a>
        <Header page={page} />
        <main id="content" tabindex={-1}>{children}</main>
        <footer class="site-foot">
          <FooterLinks page={page} />
          <p>{words.site.tagline}</p>
          <p>{words.site.openSource}</p>
        </footer>
        {/* Last, and low: on a slow line the text and its style come first. */}
        {scripts.map((name) => <script type="module" src={page.site.assets.address(name)} fetchpriority="low"></script>)}
      </body>
    </html>
  );
}

function Head(props: LayoutProps) {
  const { page, title, description, image, indexed = true, embeddable = false, feed, licence = null, machineForms = [], watching = false } = props;
  const { site, address, words } = page;
  const full = (path: string): string => new URL(path, address).href;
  const bare = (path: string): string => full(path).split('?', 1)[0] ?? path;
  const heading = title ?? words.site.tagline;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <title>{title === undefined ? `${words.site.name} – ${words.site.tagline}` : `${title} · ${words.site.name}`}</title>
      <meta name="description" content={description ?? words.site.tagline} />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#faf8f3" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#13181a" media="(prefers-color-scheme: dark)" />
      {indexed ? null : <meta name="robots" content="noindex" />}
      <link rel="icon" href={site.assets.address('icon.svg')} type="image/svg+xml" />
      <link rel="apple-touch-icon" href={site.assets.address('touch-icon.png')} />
      <link rel="manifest" href={at(page, 'app.webmanifest')} />
      <link rel="stylesheet" href={site.assets.address(watching ? 'watch.css' : 'site.css')} />
      {indexed ? <Addresses {...props} bare={bare} /> : null}
      <link rel="alternate" type="application/rss+xml" href={feed ?? `/feeds/${page.language}/meetings.rss`} title={feed === undefined || title === undefined ? words.site.name : `${title} · ${words.site.name}`} />
      {machineForms.map(({ type, href, title: form }) => <link rel="alternate" type={type} href={href} title={form} />)}
      {licence === null ? null : <link rel="license" href={licence} />}
      {embeddable ? <link rel="alternate" type="application/json+oembed" href={`/oembed?url=${encodeURIComponent(bare(address.pathname))}`} title={heading} /> : null}
      <meta property="og:type" content={embeddable ? 'video.other' : 'website'} />
      <meta property="og:url" content={bare(address.pathname)} />
      <meta property="og:locale" content={page.language} />
      <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
      <meta property="og:title" content={heading} />
      <meta property="og:site_name" content={words.site.name} />
      <meta property="og:description" content={description ?? words.site.tagline} />
      {image ? <Preview address={full(image)} title={heading} /> : null}
    </head>
  );
}

/** Where search engines find this page, and what it is in other languages. */
function Addresses({ page, canonical = page.address.pathname, alternates, bare }: LayoutProps & { readonly bare: (path: string) => string }) {
  const languages = alternates ?? UI_LANGUAGES.map((language) => [language, inLanguage(page, language)] as const);
  return (
    <>
      <link rel="canonical" href={bare(canonical)} />
      {languages.map(([language, path]) => <link rel="alternate" hreflang={language} href={bare(path)} />)}
    </>
  );
}

/** The picture that other sites show with a link: its size is told, so that they need not fetch it first. */
function Preview({ address, title }: { readonly address: string; readonly title: string }) {
  return (
    <>
      <meta property="og:image" content={address} />
      <meta property="og:image:type" content="image/jpeg" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={title} />
    </>
  );
}

function Header({ page }: { readonly page: Page }) {
  const { words } = page;
  return (
    <header class="site-head">
      <a class="brand" href={at(page)} translate="no"><Mark />{words.site.name}</a>
      <nav aria-label={words.site.navigation}>
        <a href={at(page)}>{words.site.meetings}</a>
        <a href={at(page, 'schedule')}>{words.site.schedule}</a>
        <a href={at(page, 'topics')}>{words.site.topics}</a>
        <a href={at(page, 'help')}>{words.site.help}</a>
      </nav>
      <a class="to-search" href={at(page, 'search')}><Sign name="search" /><span>{words.site.search}</span></a>
      <LanguageSwitch page={page} />
    </header>
  );
}

function FooterLinks({ page }: { readonly page: Page }) {
  const { site } = page.words;
  const { about, accessibility } = siteTexts(page.language);
  return (
    <nav aria-label={site.more}>
      <a href={at(page, 'about')}>{about.title}</a>
      <a href={at(page, 'accessibility')}>{accessibility.title}</a>
      <a href={at(page, 'help')}>{site.help}</a>
      <a href={at(page, 'schedule')}>{site.schedule}</a>
      <a href={at(page, 'topics')}>{site.topics}</a>
      <a href={at(page, 'saved')}>{site.saved}</a>
    </nav>
  );
}

/** The six languages of the pages; each link keeps the page, and the script keeps the moment in it up to date. */
function LanguageSwitch({ page }: { readonly page: Page }) {
  return (
    <details class="languages" name="site-menu">
      <summary>
        <Sign name="globe" />
        <span class="visually-hidden">{page.words.site.pageLanguage}: </span>
        {endonym(page.language)}
      </summary>
      <ul>
        {UI_LANGUAGES.map((language) => (
          <li>
            <a href={inLanguage(page, language)} lang={language} dir="auto" hreflang={language} data-openfloor-keep
              {...(language === page.language ? { 'aria-current': 'true' } : {})}>{endonym(language)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A ring that is open: the floor, and somebody about to take it. */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M23.8 8.2A11 11 0 1 0 27 16" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" />
      <circle cx="16" cy="16" r="4" />
    </svg>
  );
}
