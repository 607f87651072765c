import { Hono, type Context } from 'hono';
import type { Actor } from '#access/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { Tagging } from './tagging.service.ts';
import { TagDecisions } from './tags.schema.ts';

export interface TagRoutesDeps {
  readonly tagging: Tagging;
  /** The catalogue, as far as it is needed: who may see the meeting. Throws `meeting_not_found`. */
  readonly meetings: { get(actor: Actor, slug: string): Promise<{ readonly id: string }> };
  readonly actorOf: (c: Context) => Actor;
}

/** `/api/v1/meetings/{slug}/topics`: the topics of a meeting's moments, and what people decide about them. */
export function tagRoutes({ tagging, meetings, actorOf }: TagRoutesDeps): Hono {
  const routes = new Hono();
  routes.get('/meetings/:slug/topics', async (c) => {
    const { id } = await meetings.get(actorOf(c), c.req.param('slug'));
    return c.json({ tags: await tagging.review(actorOf(c), id) });
  });

  routes.post('/meetings/:slug/topics', async (c) => {
    const { id } = await meetings.get(actorOf(c), c.req.param('slug'));
    const body: unknown = await c.req.json().catch(() => { throw new AppError('bad_request', { problem: 'the body is not JSON' }); });
    await tagging.decide(actorOf(c), id, TagDecisions.parse(body).decisions);
    return c.json({ tags: await tagging.review(actorOf(c), id) });
  });
  return routes;
}
