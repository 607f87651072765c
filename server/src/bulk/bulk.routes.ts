import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import { stream } from 'hono/streaming';
import type { Actor } from '#access/index.ts';
import { ChangesQuery, ExportQuery } from './bulk.schema.ts';
import type { Bulk } from './bulk.service.ts';
import { csvHead, csvLine } from './table.domain.ts';

export interface BulkRoutesDeps {
  readonly bulk: Bulk<object>;
  readonly actorOf: (c: Context) => Actor;
}

type Meeting = Parameters<typeof csvLine>[0];

/** How a list of meetings is written: what goes before, each meeting, what goes after. */
interface Writing {
  readonly type: string;
  readonly head: string;
  readonly each: (meeting: Meeting, n: number) => string;
  readonly foot: string;
}

const WRITINGS: Readonly<Record<'json' | 'jsonl' | 'csv', Writing>> = {
  json: { type: 'application/json', head: '{"meetings":[', each: (meeting, n) => `${n === 0 ? '' : ','}\n${JSON.stringify(meeting)}`, foot: '\n]}\n' },
  jsonl: { type: 'application/jsonl; charset=utf-8', head: '', each: (meeting) => `${JSON.stringify(meeting)}\n`, foot: '' },
  csv: { type: 'text/csv; charset=utf-8; header=present', head: csvHead(), each: csvLine, foot: '' },
};

/** `/api/v1`: everything there is, as pages of changes and as one file. */
export function bulkRoutes({ bulk, actorOf }: BulkRoutesDeps): Hono {
  const routes = new Hono();
  routes.get('/changes', async (c) => {
    const { updated_since: updatedSince, cursor, limit } = ChangesQuery.parse(c.req.query());
    return c.json(await bulk.page(actorOf(c), {
      ...(updatedSince !== undefined && { updatedSince }), ...(cursor !== undefined && { cursor }), ...(limit !== undefined && { limit }),
    }));
  });
  for (const form of ['json', 'jsonl', 'csv'] as const) {
    const { type, head, each, foot } = WRITINGS[form];
    routes.get(`/export.${form}`, compress({ contentTypeFilter: /^(text\/csv|application\/jsonl?)\b/ }), async (c) => {
      const { updated_since: since } = ExportQuery.parse(c.req.query());
      const all = bulk.everything(actorOf(c), since);
      // The first one is fetched before the answer begins: what fails at once is told as an error, not as a short file.
      let next = await all.next();
      c.header('Content-Type', type);
      c.header('Content-Disposition', `attachment; filename="openfloor-meetings.${form}"`);
      c.header('Cache-Control', c.req.header('Authorization') === undefined ? 'no-cache' : 'private, no-store');
      c.header('Vary', 'Authorization', { append: true });
      return stream(c, async (out) => {
        // Closes the walk through the database when the reader goes.
        out.onAbort(() => { void all.return(undefined); });
        await out.write(head);
        for (let n = 0; next.done !== true; n += 1) {
          await out.write(each(next.value, n));
          next = await all.next();
        }
        await out.write(foot);
      });
    });
  }
  return routes;
}
