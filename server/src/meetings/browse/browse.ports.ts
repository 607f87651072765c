import type { LocalizedText } from '#platform/i18n/index.ts';
import type { Intervention } from '../meeting-detail.domain.ts';

/** A series, topic or speaker. */
export interface NamedThing {
  readonly slug: string;
  readonly name: LocalizedText;
  /** Of a topic: that of the concept in its vocabulary. */
  readonly uri: string | null;
}

/** One turn of a speaker, as the page of that speaker lists it. */
export type Turn = Pick<Intervention, 'capacity' | 'language' | 'startMs' | 'endMs'> & { readonly meetingId: string };

/** A day of the calendar with public meetings. */
export interface MeetingDay {
  readonly day: string;
  readonly meetings: number;
}

/** What has a page of its own and is called by the words that were searched for. */
export interface FoundNames {
  readonly speakers: readonly NamedThing[];
  readonly bodies: readonly NamedThing[];
  readonly series: readonly NamedThing[];
  readonly topics: readonly NamedThing[];
}

/** What there can be a great many of, each with a page of its own. */
export type AddressKind = 'series' | 'topics' | 'speakers';

/** Ids of other public meetings, the nearest first; each in one of the lists only. */
export interface RelatedIds {
  readonly series: readonly string[];
  readonly topics: readonly string[];
  readonly speakers: readonly string[];
}

/** What people go by to find meetings. Everything here is of public meetings, and needs no permission. */
export interface Browse {
  /** The thing of that address that at least one public meeting belongs to; null when there is none. */
  series(slug: string): Promise<NamedThing | null>;
  topic(slug: string): Promise<NamedThing | null>;
  speaker(slug: string): Promise<NamedThing | null>;
  /** Every turn of a speaker in these meetings, by time. */
  turns(speaker: string, meetingIds: readonly string[]): Promise<readonly Turn[]>;
  /** The days from `first` to `last` (`2026-03-01`) on which there are meetings, in the meetings' own zones. */
  days(first: string, last: string): Promise<readonly MeetingDay[]>;
  /** The nearest days with meetings before `first` and after `last`. */
  daysAround(first: string, last: string): Promise<{ readonly before: string | null; readonly after: string | null }>;
  /** The languages that can be heard anywhere, by tag. */
  languages(): Promise<readonly string[]>;
  /** What is called by all these words; at most `limit` of each kind. */
  names(q: string, limit: number): Promise<FoundNames>;
  /** Slugs of what has a page, in their order: as many as `limit`, from the one at `offset`. */
  addresses(kind: AddressKind, offset: number, limit: number): Promise<readonly string[]>;
  countAddresses(kind: AddressKind): Promise<number>;
  /** The months (`2026-03`) with meetings, the earliest first. */
  months(): Promise<readonly string[]>;
  related(meetingId: string, limit: number): Promise<RelatedIds>;
}
