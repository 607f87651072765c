import type { TextKind } from '#words/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';

/** What one channel or record says in a moment. */
export interface MomentText {
  /** Key of the channel. */
  readonly channel: string;
  readonly kind: TextKind;
  /** BCP 47. */
  readonly language: string;
  readonly text: string;
  /** Where each of its sentences begins: in UTF-16 units of the text, and in ms as it is heard in this channel (not at the floor). */
  readonly places: readonly { readonly from: number; readonly startMs: number }[];
}

/** One point of the timeline in all languages at once: what search finds. It lies within one intervention. */
export interface Moment {
  /** At the floor, whole ms on the meeting's timeline. */
  readonly startMs: number;
  readonly endMs: number;
  /** Index in the meeting's interventions; null where nobody is known to have the floor. */
  readonly turn: number | null;
  /** What is said then, channel by channel; never empty. */
  readonly texts: readonly MomentText[];
}

/** Who speaks in a moment, and on what. */
export interface MomentFacts {
  readonly speaker: { readonly slug: string; readonly name: LocalizedText } | null;
  /** Country, organisation. */
  readonly capacity: LocalizedText | null;
  /** The language spoken at the floor; null where it isn't known. */
  readonly spoken: string | null;
  readonly agenda: { readonly title: LocalizedText; readonly symbol: string | null } | null;
  /** Slugs. */
  readonly topics: readonly string[];
}

/** A meeting as the index takes it. */
export interface MeetingMoments {
  readonly meetingId: string;
  /** The day on which it began, in its own zone: `2026-03-12`; null for one without a date. */
  readonly day: string | null;
  /** Slugs of its body and of all above it. */
  readonly bodies: readonly string[];
  readonly series: string | null;
  /** Slugs of topics of the meeting as a whole. */
  readonly topics: readonly string[];
  /** Of the meeting and of its documents. */
  readonly symbols: readonly string[];
  readonly moments: readonly (Moment & MomentFacts)[];
}
