import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import { stream } from 'hono/streaming';
import type { Actor } from '#access/index.ts';
import { publicActor } from '#access/index.ts';
import { ArchiveQuery } from '../interchange.schema.ts';
import type { InterchangeScope } from '../scope.domain.ts';
import type { ArchiveLines } from './archive-lines.service.ts';

export interface ArchiveRoutesDeps {
  readonly archiveLines: ArchiveLines;
  readonly actorOf: (c: Context) => Actor;
  readonly scopeOf: (c: Context) => InterchangeScope;
}

/** `/api/v1/archive.jsonl`: everything there is, with all words, as one stream. */
export function archiveRoutes({ archiveLines, actorOf, scopeOf }: ArchiveRoutesDeps): Hono {
  const routes = new Hono();
  routes.get('/archive.jsonl', compress({ contentTypeFilter: /^application\/jsonl\b/ }), async (c) => {
    const { updated_since: updatedSince, cursor, body, public: asPublic } = ArchiveQuery.parse(c.req.query());
    const all = archiveLines.lines(asPublic === undefined ? actorOf(c) : publicActor(), scopeOf(c).origin, {
      ...(updatedSince !== undefined && { updatedSince }), ...(cursor !== undefined && { cursor }), ...(body !== undefined && { body }),
    });
    // The head and what comes first are fetched before the answer begins: what fails at once is told as an error, not as a short file.
    const head = await all.next();
    let next = await all.next();
    c.header('Content-Type', 'application/jsonl; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="openfloor-archive.jsonl"');
    c.header('Cache-Control', c.req.header('Authorization') === undefined ? 'no-cache' : 'private, no-store');
    c.header('Vary', 'Authorization', { append: true });
    return stream(c, async (out) => {
      // Closes the walk through the database when the reader goes.
      out.onAbort(() => { void all.return(undefined); });
      await out.write(`${JSON.stringify(head.value)}\n`);
      for (; next.done !== true; next = await all.next()) await out.write(`${JSON.stringify(next.value)}\n`);
    });
  });
  return routes;
}
