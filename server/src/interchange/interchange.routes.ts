import { Hono, type Context } from 'hono';
import type { Actor } from '#access/index.ts';
import { documentText, type Xml } from '#platform/xml/index.ts';
import { akomaNtoso } from './akn/akoma-ntoso.domain.ts';
import { ProceedingsQuery, TeiQuery } from './interchange.schema.ts';
import type { Interchange } from './interchange.service.ts';
import { pageAddress, type InterchangeScope } from './scope.domain.ts';
import { teiCorpus } from './tei/tei-corpus.domain.ts';
import { teiDocument } from './tei/tei-document.domain.ts';

export interface InterchangeRoutesDeps {
  readonly interchange: Interchange;
  readonly actorOf: (c: Context) => Actor;
  readonly scopeOf: (c: Context) => InterchangeScope;
}

// RFC 6129.
const TEI = 'application/tei+xml';

/** `/api/v1`: meetings in the forms in which archives exchange them. */
export function interchangeRoutes({ interchange, actorOf, scopeOf }: InterchangeRoutesDeps): Hono {
  const routes = new Hono();
  routes.get('/meetings/:slug/akn/:language', async (c) => {
    const { slug, language } = c.req.param();
    const { meeting, proceedings } = await interchange.proceedings(actorOf(c), slug, language, ProceedingsQuery.parse(c.req.query()).kind);
    tellPage(c, meeting.slug, language);
    return answer(c, akomaNtoso(scopeOf(c), meeting, proceedings), 'application/akn+xml');
  });
  routes.get('/meetings/:slug/tei/:language', async (c) => {
    const { slug, language } = c.req.param();
    const { kind, timeline } = TeiQuery.parse(c.req.query());
    const { meeting, proceedings } = await interchange.proceedings(actorOf(c), slug, language, kind);
    tellPage(c, meeting.slug, language);
    return answer(c, teiDocument(scopeOf(c), meeting, proceedings, await interchange.media(meeting.id), { timeline: timeline === 'yes' }), TEI);
  });
  routes.get('/bodies/:body/tei/:language', async (c) => {
    const { body, language } = c.req.param();
    return answer(c, teiCorpus(scopeOf(c), await interchange.corpus(actorOf(c), body, language)), TEI);
  });
  return routes;

  /** Where people read it (RFC 8288). */
  function tellPage(c: Context, slug: string, language: string): void {
    c.header('Link', `<${pageAddress(scopeOf(c), slug, language)}>; rel="alternate"; type="text/html"`);
  }
}

/** A document, to be asked for again each time and answered by "not changed" when it is the same; whoever shows a token keeps nothing. */
const answer = (c: Context, document: Xml, type: string): Response => c.body(documentText(document), 200, {
  'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': c.req.header('Authorization') === undefined ? 'no-cache' : 'private, no-store', 'Vary': 'Authorization',
});
