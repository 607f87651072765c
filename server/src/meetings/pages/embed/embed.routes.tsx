import { loadMessages } from '@openfloor/player';
import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { publicActor } from '#access/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { embedHeaders, openToAll } from '#platform/http/index.ts';
import { dirOf, isUiLanguage, negotiate, type UiLanguage } from '#platform/i18n/index.ts';
import { documentOf, messages, type Page, type Site } from '#web/index.ts';
import type { Meetings } from '../../meetings.ports.ts';
import type { MediaSource } from '../media.ports.ts';
import { clipMeeting } from '../clip/clip.pages.tsx';
import type { ClipSource } from '../clip/clips.ports.ts';
import { viewMeeting, type MeetingView } from '../meeting-view.ts';
import type { WordsSource } from '../words.ports.ts';
import { EmbedPage } from './embed-page.tsx';
import { OembedQuery, oembedOf, oembedXml, readAddress } from './oembed.ts';

export interface EmbedRoutesDeps {
  readonly site: Site;
  readonly meetings: Pick<Meetings, 'get' | 'resolveSlug'>;
  readonly media: MediaSource;
  readonly words: Pick<WordsSource, 'captionsOf' | 'channelsWithTexts'>;
  readonly clips: Pick<ClipSource, 'view'>;
}

/** `/embed/{slug}` for frames on other sites, and `/oembed`, which tells their programs how to write one. */
export function embedRoutes({ site, meetings, media, words, clips }: EmbedRoutesDeps): Hono {
  const routes = new Hono();
  const actor = publicActor();
  const originOf = (c: Context): string => site.publicUrl ?? new URL(c.req.url).origin;

  const pageFor = (c: Context): Page => {
    const asked = new URL(c.req.url);
    const wish = c.req.query('lang') ?? '';
    const language: UiLanguage = isUiLanguage(wish) ? wish : negotiate(c.req.header('Accept-Language'));
    return { site, language, dir: dirOf(language), words: messages(language), address: new URL(asked.pathname + asked.search, originOf(c)) };
  };
  const send = async (c: Context, view: MeetingView, clip?: string): Promise<Response> => {
    c.header('Cache-Control', 'no-cache');
    c.header('Vary', 'Accept-Language', { append: true });
    return c.html(documentOf(<EmbedPage view={view} player={await loadMessages(view.page.language)} {...(clip !== undefined && { clip })} />));
  };

  routes.get('/embed/clips/:id', embedHeaders, compress(), etag({ weak: true }), async (c) => {
    const id = c.req.param('id');
    const view = await clipMeeting({ media, words }, pageFor(c), await clips.view(id));
    return send(c, view, id);
  });

  routes.get('/embed/:slug', embedHeaders, compress(), etag({ weak: true }), async (c) => {
    const slug = c.req.param('slug');
    const found = await meetings.resolveSlug(slug);
    if (!found) throw new AppError('meeting_not_found', { id: slug });
    const asked = new URL(c.req.url);
    if (found.moved) return c.redirect(`/embed/${encodeURIComponent(found.slug)}${asked.search}`, 301);
    const meeting = await meetings.get(actor, found.slug);
    const [recording, captions] = await Promise.all([media.forMeeting(meeting.id), words.captionsOf(meeting.id)]);
    return send(c, viewMeeting(pageFor(c), meeting, recording, { captions }));
  });

  routes.get('/oembed', openToAll({ methods: ['GET'] }), async (c) => {
    const { url, maxwidth, maxheight, format } = OembedQuery.parse(c.req.query());
    const origin = originOf(c);
    const named = readAddress(url, origin);
    const meeting = named.clip === null ? await meetings.get(actor, named.slug) : (await clips.view(named.clip)).meeting;
    const recording = await media.forMeeting(meeting.id);
    const answer = oembedOf(meeting, named, {
      origin, provider: messages(named.language ?? 'en').site.name, picture: recording?.poster ?? null, maxWidth: maxwidth, maxHeight: maxheight,
    });
    c.header('Cache-Control', 'public, max-age=300');
    return format === 'xml' ? c.body(oembedXml(answer), 200, { 'Content-Type': 'text/xml; charset=utf-8' }) : c.json(answer, 200, { 'Content-Type': 'application/json' });
  });
  return routes;
}
