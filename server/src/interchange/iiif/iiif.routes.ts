import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { publicActor } from '#access/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { answerCache, openToAll } from '#platform/http/index.ts';
import type { Interchange } from '../interchange.service.ts';
import { ProceedingsQuery } from '../interchange.schema.ts';
import type { InterchangeScope } from '../scope.domain.ts';
import { iiifCollection } from './iiif-collection.domain.ts';
import { iiifManifest, IIIF_CONTEXT } from './iiif-manifest.domain.ts';
import { iiifSentences } from './iiif-sentences.domain.ts';

export interface IiifRoutesDeps {
  readonly interchange: Interchange;
  readonly scopeOf: (c: Context) => InterchangeScope;
  /** Changes whenever an answer may have changed: then answers are kept until it does. */
  readonly version?: () => Promise<string>;
}

// Presentation API 3.0, section 6.3.
const TYPE = `application/ld+json;profile="${IIIF_CONTEXT}"`;
const actor = publicActor();

/** `/iiif`: recordings for the viewers of libraries and archives. */
export function iiifRoutes({ interchange, scopeOf, version }: IiifRoutesDeps): Hono {
  const routes = new Hono();
  const cached: MiddlewareHandler = version ? answerCache({ version }) : (_c, next) => next();
  routes.use('/iiif/*', openToAll({ methods: ['GET', 'HEAD'], sends: ['If-None-Match'], reads: ['ETag'] }), cached);
  const answer = (c: Context, resource: object): Response => c.body(JSON.stringify(resource), 200, { 'Content-Type': TYPE, 'Cache-Control': 'no-cache' });

  routes.get('/iiif/collection.json', async (c) => answer(c, iiifCollection(scopeOf(c), await interchange.collection(actor, null))));
  routes.get('/iiif/bodies/:body/collection.json', async (c) => answer(c, iiifCollection(scopeOf(c), await interchange.collection(actor, c.req.param('body')))));
  routes.get('/iiif/meetings/:meeting/manifest.json', async (c) => answer(c, iiifManifest(scopeOf(c), await interchange.playable(actor, c.req.param('meeting')))));
  routes.get('/iiif/meetings/:meeting/texts/:channel/:kind/:file{[A-Za-z0-9-]+\\.json}', async (c) => {
    const { meeting: id, channel, kind, file } = c.req.param();
    const known = ProceedingsQuery.safeParse({ kind });
    if (known.data?.kind === undefined) throw new AppError('not_found', { what: 'text', id: kind });
    const { meeting, text } = await interchange.text(actor, id, { channel, kind: known.data.kind, language: file.slice(0, -'.json'.length) });
    return answer(c, iiifSentences(scopeOf(c), meeting, text));
  });
  return routes;
}
