import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { publicActor, type Actor } from '#access/index.ts';
import type { Meetings } from '#meetings/index.ts';
import type { BlobStore } from '#platform/blobs/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { answerCache, openToAll, serveBlob, TextBlobs } from '#platform/http/index.ts';
import { meetingId, recordingId } from './id-in-path.ts';
import { multivariantOf, type ListedCaptions } from './packaging/multivariant.ts';
import type { Recordings } from './recordings.service.ts';

/** Where the multivariant playlist learns which channels have words. */
export interface CaptionSource {
  of(meetingId: string): Promise<readonly ListedCaptions[]>;
}

export interface MediaRoutesDeps {
  readonly recordings: Pick<Recordings, 'renditionsOf'>;
  readonly blobs: BlobStore;
  readonly meetings: Pick<Meetings, 'get'>;
  readonly captions: CaptionSource;
  /** Changes whenever a playlist may have changed: then it is kept until it does. */
  readonly version?: () => Promise<string>;
  /** Refuses who asks too often. */
  readonly limit?: MiddlewareHandler;
  /** True where an nginx in front sends the bytes. */
  readonly byNginx?: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  m3u8: 'application/vnd.apple.mpegurl', mp4: 'video/mp4', jpg: 'image/jpeg', vtt: 'text/vtt; charset=utf-8',
};
const TEXT = /\.(m3u8|vtt)$/;
const SOUND = /^(sound|voice)-[^/]*\.mp4$/;
/** How long an answer about a meeting being public is taken for true: a withdrawal shows within this time. */
const TRUST_MS = 5000;

/** `/media/{meeting}/…`: the multivariant playlist, made when asked for, and the files of the renditions. */
export function mediaRoutes(deps: MediaRoutesDeps): Hono {
  const routes = new Hono();
  const isPublic = rememberPublic(deps.meetings);
  const texts = new TextBlobs({ store: deps.blobs });

  // Media may be played by any site; the public address of a file is its own permission.
  routes.use(openToAll({ methods: ['GET', 'HEAD'], sends: ['Range', 'If-Range', 'If-None-Match'], reads: ['Content-Length', 'Content-Range', 'ETag', 'Accept-Ranges', 'Retry-After'] }));
  if (deps.limit) routes.use(deps.limit);

  // Asked for at the moment when a player learns that there is more: then the version of half a second ago won't do.
  if (deps.version) routes.use('/:meeting/master.m3u8', answerCache({ version: deps.version }));
  routes.get('/:meeting/master.m3u8', async (c) => {
    const meeting = await deps.meetings.get(publicActor(), meetingId(c.req.param('meeting')));
    const [renditions, captions] = await Promise.all([deps.recordings.renditionsOf(meeting.id), deps.captions.of(meeting.id)]);
    const heard = onlyAsked(meeting.channels, c.req.query('ch'));
    return c.body(multivariantOf({ ...meeting, captions, renditions, heard }), 200, { 'Content-Type': TYPES['m3u8'] ?? '', 'Cache-Control': 'no-cache' });
  });

  routes.get('/:meeting/:recording/:name', async (c) => {
    const { meeting, recording, name } = c.req.param();
    await isPublic(publicActor(), meetingId(meeting));
    const type = SOUND.test(name) ? 'audio/mp4' : TYPES[name.slice(name.lastIndexOf('.') + 1)];
    // Sources and measurements lie beside the renditions and are nobody's to fetch.
    if (type === undefined || name.startsWith('source-')) throw new AppError('not_found', { what: 'file', id: name });
    const key = `media/${meeting}/${recordingId(recording)}/${name}`;
    // Also behind nginx: it would compress them anew for each reader.
    if (TEXT.test(name)) return texts.serve(c, key, { type, ...download(c, name) });
    return serveBlob(c, deps.blobs, key, { type, immutable: true, ...download(c, name), ...(deps.byNginx === true && { sentBy: `/_openfloor/${key}` }) });
  });
  return routes;
}

/** With `?ch=` one channel alone, for browsers and screens that play the first sound and offer no choice. */
function onlyAsked<C extends { readonly key: string }>(channels: readonly C[], key: string | undefined): readonly C[] {
  const asked = channels.filter((channel) => channel.key === key);
  return asked.length > 0 ? asked : channels;
}

function download(c: Context, name: string): { readonly downloadName?: string } {
  return c.req.query('download') === undefined ? {} : { downloadName: name };
}

/** Asks the catalogue once in a while instead of for each of a player's many requests. */
function rememberPublic(meetings: Pick<Meetings, 'get'>): (actor: Actor, id: string) => Promise<void> {
  const seen = new Map<string, number>();
  return async (actor, id) => {
    const now = performance.now();
    if (now - (seen.get(id) ?? -Infinity) < TRUST_MS) return;
    seen.delete(id);
    await meetings.get(actor, id);
    if (seen.size > 1000) seen.clear();
    seen.set(id, now);
  };
}
