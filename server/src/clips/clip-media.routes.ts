import { Hono, type MiddlewareHandler } from 'hono';
import type { LocalBlobStore } from '#platform/blobs/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { openToAll, serveBlob } from '#platform/http/index.ts';
import { ClipFileQuery } from './clips.schema.ts';
import type { ClipMedia } from './clip-media.service.ts';
import { wishOf } from './file-address.ts';

export interface ClipMediaRoutesDeps {
  readonly clipMedia: Pick<ClipMedia, 'file'>;
  /** Where what was made lies. */
  readonly store: LocalBlobStore;
  /** True where an nginx in front sends the bytes. */
  readonly byNginx?: boolean;
  readonly limit: MiddlewareHandler;
  readonly limitMaking: MiddlewareHandler;
}

/** `/media/clips/{id}.mp4` and `.m4a`: a clip as one file. With burnt-in captions it takes about as long as it is: until then the answer is 202, and how far it is. */
export function clipMediaRoutes({ clipMedia, store, byNginx, limit, limitMaking }: ClipMediaRoutesDeps): Hono {
  const routes = new Hono();
  routes.get('/clips/:file{[a-z0-9]+\\.(?:mp4|m4a)}', openToAll({ methods: ['GET', 'HEAD'], sends: ['Range', 'If-Range', 'If-None-Match'], reads: ['Content-Length', 'Content-Range', 'ETag', 'Accept-Ranges', 'Retry-After'] }), limit, async (c) => {
    const [id = '', ending] = c.req.param('file').split('.');
    const form = ending === 'm4a' ? 'm4a' : 'mp4';
    const made = await clipMedia.file(id, wishOf(form, ClipFileQuery.parse(c.req.query())), async () => { await limitMaking(c, async () => undefined); });
    if (made.state === 'failed') throw new AppError('media_failed', { why: made.problem });
    if (made.state === 'making') return c.json({ state: made.state, done: made.done }, 202, { 'Retry-After': '1', 'Cache-Control': 'no-store' });
    const { key, type } = made.file;
    return serveBlob(c, store, key, { type, immutable: false, version: key, downloadName: made.name, ...(byNginx === true && { sentBy: `/_openfloor/clips/${key}` }) });
  });
  return routes;
}
