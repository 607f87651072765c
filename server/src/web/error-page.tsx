import type { Context } from 'hono';
import { asAppError, toProblem, type AppError } from '#platform/errors/index.ts';
import { isUiLanguage } from '#platform/i18n/index.ts';
import { preferredLanguage } from './choose-language.ts';
import { documentOf } from './document.ts';
import { Layout } from './layout.tsx';
import { at, pageOf, type Page, type Site } from './site.ts';

type Kind = 'notFound' | 'withdrawn' | 'badRequest' | 'forbidden' | 'unavailable' | 'internal';
type ErrorStatus = 400 | 403 | 404 | 410 | 422 | 500 | 502 | 503 | 507;

/**
 * Answers a request for a page that can't be given: what happened, what to do, in the language of the address, else of
 * the reader; for a program that reads no HTML, the same as problem+json. What the operator must hear of goes to the
 * log, never onto the page.
 */
export function renderError(c: Context, error: unknown, site: Site): Response | Promise<Response> {
  const known = asAppError(error);
  if (known.status >= 500) site.log.error({ err: known.cause ?? known, path: c.req.path }, known.message);
  c.header('Cache-Control', 'no-store');
  if (!c.req.header('Accept')?.includes('text/html')) {
    return c.json(toProblem(known), known.status as ErrorStatus, { 'Content-Type': 'application/problem+json' });
  }
  const [, first = ''] = c.req.path.split('/');
  const language = isUiLanguage(first) ? first : preferredLanguage(c);
  const page = pageOf(c, site, language);
  return c.html(documentOf(<ErrorPage page={page} kind={kindOf(known)} />), known.status as ErrorStatus);
}

const KINDS: Readonly<Record<number, Kind>> = {
  400: 'badRequest', 403: 'forbidden', 404: 'notFound', 410: 'withdrawn', 422: 'badRequest', 502: 'unavailable', 503: 'unavailable', 507: 'unavailable',
};
const kindOf = (error: AppError): Kind => KINDS[error.status] ?? 'internal';

function ErrorPage({ page, kind }: { readonly page: Page; readonly kind: Kind }) {
  const { errors } = page.words;
  const title = errors[kind];
  const text = errors[`${kind}Text`];
  return (
    <Layout page={page} title={title} indexed={false}>
      <article class="error-page">
        <h1>{title}</h1>
        <p>{text}</p>
        <p class="actions">
          {kind === 'internal' || kind === 'unavailable' ? <a class="button" href={page.address.pathname + page.address.search}>{errors.tryAgain}</a> : null}
          <a href={at(page)}>{errors.toMeetings}</a>
        </p>
      </article>
    </Layout>
  );
}
