import { UNSPACED } from '../unspaced.ts';

/** What a UTF-16 unit is to whoever reads words. */
export const SIGN = {
  /** It stands between words. */
  between: 1,
  /** A letter of a script that parts its words. */
  letter: 2,
  /** What belongs to the letter before it. */
  mark: 3,
  /** A figure, or what only joins: inside words, but not after an apostrophe. */
  inside: 4,
  /** A letter of a script without spaces that is written in one way only. */
  paired: 5,
  /** Half of a pair of units, or a sign that takes a closer look. */
  other: 6,
} as const;

const kinds = new Uint8Array(0x1_0000);

/** What stands at a place of a text; what is past its end stands between words. */
export function signAt(text: string, at: number): number {
  if (at >= text.length) return SIGN.between;
  const code = text.charCodeAt(at);
  return kinds[code] || (kinds[code] = signOf(code));
}

function signOf(code: number): number {
  const sign = String.fromCharCode(code);
  if (code >= 0xD800 && code <= 0xDFFF) return SIGN.other;
  if (UNSPACED.test(sign)) return /\p{M}/u.test(sign) || sign.normalize('NFKC') !== sign ? SIGN.other : SIGN.paired;
  if (/\p{L}/u.test(sign)) return SIGN.letter;
  if (/\p{M}/u.test(sign)) return SIGN.mark;
  return /[\p{N}\u0640\u00AD\u200C\u200D]/u.test(sign) ? SIGN.inside : SIGN.between;
}
