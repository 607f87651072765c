/** A stretch of the timeline, whole ms. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}
