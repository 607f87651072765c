import { bareLetters } from '../search/letters.ts';
import { UNSPACED_SCRIPTS } from '../unspaced.ts';
import type { QuotedSegment } from './quote.ts';

/** A word, or a letter of a script without spaces, as it is compared. */
export interface QuoteToken {
  readonly key: string;
  /** Index of its segment. */
  readonly segment: number;
  /** UTF-16 offsets in the segment's text. */
  readonly from: number;
  readonly to: number;
}

const PARTS = new RegExp(String.raw`[${UNSPACED_SCRIPTS}]|(?:(?![${UNSPACED_SCRIPTS}])[\p{L}\p{M}\p{N}]|(?<=\p{L})['’](?=\p{L}))+`, 'gu');

/** The words of a text in their order, whatever signs and spaces stand between them. */
export const quoteTokens = (segments: readonly Pick<QuotedSegment, 'text'>[]): QuoteToken[] =>
  segments.flatMap(({ text }, segment) => Array.from(text.matchAll(PARTS), ({ 0: part, index }): QuoteToken =>
    ({ key: bareLetters(part), segment, from: index, to: index + part.length })));

/** The same of words that stand by themselves. */
export const keysOf = (text: string): string[] => quoteTokens([{ text }]).map(({ key }) => key);

/** How much it costs to take one word for another: nothing for the same, less than a whole word for one that looks like it. */
export function costOf(a: string, b: string): number {
  if (a === b) return 0;
  const longest = Math.max(a.length, b.length);
  if (longest < 3) return 1;
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  let end = 0;
  while (end < a.length - same && end < b.length - same && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return 1 - (0.7 * (same + end)) / longest;
}
