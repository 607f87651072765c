import type { Segment } from '../segment.ts';

/** Words as they were cited, with what stood before and after them: a TextQuoteSelector of the W3C's Web Annotation model. */
export interface Quote {
  readonly exact: string;
  /** What stands right before it, as far as is needed to tell this place from others; empty at the beginning of the text. */
  readonly prefix: string;
  /** What stands right after it. */
  readonly suffix: string;
}

/** What of a segment a quote needs. */
export type QuotedSegment = Pick<Segment, 'startMs' | 'endMs' | 'text' | 'words'>;

/** Where a quote was, or is, in ms on the timeline of its text. */
export interface QuoteTime {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * What became of cited words: as they were; as they were at another time; said otherwise now (corrected, or heard anew);
 * or nowhere in the text.
 */
export type QuoteState = 'unchanged' | 'moved' | 'changed' | 'gone';

/** Where cited words are now. */
export interface FoundQuote extends QuoteTime {
  readonly state: Exclude<QuoteState, 'gone'>;
  /** The words as they stand now. */
  readonly text: string;
  /** 1 for the very same words, towards 0 the less of them is left. */
  readonly likeness: number;
  /** Indices of the first and the last segment that holds some of them. */
  readonly first: number;
  readonly last: number;
}
