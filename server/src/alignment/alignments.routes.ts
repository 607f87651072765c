import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Actor } from '#access/index.ts';
import type { Alignments } from './alignments.service.ts';

/** What `POST /meetings/{slug}/alignments` takes. */
export const AlignmentRequest = z.strictObject({
  channel: z.string().min(1).max(100).describe('Key of the channel.'),
  file: z.string().min(1).max(300).describe('Name of the file, for people.'),
  text: z.string().min(1).describe('What stands in the file; times in it are not used.'),
  kind: z.enum(['captions', 'transcript']).default('transcript'),
  language: z.string().max(35).optional().describe('BCP 47; left out: that of the channel.'),
});

export interface AlignmentRoutesDeps {
  readonly alignments: Alignments;
  readonly actorOf: (c: Context) => Actor;
}

/** `/api/v1/meetings/{slug}/alignments`: texts laid along the sound of their channels. */
export function alignmentRoutes({ alignments, actorOf }: AlignmentRoutesDeps): Hono {
  const routes = new Hono();
  routes.get('/meetings/:slug/alignments', async (c) => c.json({ alignments: await alignments.of(actorOf(c), c.req.param('slug')) }));
  routes.post('/meetings/:slug/alignments', async (c) => {
    const { language, ...wish } = AlignmentRequest.parse(await c.req.json());
    return c.json(await alignments.ask(actorOf(c), c.req.param('slug'), { ...wish, ...(language !== undefined && { language }) }), 202);
  });
  return routes;
}
