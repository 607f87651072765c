import { writeSrt, writeWebVtt } from '@openfloor/words';
import { Hono, type MiddlewareHandler } from 'hono';
import type { UiLanguage } from '#platform/i18n/index.ts';
import { ClipBody, ClipCaptionsQuery, ClipFileStateQuery, ClipTextQuery } from './clips.schema.ts';
import type { ClipMedia } from './clip-media.service.ts';
import type { Clips, ClipView } from './clips.service.ts';
import { addressOf, wishOf } from './file-address.ts';
import { presentClip } from './present-clip.ts';

export interface ClipRoutesDeps {
  readonly clips: Pick<Clips, 'view' | 'keep'>;
  readonly clipMedia: Pick<ClipMedia, 'file' | 'captions'>;
  /** The words of a clip with the reference to them, in a language of the pages. */
  readonly citeClip: (view: ClipView, language: UiLanguage, origin: string) => string;
  /** Refuses who keeps too many clips. */
  readonly limitKeeping: MiddlewareHandler;
  /** Refuses who has too many files made. */
  readonly limitMaking: MiddlewareHandler;
  readonly publicUrl: string | undefined;
}

/** `/api/v1/meetings/{slug}/clips` and `/api/v1/clips/{id}`: stretches of meetings with a permanent address, and what is made of them. */
export function clipRoutes({ clips, clipMedia, citeClip, limitKeeping, limitMaking, publicUrl }: ClipRoutesDeps): Hono {
  const routes = new Hono();
  routes.post('/meetings/:slug/clips', limitKeeping, async (c) => {
    const wish = ClipBody.parse(await c.req.json());
    return c.json(presentClip(await clips.keep(c.req.param('slug'), wish)));
  });

  routes.get('/clips/:id', async (c) => c.json(presentClip(await clips.view(c.req.param('id')))));

  routes.get('/clips/:id/file', async (c) => {
    const { form, ...query } = ClipFileStateQuery.parse(c.req.query());
    const id = c.req.param('id');
    const file = await clipMedia.file(id, wishOf(form, query), async () => { await limitMaking(c, async () => undefined); });
    c.header('Cache-Control', 'no-store');
    if (file.state === 'making') return c.json({ state: file.state, done: file.done, address: null, problem: null }, 202, { 'Retry-After': '1' });
    return c.json({ state: file.state, done: file.state === 'ready' ? 1 : 0, address: file.state === 'ready' ? addressOf(id, form, query) : null, problem: file.state === 'failed' ? file.problem : null });
  });

  routes.get('/clips/:id/captions/:channel', async (c) => {
    const { id, channel } = c.req.param();
    const { format } = ClipCaptionsQuery.parse(c.req.query());
    const { language, cues } = await clipMedia.captions(id, channel);
    const [type, body] = format === 'vtt' ? ['text/vtt; charset=utf-8', writeWebVtt(cues, { language })] : ['application/x-subrip; charset=utf-8', writeSrt(cues)];
    return c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache', 'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(`${id}-${channel}.${format}`)}` });
  });

  routes.get('/clips/:id/text', async (c) => {
    const { lang } = ClipTextQuery.parse(c.req.query());
    const view = await clips.view(c.req.param('id'));
    return c.text(citeClip(view, lang, publicUrl ?? new URL(c.req.url).origin), 200, { 'Cache-Control': 'no-cache' });
  });
  return routes;
}
