import type { MeetingDetail } from '#meetings/index.ts';
import { pick, type LocalizedText, type UiLanguage } from '#platform/i18n/index.ts';

/** What feeds say of a recording. Addresses are paths on this server. */
export interface FeedMedia {
  readonly state: string;
  readonly hls: string | null;
  readonly poster: string | null;
  readonly hasPicture: boolean;
  readonly durationMs: number;
  readonly channels: readonly FeedChannel[];
}

export interface FeedChannel {
  readonly key: string;
  /** MP4 files in order: one, or several for a meeting in parts. */
  readonly sound: readonly string[];
}

/** What a feed is of, in which language, and where this server is. */
export interface FeedScope {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly language: UiLanguage;
  /** Null: all bodies. */
  readonly body: { readonly slug: string; readonly name: LocalizedText } | null;
  /** A search that the feed is of: as its address has it, and as a reader says it. */
  readonly search?: { readonly query: string; readonly name: string };
  /** The address of the feed itself. */
  readonly self: string;
  /** The name and the sentence of the site, in the language of the feed. */
  readonly site: { readonly name: string; readonly tagline: string };
}

/** A meeting with what there is to hear and see of it. */
export interface FeedMeeting {
  readonly meeting: MeetingDetail;
  readonly media: FeedMedia | null;
  /** Of a feed of a search: what was said that it finds. */
  readonly quotes?: readonly string[];
}

/** A text in the language of the feed, or in the nearest there is; '' without any. */
export const textFor = (text: LocalizedText, scope: Pick<FeedScope, 'language'>): string => pick(text, scope.language)?.text ?? '';

/** The page of a meeting. */
export const pageOf = ({ origin, language }: Pick<FeedScope, 'origin' | 'language'>, slug: string): string =>
  `${origin}/${language}/meetings/${encodeURIComponent(slug)}`;

/** The page of what the feed is of. */
export const homeOf = ({ origin, language, body, search }: FeedScope): string => {
  if (search) return `${origin}/${language}/search?${search.query}`;
  return body === null ? `${origin}/${language}/` : `${origin}/${language}/bodies/${encodeURIComponent(body.slug)}`;
};

/** The name of what the feed is of. */
export const nameOf = (scope: FeedScope): string => {
  const own = scope.search?.name ?? (scope.body === null ? null : textFor(scope.body.name, scope));
  return own === null ? scope.site.name : `${own} · ${scope.site.name}`;
};

/** RFC 822, as RSS wants dates. */
export const rssDate = (iso: string): string => new Date(iso).toUTCString();
