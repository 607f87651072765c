import { partAfter } from './parts.ts';
import { SIGN, signAt } from './signs.ts';
import { stemmerOf } from './stem-of.ts';
import type { SearchToken } from './token.ts';

/**
 * The words of a text as search knows them, in order. Accents, capitals, forms of the word and ways of writing make no
 * difference; Chinese and other scripts without spaces come in overlapping pairs of letters, so that any part of a text can be
 * found. No word is left out: "to be or not to be" is findable.
 * @param stem tells what all forms of a word share: for whoever wants to see each word that has forms
 */
export function searchTokens(text: string, language: string, stem = stemmerOf(language)): readonly SearchToken[] {
  const tokens: SearchToken[] = [];
  let position = 0;
  for (let at = 0; at < text.length;) {
    const sign = signAt(text, at);
    if (sign === SIGN.between) {
      at += 1;
      continue;
    }
    // Nearly everything is a plain word or run; what isn't is read by the pattern, which says the same of these.
    const end = sign === SIGN.letter ? wordEnd(text, at) : sign === SIGN.paired ? runEnd(text, at) : 0;
    if (end === 0) {
      const part = partAfter(text, at, position, stem, tokens);
      if (!part) break;
      ({ position, end: at } = part);
      continue;
    }
    if (sign === SIGN.letter) {
      tokens.push({ key: stem(text.slice(at, end)), position, from: at, to: end });
      position += 1;
    } else {
      for (let from = at; from < end; from += 1, position += 1) {
        const to = Math.min(end, from + 2);
        tokens.push({ key: text.slice(from, to), position, from, to });
      }
    }
    at = end;
  }
  return tokens;
}

const [APOSTROPHE, CURLED, HYPHEN, SHORT_HYPHEN, SLASH, STOP, NOUGHT, NINE] = [0x27, 0x2019, 0x2D, 0x2010, 0x2F, 0x2E, 0x30, 0x39];
const LONGEST_BEGINNING = 3;

/** Where the plain word ends that begins at a letter; 0 where only the pattern can tell. */
function wordEnd(text: string, start: number): number {
  let at = start + 1;
  let sign = signAt(text, at);
  for (; sign === SIGN.letter || sign === SIGN.mark || sign === SIGN.inside; sign = signAt(text, at)) at += 1;
  let next = text.charCodeAt(at);
  while (next === APOSTROPHE || next === CURLED) {
    let after = at + 1;
    for (sign = signAt(text, after); sign === SIGN.letter || sign === SIGN.mark; sign = signAt(text, after)) after += 1;
    if (sign === SIGN.other) return 0;
    if (after === at + 1) break;
    at = after;
    next = text.charCodeAt(at);
  }
  if (sign === SIGN.other || next === SLASH) return 0;
  if ((next === HYPHEN || next === SHORT_HYPHEN) && at - start <= LONGEST_BEGINNING) return 0;
  const figure = next === STOP ? text.charCodeAt(at + 1) : 0;
  return figure >= NOUGHT && figure <= NINE ? 0 : at;
}

/** Where the run of a script without spaces ends; 0 where only the pattern can tell. */
function runEnd(text: string, start: number): number {
  let at = start + 1;
  let sign = signAt(text, at);
  for (; sign === SIGN.paired; sign = signAt(text, at)) at += 1;
  return sign === SIGN.mark || sign === SIGN.other ? 0 : at;
}
