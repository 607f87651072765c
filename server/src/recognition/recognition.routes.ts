import { Hono, type Context } from 'hono';
import type { Actor } from '#access/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { RecognitionRequest } from './recognition.schema.ts';
import type { Recognitions } from './recognitions.service.ts';

export interface RecognitionRoutesDeps {
  readonly recognitions: Pick<Recognitions, 'ask' | 'of' | 'stop'>;
  readonly actorOf: (c: Context) => Actor;
}

/** `/api/v1/meetings/{slug}/recognitions`: what the operator's models write down of a meeting, and how far they are. */
export function recognitionRoutes({ recognitions, actorOf }: RecognitionRoutesDeps): Hono {
  const routes = new Hono();
  routes.get('/meetings/:slug/recognitions', async (c) => c.json({ recognitions: await recognitions.of(actorOf(c), c.req.param('slug')) }));
  routes.post('/meetings/:slug/recognitions', async (c) => {
    const wish = RecognitionRequest.parse(await c.req.json().catch(() => { throw new AppError('bad_request', { problem: 'the body is not JSON' }); }));
    return c.json(await recognitions.ask(actorOf(c), c.req.param('slug'), wish), 202);
  });
  routes.delete('/meetings/:slug/recognitions/:channel', async (c) => c.json(await recognitions.stop(actorOf(c), c.req.param('slug'), c.req.param('channel'))));
  return routes;
}
