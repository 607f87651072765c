import { Hono, type Context } from 'hono';
import type { Actor } from '#access/index.ts';
import { SearchQuery, SuggestionsQuery, toQuestion } from './search.schema.ts';
import type { Indexing } from './indexing.service.ts';
import type { Search } from './search.service.ts';

export interface SearchRoutesDeps {
  readonly search: Pick<Search, 'find' | 'complete'>;
  readonly indexing: Pick<Indexing, 'reindex'>;
  readonly actorOf: (c: Context) => Actor;
}

/** `/api/v1/search`: the moments at which something was said. */
export function searchRoutes({ search, indexing, actorOf }: SearchRoutesDeps): Hono {
  const routes = new Hono();
  routes.get('/search', async (c) => c.json(await search.find(actorOf(c), toQuestion(SearchQuery.parse(c.req.query())))));
  routes.get('/search/suggestions', async (c) => {
    const { q, lang, limit } = SuggestionsQuery.parse(c.req.query());
    return c.json({ suggestions: await search.complete(q, lang, limit) });
  });
  routes.post('/search/reindex', async (c) => c.json({ meetings: await indexing.reindex(actorOf(c)) }, 202));
  return routes;
}
