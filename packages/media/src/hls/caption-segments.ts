/** A stretch of the timeline that has media files of its own. */
export interface TimelinePart {
  /** On the meeting's timeline. */
  readonly startMs: number;
  readonly durationMs: number;
}

/** A stretch of captions that a playlist lists as one entry. */
export interface CaptionSegment {
  /** On the meeting's timeline. */
  readonly startMs: number;
  readonly endMs: number;
  /** Where the part begins from which the media's own clock counts here, on the meeting's timeline. */
  readonly partMs: number;
  /** It is the first of a part that follows another. */
  readonly discontinuity: boolean;
}

/** A minute of captions has about a kilobyte: enough to be worth asking for, little enough to be there at once after a jump. */
const SEGMENT_MS = 60_000;

/** A rest shorter than this goes with the segment before it. */
const SHORT_REST_MS = 15_000;

/** Cuts the timeline into the segments of captions; none crosses from one part into the next. */
export function captionSegments(parts: readonly TimelinePart[]): CaptionSegment[] {
  return parts.filter(({ durationMs }) => durationMs > 0).flatMap(({ startMs, durationMs }, part) => {
    const count = Math.max(1, Math.ceil((durationMs - SHORT_REST_MS) / SEGMENT_MS));
    return Array.from({ length: count }, (_, n) => ({
      startMs: startMs + n * SEGMENT_MS,
      endMs: n === count - 1 ? startMs + durationMs : startMs + (n + 1) * SEGMENT_MS,
      partMs: startMs,
      discontinuity: part > 0 && n === 0,
    }));
  });
}
