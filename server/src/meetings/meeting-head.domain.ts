import type { LocalizedText } from '#platform/i18n/index.ts';
import type { MeetingState, Rights } from './meetings.domain.ts';

/** What a meeting says of itself, without the things that belong to it. */
export interface MeetingHead {
  readonly id: string;
  readonly slug: string;
  readonly state: MeetingState;
  readonly version: number;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly format: string;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly timezone: string;
  readonly symbol: string | null;
  readonly durationMs: number | null;
  readonly floorLanguages: readonly string[];
  readonly rights: Rights | null;
  readonly publishedAt: string | null;
}

/** What can be changed on a meeting by hand; what is left out stays as it is. */
export interface MeetingPatch {
  /** The old slug keeps redirecting. */
  readonly slug?: string;
  readonly title?: LocalizedText;
  readonly description?: LocalizedText;
  readonly format?: string;
  /** ISO 8601 with an offset. */
  readonly starts?: string | null;
  readonly ends?: string | null;
  /** IANA name. */
  readonly timezone?: string;
  readonly symbol?: string | null;
  readonly rights?: Rights | null;
}
