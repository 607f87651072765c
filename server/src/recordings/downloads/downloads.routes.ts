import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { UI_LANGUAGES } from '#platform/i18n/index.ts';
import { serveBlob } from '#platform/http/index.ts';
import type { LocalBlobStore } from '#platform/blobs/index.ts';
import { meetingId } from '../id-in-path.ts';
import type { Artworks } from './artwork.service.ts';
import type { Downloads } from './downloads.service.ts';

const Query = z.object({
  /** A channel's key; left out, or `all`: every channel. */
  ch: z.string().max(100).optional(),
  /** Height of the picture, as `720p`; left out: the best there is. */
  picture: z.string().max(20).optional(),
  /** `voice`: the small sound for slow lines. */
  sound: z.enum(['sound', 'voice']).default('sound'),
});

export interface DownloadRoutesDeps {
  readonly downloads: Downloads;
  readonly artworks: Artworks;
  /** Where what was made lies. */
  readonly store: LocalBlobStore;
  readonly byNginx: boolean;
}

/**
 * `/media/{meeting}/download.mp4` and `.m4a`: a whole meeting as one file, in one language or in all; `card-{language}.jpg`:
 * its picture for links; `/media/artwork/{language}-{spoken}.jpg`: the picture of a podcast.
 */
export function downloadRoutes({ downloads, artworks, store, byNginx }: DownloadRoutesDeps): Hono {
  const routes = new Hono();
  const sendPicture = (c: Context, key: string) => serveBlob(c, store, key, { type: 'image/jpeg', immutable: false, version: key, ...(byNginx && { sentBy: `/_openfloor/cache/${key}` }) });
  for (const form of ['mp4', 'm4a'] as const) {
    routes.get(`/:meeting/download.${form}`, async (c) => {
      const meeting = meetingId(c.req.param('meeting'));
      const { ch, picture, sound } = Query.parse(c.req.query());
      const file = await downloads.file(meeting, { form, channel: ch === undefined || ch === 'all' ? null : ch, rung: picture ?? null, sound });
      return serveBlob(c, store, file.key, { type: file.type, immutable: false, version: file.key, downloadName: file.name, ...(byNginx && { sentBy: `/_openfloor/cache/${file.key}` }) });
    });
  }
  for (const language of UI_LANGUAGES) {
    routes.get(`/:meeting/card-${language}.jpg`, async (c) => {
      const meeting = meetingId(c.req.param('meeting'));
      return sendPicture(c, await downloads.card(meeting, language));
    });
    // Not in three parts: so are the files of recordings.
    for (const path of [`/artwork/:file{${language}-[A-Za-z0-9-]+\\.jpg}`, `/artwork/bodies/:body/:file{${language}-[A-Za-z0-9-]+\\.jpg}`]) {
      routes.get(path, async (c) => {
        const spoken = (c.req.param('file') ?? '').slice(`${language}-`.length, -'.jpg'.length);
        return sendPicture(c, await artworks.picture({ language, spoken, body: c.req.param('body') ?? null }));
      });
    }
  }
  return routes;
}
