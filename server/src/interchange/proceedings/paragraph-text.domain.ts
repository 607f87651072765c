import { UNSPACED } from '@openfloor/words';
import type { Paragraph } from './proceedings.domain.ts';

/** The words of a paragraph in one line. Between sentences there is a space only where the script has them. */
export function paragraphText({ sentences }: Paragraph): string {
  return sentences.map(({ text }) => oneLine(text)).filter((text) => text !== '').reduce((all, text) => (all === '' ? text : all + gapBetween(all, text) + text), '');
}

/** A text without line breaks and without spaces that nobody needs. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

// Chinese punctuation carries its own space.
const gapBetween = (before: string, after: string): string => (UNSPACED.test(after.slice(0, 2)) && /[^\p{Script=Latin}\d]$/u.test(before) ? '' : ' ');

// What stands between spaces and is more than a sign; a hyphen or an apostrophe joins.
const SPACED_WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** How many words paragraphs hold, in any script. */
export function countWords(paragraphs: readonly Paragraph[], language: string): number {
  // It knows the words of scripts without spaces, and takes twenty times as long.
  const segmenter = new Intl.Segmenter(language === 'mul' ? 'zh' : language, { granularity: 'word' });
  return paragraphs.reduce((sum, one) => {
    const text = paragraphText(one);
    return sum + (UNSPACED.test(text) ? [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike === true).length : (text.match(SPACED_WORD)?.length ?? 0));
  }, 0);
}
