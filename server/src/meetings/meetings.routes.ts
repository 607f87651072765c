import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Actor } from '#access/index.ts';
import { isDay } from './day.domain.ts';
import type { MeetingDetail } from './meeting-detail.domain.ts';
import { MEETING_STATES } from './meetings.domain.ts';
import type { Meetings } from './meetings.ports.ts';

export interface MeetingRoutesDeps {
  readonly meetings: Meetings;
  /** What there is to hear and see of a meeting; null where there is nothing yet. */
  readonly media: (meetingId: string) => Promise<object | null>;
  /** What caches have to forget of a meeting that is withdrawn. */
  readonly purge: (meeting: MeetingDetail) => Promise<object>;
  readonly actorOf: (c: Context) => Actor;
}

const day = z.iso.date().refine(isDay, { error: 'must be a day of the calendar, such as 2026-03-12' });

/** What `GET /api/v1/meetings` can be asked. */
export const ListQuery = z.object({
  body: z.string().max(200).optional(),
  category: z.string().max(500).optional(),
  state: z.enum(MEETING_STATES).optional(),
  before: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  q: z.string().max(500).optional().describe('Words that must all be found in titles, descriptions, symbols or names, in any language.'),
  series: z.string().max(200).optional(),
  topic: z.string().max(200).optional(),
  speaker: z.string().max(200).optional().describe('Who took the floor.'),
  language: z.string().max(35).optional().describe('Can be heard: in a channel, or on the floor. A language takes in its variants.'),
  from: day.optional().describe('First day, each meeting by the calendar of its place.'),
  to: day.optional().describe('Last day.'),
  order: z.enum(['newest', 'oldest', 'relevance', 'soonest']).optional().describe('Relevance goes by the words of q: symbol and title first, then who speaks, what it belongs to, the description. The soonest first comes without a next page.'),
});

/** `/api/v1`: the catalogue. */
export function meetingRoutes({ meetings, media, purge, actorOf }: MeetingRoutesDeps): Hono {
  const routes = new Hono();
  routes.get('/meetings', async (c) => {
    const asked = ListQuery.parse(c.req.query());
    // Left out and undefined differ for the service.
    const filter = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    return c.json(await meetings.list(actorOf(c), filter));
  });
  routes.get('/meetings/:slug', async (c) => {
    const meeting = await meetings.get(actorOf(c), c.req.param('slug'));
    return c.json({ ...meeting, media: await media(meeting.id) });
  });
  routes.post('/meetings/:slug/withdraw', async (c) => {
    const { id, slug, state, version } = await meetings.withdraw(actorOf(c), c.req.param('slug'));
    return c.json({ id, slug, state, version, purge: await purge(await meetings.get(actorOf(c), id)) });
  });
  routes.post('/meetings/:slug/republish', async (c) => {
    const { id, slug, state, version } = await meetings.republish(actorOf(c), c.req.param('slug'));
    return c.json({ id, slug, state, version });
  });
  routes.get('/bodies', async (c) => c.json({ bodies: await meetings.listBodies() }));
  routes.get('/categories', async (c) => c.json({ categories: await meetings.listCategories() }));
  return routes;
}
