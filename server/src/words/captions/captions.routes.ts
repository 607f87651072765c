import { Hono, type MiddlewareHandler } from 'hono';
import { publicActor } from '#access/index.ts';
import type { Meetings } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { answerCache, openToAll } from '#platform/http/index.ts';
import type { Captions } from './captions.service.ts';

export interface CaptionRoutesDeps {
  readonly captions: Pick<Captions, 'playlist' | 'segment'>;
  readonly meetings: Pick<Meetings, 'get'>;
  /** Changes whenever words may have changed: answers are kept until it does. */
  readonly version?: () => Promise<string>;
  /** Refuses who asks too often. */
  readonly limit?: MiddlewareHandler;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const KEPT_BYTES = 16 * 1024 * 1024;
// An hour: the address names the words, but a meeting that is withdrawn has to be gone from caches soon.
const AN_HOUR_S = 3600;

/** `/media/{meeting}/captions/…`: the words of each channel as HLS subtitles, made when asked for. */
export function captionRoutes({ captions, meetings, version, limit }: CaptionRoutesDeps): Hono {
  const routes = new Hono();
  const paths = '/:meeting/captions/*';
  routes.use(paths, openToAll({ methods: ['GET', 'HEAD'], sends: ['If-None-Match'], reads: ['ETag', 'Retry-After'] }));
  if (limit) routes.use(paths, limit);
  if (version) routes.use(paths, answerCache({ version, maxBytes: KEPT_BYTES }));

  routes.get('/:meeting/captions/:playlist{.+\\.m3u8}', async (c) => {
    const meetingId = await publicMeeting(c.req.param('meeting'));
    const text = await captions.playlist(meetingId, c.req.param('playlist').slice(0, -'.m3u8'.length));
    return c.body(text, 200, { 'Content-Type': 'application/vnd.apple.mpegurl', 'Cache-Control': 'no-cache' });
  });

  routes.get('/:meeting/captions/:track/:tag/:segment{[0-9]+\\.vtt}', async (c) => {
    const meetingId = await publicMeeting(c.req.param('meeting'));
    const { track, tag, segment } = c.req.param();
    const { text, asAsked } = await captions.segment(meetingId, track, { tag, index: Number.parseInt(segment, 10) });
    return c.body(text, 200, { 'Content-Type': 'text/vtt; charset=utf-8', 'Cache-Control': asAsked ? `public, max-age=${AN_HOUR_S}` : 'no-cache' });
  });

  return routes;

  async function publicMeeting(id: string): Promise<string> {
    if (!UUID.test(id)) throw new AppError('not_found', { what: 'meeting', id });
    return (await meetings.get(publicActor(), id)).id;
  }
}
