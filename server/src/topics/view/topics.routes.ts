import { Hono } from 'hono';
import { AppError } from '#platform/errors/index.ts';
import type { TopicReader } from './topic-view.ports.ts';
import { TopicsQuery } from './topics.schema.ts';

/** `/api/v1/topics`: what is spoken about. */
export function topicRoutes({ topics }: { readonly topics: TopicReader }): Hono {
  const routes = new Hono();
  routes.get('/topics', async (c) => {
    const { q, limit } = TopicsQuery.parse(c.req.query());
    return c.json({ topics: q === undefined ? await topics.list(limit) : await topics.find(q, limit) });
  });

  routes.get('/topics/:slug', async (c) => {
    const slug = c.req.param('slug');
    const topic = await topics.topic(slug);
    if (!topic) throw new AppError('not_found', { what: 'topic', id: slug });
    return c.json({ ...topic, together: await topics.together(slug) });
  });
  return routes;
}
