import type { LocalizedText } from '#platform/i18n/index.ts';
import type { ChannelRole, Gap, MeetingState, Provenance, Rights } from './meetings.domain.ts';

/** All that a page, the API or the player says about one meeting; plain JSON, times in ms on its timeline. */
export interface MeetingDetail {
  readonly id: string;
  readonly slug: string;
  readonly state: MeetingState;
  readonly version: number;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  /** `parents` from the top of the tree down. */
  readonly body: (BodyLink & { readonly parents: readonly BodyLink[] }) | null;
  readonly series: { readonly slug: string; readonly title: LocalizedText } | null;
  readonly format: string;
  /** ISO 8601 in UTC; `timezone` says how to show it. */
  readonly starts: string | null;
  readonly ends: string | null;
  readonly timezone: string;
  readonly symbol: string | null;
  readonly durationMs: number | null;
  readonly floorLanguages: readonly string[];
  readonly categories: readonly { readonly path: string; readonly name: LocalizedText }[];
  readonly topics: readonly { readonly slug: string; readonly label: LocalizedText }[];
  readonly documents: readonly MeetingDocument[];
  readonly agenda: readonly AgendaItem[];
  readonly interventions: readonly Intervention[];
  readonly channels: readonly MeetingChannel[];
  readonly rights: Rights | null;
  readonly publishedAt: string | null;
  readonly updatedAt: string;
}

export interface BodyLink {
  readonly slug: string;
  readonly name: LocalizedText;
}

export interface MeetingDocument {
  readonly symbol: string | null;
  readonly title: LocalizedText;
  readonly url: string | null;
}

export interface AgendaItem {
  readonly id: string;
  readonly title: LocalizedText;
  readonly symbol: string | null;
  /** Null while the meeting has not been held. */
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/** One turn at the floor. */
export interface Intervention {
  readonly id: string;
  readonly position: number;
  readonly speaker: { readonly slug: string; readonly name: LocalizedText };
  readonly capacity: LocalizedText | null;
  readonly language: string;
  readonly startMs: number;
  readonly endMs: number | null;
  readonly agendaItemId: string | null;
}

export interface MeetingChannel {
  readonly id: string;
  /** Unique in the meeting and kept over corrections, such as `fr`. */
  readonly key: string;
  readonly role: ChannelRole;
  readonly language: string;
  readonly label: LocalizedText | null;
  readonly provenance: Provenance | null;
  readonly gaps: readonly Gap[];
}

/** What a list of meetings says about each. */
export type MeetingSummary = Pick<
  MeetingDetail,
  | 'id' | 'slug' | 'state' | 'title' | 'format' | 'starts' | 'ends' | 'timezone' | 'symbol' | 'durationMs'
  | 'floorLanguages' | 'publishedAt' | 'updatedAt'
> & {
  readonly body: BodyLink | null;
  readonly channels: readonly Pick<MeetingChannel, 'key' | 'role' | 'language'>[];
};

export interface MeetingPage {
  readonly meetings: readonly MeetingSummary[];
  /** Give it as `before` to get the next page; null on the last. */
  readonly next: string | null;
}

/** A meeting that was public and has gone: deleted for good, or taken back to a draft. */
export interface RemovedMeeting {
  readonly id: string;
  readonly slug: string;
  readonly state: 'removed';
  /** ISO 8601: when it went. */
  readonly updatedAt: string;
  /** Where it stood then; null for those that went before that was kept. */
  readonly places: RemovedFrom | null;
}

/** Under which bodies, from the top, and categories a meeting stood. */
export interface RemovedFrom {
  /** Slugs. */
  readonly bodies: readonly string[];
  /** Paths. */
  readonly categories: readonly string[];
}

/** Meetings with everything, and those that have gone, in the order in which they were last changed. */
export interface MeetingChanges {
  readonly meetings: readonly (MeetingDetail | RemovedMeeting)[];
  /** Give it as `cursor` to go on; null when there is nothing more by now. */
  readonly next: string | null;
  /** The place of the last of these, whether or not there is more; null where there is none. */
  readonly last: string | null;
}

/** A place in the tree of bodies; counts are of public meetings. */
export interface BodyNode {
  readonly slug: string;
  readonly name: LocalizedText;
  /** Meetings of this very body. */
  readonly meetings: number;
  /** Meetings of this body and all below it. */
  readonly total: number;
  readonly children: readonly BodyNode[];
}

/** A place in the browsing tree; counts are of public meetings, each counted once per place. */
export interface CategoryNode {
  readonly path: string;
  readonly name: LocalizedText;
  readonly meetings: number;
  readonly total: number;
  readonly children: readonly CategoryNode[];
}
