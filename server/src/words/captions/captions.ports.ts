import type { TimelinePart } from '@openfloor/media';

/** How a meeting's recording lies on its timeline. */
export interface RecordedTimeline {
  /** Wall clock at the start of the timeline, ms since 1970; null where the meeting has no date. */
  readonly startsAtMs: number | null;
  readonly parts: readonly TimelinePart[];
}

/** Where captions learn how long a meeting is and of which parts it was made; throws `not_found` where there is nothing to play. */
export interface TimelineSource {
  timelineOf(meetingId: string): Promise<RecordedTimeline>;
}
