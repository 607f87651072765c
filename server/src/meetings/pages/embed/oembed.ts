import { z } from 'zod';
import { AppError } from '#platform/errors/index.ts';
import { isUiLanguage, pick, type UiLanguage } from '#platform/i18n/index.ts';
import type { MeetingDetail } from '../../meeting-detail.domain.ts';

/** What a consumer asks (oembed.com, 2.2). */
export const OembedQuery = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  maxwidth: z.coerce.number().int().min(1).optional(),
  maxheight: z.coerce.number().int().min(1).optional(),
  format: z.enum(['json', 'xml']).default('json'),
});

/** A meeting or a clip that an address of ours names, with the moment and the channel in it. */
export interface Named {
  /** Of the meeting; empty for a clip. */
  readonly slug: string;
  /** Id of the clip; null for a meeting. */
  readonly clip: string | null;
  readonly language: UiLanguage | null;
  readonly query: URLSearchParams;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

const WIDTH = 960;
// The picture is 16:9; the title, the languages and the timeline stand beside it.
const AROUND = 240;
const A_DAY_S = 86_400;

/** Reads the address of the page of a meeting or a clip, or of its embed; throws `not_found` for any other. */
export function readAddress(text: string, origin: string): Named {
  const url = new URL(text);
  const match = /^(?:\/([a-z]{2}))?\/(?:(?:embed\/)?clips\/([a-z0-9]+)|(?:meetings|embed)\/([^/]+))\/?$/.exec(url.pathname);
  const [, tag, clip, slug = clip === undefined ? undefined : ''] = match ?? [];
  // The scheme is the proxy's affair: people copy http addresses of pages that are served by https.
  if (slug === undefined || url.host !== new URL(origin).host || (tag !== undefined && !isUiLanguage(tag))) throw new AppError('not_found', { what: 'meeting', id: text });
  const query = new URLSearchParams([...url.searchParams].filter(([name]) => name === 't' || name === 'ch' || name === 'cc' || name === 'lang'));
  return { slug: decodeURIComponent(slug), clip: clip ?? null, language: tag !== undefined && isUiLanguage(tag) ? tag : null, query };
}

/** The answer, as an object of strings and numbers. */
export function oembedOf(
  meeting: Pick<MeetingDetail, 'slug' | 'title' | 'body'>, named: Named,
  options: { readonly origin: string; readonly provider: string; readonly picture: string | null; readonly maxWidth?: number | undefined; readonly maxHeight?: number | undefined },
): Readonly<Record<string, string | number>> {
  const { origin, provider, picture, maxWidth = WIDTH, maxHeight } = options;
  const width = Math.min(WIDTH, maxWidth);
  const height = Math.min(Math.round((width * 9) / 16) + AROUND, maxHeight ?? Infinity);
  const language = named.language ?? 'en';
  const query = new URLSearchParams(named.query);
  if (named.language !== null) query.set('lang', named.language);
  const address = `${origin}/embed/${named.clip === null ? encodeURIComponent(meeting.slug) : `clips/${named.clip}`}${query.size > 0 ? `?${query.toString()}` : ''}`;
  const title = pick(meeting.title, language)?.text ?? meeting.slug;
  const frame = `<iframe src="${escaped(address)}" width="${width}" height="${height}" title="${escaped(title)}" allow="autoplay; fullscreen; picture-in-picture" loading="lazy" style="border:0"></iframe>`;
  return {
    version: '1.0', type: 'video', title, width, height, html: frame,
    provider_name: provider, provider_url: `${origin}/`, cache_age: A_DAY_S,
    ...(meeting.body && { author_name: pick(meeting.body.name, language)?.text ?? meeting.body.slug, author_url: `${origin}/${language}/bodies/${encodeURIComponent(meeting.body.slug)}` }),
    ...(picture !== null && { thumbnail_url: origin + picture, thumbnail_width: 1280, thumbnail_height: 720 }),
  };
}

/** The same in XML, for consumers that can't read JSON. */
export const oembedXml = (answer: Readonly<Record<string, string | number>>): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${Object.entries(answer).map(([name, value]) => `<${name}>${escaped(String(value))}</${name}>`).join('')}</oembed>\n`;
