import type { Context, Env, ErrorHandler } from 'hono';
import { toProblem, type AppError } from '#platform/errors/index.ts';
import { embedHeaders, pageHeaders, requestError, secondsToWait } from '#platform/http/index.ts';
import { isUiLanguage } from '#platform/i18n/index.ts';
import { preferredLanguage } from './choose-language.ts';
import { documentOf } from './document.ts';
import { Layout } from './layout.tsx';
import { sayCount } from './locales/index.ts';
import { at, pageOf, type Page, type Site } from './site.ts';

type Kind = 'notFound' | 'withdrawn' | 'badRequest' | 'forbidden' | 'tooMany' | 'unavailable' | 'internal';
type ErrorStatus = 400 | 403 | 404 | 410 | 422 | 429 | 500 | 502 | 503 | 507;

/** What a page says of an error. */
interface Told {
  readonly page: Page;
  readonly kind: Kind;
  /** Seconds; undefined where waiting mends nothing. */
  readonly wait: number | undefined;
}

const readsPages = (c: Context): boolean => c.req.header('Accept')?.includes('text/html') === true;

/**
 * Answers a request for a page that can't be given: what happened, what to do, in the language of the address, else of
 * the reader; for a program that reads no HTML, the same as problem+json. What the operator must hear of goes to the
 * log, never onto the page.
 */
export function renderError(c: Context, error: unknown, site: Site): Response | Promise<Response> {
  const known = requestError(error);
  const wait = secondsToWait(known);
  if (known.status >= 500) site.log.error({ err: known.cause ?? known, path: c.req.path }, known.message);
  c.header('Cache-Control', 'no-store');
  if (wait !== undefined) c.header('Retry-After', String(wait));
  if (!readsPages(c)) return c.json(toProblem(known), known.status as ErrorStatus, { 'Content-Type': 'application/problem+json' });
  const told = { page: pageOf(c, site, languageOf(c)), kind: kindOf(known), wait };
  return c.html(documentOf(isEmbed(c) ? <FramedError {...told} /> : <ErrorPage {...told} />), known.status as ErrorStatus);
}

/** For addresses of programs that people may open too (a download, a feed, a frame): a page for people, `machine` for the rest. */
export function readerErrors(site: Site, machine: ErrorHandler): ErrorHandler {
  return async (error, c: Context<Env, string>) => {
    if (!readsPages(c)) return machine(error, c);
    await (isEmbed(c) ? embedHeaders : pageHeaders)(c, async () => { c.res = await renderError(c, error, site); });
    return c.res;
  };
}

const isEmbed = (c: Context): boolean => c.req.path.startsWith('/embed/');

function languageOf(c: Context): Page['language'] {
  const named = [c.req.path.split('/', 2)[1] ?? '', c.req.query('lang') ?? ''].find(isUiLanguage);
  return named ?? preferredLanguage(c);
}

const KINDS: Readonly<Record<number, Kind>> = {
  400: 'badRequest', 403: 'forbidden', 404: 'notFound', 410: 'withdrawn', 422: 'badRequest', 429: 'tooMany', 502: 'unavailable', 503: 'unavailable', 507: 'unavailable',
};
const kindOf = (error: AppError): Kind => KINDS[error.status] ?? 'internal';
const AGAIN: ReadonlySet<Kind> = new Set(['internal', 'unavailable', 'tooMany']);

function ErrorPage({ page, kind, wait }: Told) {
  const { errors } = page.words;
  return (
    <Layout page={page} title={errors[kind]} indexed={false}>
      <article class="error-page">
        <h1>{errors[kind]}</h1>
        <Explained page={page} kind={kind} wait={wait} />
        <p class="actions">
          {AGAIN.has(kind) ? <a class="button" href={page.address.pathname + page.address.search}>{errors.tryAgain}</a> : null}
          <a href={at(page)}>{errors.toMeetings}</a>
        </p>
      </article>
    </Layout>
  );
}

/** In a frame on another site there is room for what happened, and for the way out of the frame. */
function FramedError({ page, kind, wait }: Told) {
  const { site, words } = page;
  return (
    <html lang={page.language} dir={page.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${words.errors[kind]} · ${words.site.name}`}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={site.assets.address('site.css')} />
        <link rel="stylesheet" href={site.assets.address('embed.css')} />
      </head>
      <body class="embed">
        <main class="error-page">
          <h1>{words.errors[kind]}</h1>
          <Explained page={page} kind={kind} wait={wait} />
          <p class="actions"><a href={at(page)} target="_blank" rel="noopener">{words.errors.toMeetings}</a></p>
        </main>
      </body>
    </html>
  );
}

function Explained({ page, kind, wait }: Told) {
  const { errors } = page.words;
  return <p>{errors[`${kind}Text`]}{kind === 'tooMany' && wait !== undefined ? ` ${sayCount(errors.waitSeconds, wait, page.language)}` : ''}</p>;
}
