import { Hono, type Context } from 'hono';
import type { Actor } from '#access/index.ts';
import type { Meetings } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { Lags } from './lag.service.ts';

export interface LagRoutesDeps {
  readonly lags: Pick<Lags, 'of' | 'forChannel'>;
  readonly meetings: Pick<Meetings, 'get'>;
  readonly actorOf: (c: Context) => Actor;
}

/** `/api/v1/meetings/{slug}/lag`: how far each interpretation channel is behind the floor. */
export function lagRoutes({ lags, meetings, actorOf }: LagRoutesDeps): Hono {
  const routes = new Hono();
  routes.get('/meetings/:slug/lag', async (c) => {
    const meeting = await meetings.get(actorOf(c), c.req.param('slug'));
    return c.json({ channels: await lags.of(meeting.id) });
  });

  routes.get('/meetings/:slug/lag/:channel', async (c) => {
    const { slug, channel } = c.req.param();
    const meeting = await meetings.get(actorOf(c), slug);
    const lag = await lags.forChannel(meeting.id, channel);
    if (!lag) throw new AppError('not_found', { what: 'lag', id: channel });
    return c.json(lag);
  });
  return routes;
}
