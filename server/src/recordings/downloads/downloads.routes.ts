import { Hono } from 'hono';
import { z } from 'zod';
import { UI_LANGUAGES } from '#platform/i18n/index.ts';
import { serveBlob } from '#platform/http/index.ts';
import type { LocalBlobStore } from '#platform/blobs/index.ts';
import { meetingId } from '../id-in-path.ts';
import type { Downloads } from './downloads.service.ts';

const Query = z.object({
  /** A channel's key; left out, or `all`: every channel. */
  ch: z.string().max(100).optional(),
  /** Height of the picture, as `720p`; left out: the best there is. */
  picture: z.string().max(20).optional(),
});

/** `/media/{meeting}/download.mp4` and `.m4a`: a whole meeting as one file, in one language or in all; `card-{language}.jpg`: its picture for links. */
export function downloadRoutes({ downloads, store, byNginx }: { readonly downloads: Downloads; readonly store: LocalBlobStore; readonly byNginx: boolean }): Hono {
  const routes = new Hono();
  for (const form of ['mp4', 'm4a'] as const) {
    routes.get(`/:meeting/download.${form}`, async (c) => {
      const meeting = meetingId(c.req.param('meeting'));
      const { ch, picture } = Query.parse(c.req.query());
      const file = await downloads.file(meeting, { form, channel: ch === undefined || ch === 'all' ? null : ch, rung: picture ?? null });
      return serveBlob(c, store, file.key, { type: file.type, immutable: false, version: file.key, downloadName: file.name, ...(byNginx && { sentBy: `/_openfloor/cache/${file.key}` }) });
    });
  }
  for (const language of UI_LANGUAGES) {
    routes.get(`/:meeting/card-${language}.jpg`, async (c) => {
      const meeting = meetingId(c.req.param('meeting'));
      const key = await downloads.card(meeting, language);
      return serveBlob(c, store, key, { type: 'image/jpeg', immutable: false, version: key, ...(byNginx && { sentBy: `/_openfloor/cache/${key}` }) });
    });
  }
  return routes;
}
