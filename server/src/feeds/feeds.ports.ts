import type { UiLanguage } from '#platform/i18n/index.ts';
import type { FeedMedia } from './feed.domain.ts';

/** Where feeds get the recordings from. */
export interface FeedMediaSource {
  /** The recordings of several meetings, by meeting id. */
  readonly forMeetings: (ids: readonly string[]) => Promise<ReadonlyMap<string, FeedMedia>>;
  /** The bytes of a file, by its path on this server; undefined when it isn't there. */
  readonly sizeOf: (path: string) => Promise<number | undefined>;
}

/** Where sitemaps learn what there is to read. */
export interface PagesOfWords {
  /** The texts of these meetings, by channel; `record` for an official record. */
  pagesOf(meetingIds: readonly string[]): Promise<readonly { readonly meetingId: string; readonly channel: string; readonly record: boolean; readonly language: string; readonly updatedAt: Date }[]>;
}

/** Where feeds learn whether what is said in a channel can be read. */
export interface FeedWords {
  /** The text that a reader of a channel gets; null where there is none. */
  textFor(meetingId: string, channel: { readonly key: string; readonly language: string }): Promise<{ readonly language: string } | null>;
}

/** What was said in a meeting that a search finds. */
export interface FeedQuotes {
  readonly quotes: readonly { readonly text: string }[];
}

/** What searches mean and find. */
export interface FeedSearches {
  /** The search of an address in its one form; null where it asks for nothing. */
  canonical(address: URLSearchParams): Promise<string | null>;
  /** A search as a reader would say it. */
  describe(search: string, language: UiLanguage): Promise<string>;
  /** The meetings that it finds, the latest first. */
  finds(search: string, language: UiLanguage, which: { readonly newest: number }): Promise<readonly (FeedQuotes & { readonly meetingId: string })[]>;
}
