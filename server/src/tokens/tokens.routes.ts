import { Hono, type Context } from 'hono';
import type { Actor } from '#access/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { CreateTokenBody } from './tokens.schema.ts';
import type { Tokens } from './tokens.service.ts';

/** `/api/v1/tokens`: made, listed and revoked by whoever runs the server. */
export function tokenRoutes({ tokens, actorOf }: { readonly tokens: Tokens; readonly actorOf: (c: Context) => Actor }): Hono {
  const routes = new Hono();
  routes.get('/tokens', async (c) => c.json({ tokens: await tokens.list(actorOf(c)) }));
  routes.post('/tokens', async (c) => {
    const body: unknown = await c.req.json().catch(() => { throw new AppError('bad_request', { problem: 'the body is not JSON' }); });
    c.header('Cache-Control', 'no-store');
    return c.json(await tokens.create(actorOf(c), CreateTokenBody.parse(body).name));
  });
  routes.delete('/tokens/:name', async (c) => c.json(await tokens.revoke(actorOf(c), c.req.param('name'))));
  return routes;
}
