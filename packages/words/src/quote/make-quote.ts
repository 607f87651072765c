import { joinTexts } from './join-texts.ts';
import type { Quote, QuotedSegment } from './quote.ts';

/** About so many letters on each side tell a sentence from its like. */
const CONTEXT_LETTERS = 64;

/**
 * Cites whole segments of a text, from the first to the last of them (indices, both included).
 * @throws RangeError when there are no such segments
 */
export function makeQuote(segments: readonly Pick<QuotedSegment, 'text'>[], first: number, last: number): Quote {
  if (first < 0 || last < first || last >= segments.length) throw new RangeError(`There are no segments ${first} to ${last}; the text has ${segments.length}.`);
  const texts = segments.map(({ text }) => text);
  return {
    exact: joinTexts(texts.slice(first, last + 1)),
    prefix: lastLetters(joinTexts(gather(texts.slice(0, first).toReversed()).toReversed())),
    suffix: firstLetters(joinTexts(gather(texts.slice(last + 1)))),
  };
}

/** As many as hold enough letters. */
function gather(texts: readonly string[]): string[] {
  const found: string[] = [];
  let letters = 0;
  for (const text of texts) {
    if (letters >= CONTEXT_LETTERS) break;
    found.push(text);
    letters += text.length;
  }
  return found;
}

// A word that is cut in two would be another word.
function firstLetters(text: string): string {
  const letters = Array.from(text);
  if (letters.length <= CONTEXT_LETTERS) return text;
  const cut = letters.slice(0, CONTEXT_LETTERS).join('');
  const space = cut.lastIndexOf(' ');
  return space > CONTEXT_LETTERS / 2 ? cut.slice(0, space) : cut;
}

function lastLetters(text: string): string {
  const letters = Array.from(text);
  if (letters.length <= CONTEXT_LETTERS) return text;
  const cut = letters.slice(-CONTEXT_LETTERS).join('');
  const space = cut.indexOf(' ');
  return space >= 0 && space < CONTEXT_LETTERS / 2 ? cut.slice(space + 1) : cut;
}
