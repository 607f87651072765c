import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import type { InterchangeScope } from '../scope.domain.ts';
import type { Oai } from './oai.service.ts';

export interface OaiRoutesDeps {
  readonly oai: Oai;
  readonly scopeOf: (c: Context) => InterchangeScope;
  /** Whom to write to; else the webmaster of the host. */
  readonly contact: string | undefined;
}

// The oai-identifier guidelines want a domain name with a dot, which a machine without a name doesn't have.
const DOMAIN = /^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+$/i;
/** In bytes: a request is a few arguments. */
const LONGEST_REQUEST = 16 * 1024;
const NAMELESS = 'openfloor.localhost';

/** `/oai`: the archive for harvesters, by GET and POST. */
export function oaiRoutes({ oai, scopeOf, contact }: OaiRoutesDeps): Hono {
  const routes = new Hono();
  const answer = async (c: Context, query: URLSearchParams): Promise<Response> => {
    const scope = scopeOf(c);
    const { hostname } = new URL(scope.origin);
    const namespace = DOMAIN.test(hostname) ? hostname : NAMELESS;
    const repository = { name: scope.site, baseUrl: `${scope.origin}/oai`, email: contact ?? `webmaster@${namespace}`, namespace };
    return c.body(await oai.answer(scope, repository, query), 200, { 'Content-Type': 'text/xml; charset=utf-8', 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' });
  };
  routes.use('/oai', compress());
  routes.get('/oai', (c) => answer(c, new URL(c.req.url).searchParams));
  routes.post('/oai', bodyLimit({ maxSize: LONGEST_REQUEST }), async (c) => answer(c, new URLSearchParams(await c.req.text())));
  return routes;
}
