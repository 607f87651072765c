import type { Segment } from '../../segment.ts';
import type { Span } from '../../sound/span.ts';
import type { DamageList } from './damage.ts';
import type { Passage } from './segments.ts';

/** What a reader of one format makes of a text; damage goes to the list it was given. */
export interface Reading {
  readonly segments: readonly Segment[];
  readonly passages: readonly Passage[];
  readonly language: string | null;
  /** Where somebody speaks and the text has nothing, where the form tells it. */
  readonly holes?: readonly Span[];
}

/** Reads one format from its text. Throws `WordsRefused` only where nothing can be read. */
export type Reader = (text: string, damage: DamageList) => Reading;
