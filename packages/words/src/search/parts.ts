import { UNSPACED_SCRIPTS } from '../unspaced.ts';
import { bareLetters } from './letters.ts';
import type { SearchToken } from './token.ts';

// Symbols of documents, S/RES/1325 or A/76/L.23, as one; figures with their thousands; words with their apostrophes.
const PARTS = new RegExp(
  String.raw`(?<symbol>\p{Lu}{1,8}(?:\.\d+)?(?:/[\p{Lu}\d][\p{Lu}\d.]*)+)`
  + String.raw`|(?<figures>\p{Nd}+(?:[.,\u066B\u066C\u00A0\u202F ]\p{Nd}{3}(?!\p{Nd}))*(?:[.,\u066B]\p{Nd}+)?)`
  + String.raw`|(?<run>[${UNSPACED_SCRIPTS}][${UNSPACED_SCRIPTS}\p{M}]*)`
  // Some write co-operation and e-mail, and some cooperation and email.
  + String.raw`|(?<word>(?:(?:[Cc]o|CO|[Rr]e|RE|[Pp]re|PRE|[Ee])[-\u2010](?=\p{L}))?(?:(?![${UNSPACED_SCRIPTS}])[\p{L}\p{M}\p{N}\u0640\u00AD\u200C\u200D])+(?:['’ʼ](?:(?![${UNSPACED_SCRIPTS}])[\p{L}\p{M}])+)*)`,
  'gu',
);

/**
 * Reads the next part of a text by the pattern: adds its words to `tokens`, numbered from `position` on, and tells where it ends and
 * the position after it. Null where no words follow.
 */
export function partAfter(text: string, at: number, position: number, stem: (word: string) => string, tokens: SearchToken[]): { readonly end: number; readonly position: number } | null {
  PARTS.lastIndex = at;
  const part = PARTS.exec(text);
  return part && { end: part.index + part[0].length, position: addPart(part, position, stem, tokens) };
}

function addPart({ 0: part, index, groups = {} }: RegExpExecArray, first: number, stem: (word: string) => string, tokens: SearchToken[]): number {
  let position = first;
  const add = (key: string, from: number, to: number): void => { if (key !== '') tokens.push({ key, position, from, to }); };
  const end = index + part.length;
  if (groups['symbol'] !== undefined) {
    // As a whole, and by its parts: who looks for 1325 finds S/RES/1325.
    add(part.replace(/\.$/u, '').toLowerCase(), index, end);
    for (const piece of part.matchAll(/[\p{L}\p{N}]+/gu)) {
      add(piece[0].toLowerCase(), index + piece.index, index + piece.index + piece[0].length);
      position += 1;
    }
    return position;
  }
  if (groups['run'] !== undefined) return addPairs(part, index, position, tokens);
  add(groups['figures'] === undefined ? stem(part.replace(/[-\u2010]/u, '')) : figuresOf(part), index, end);
  return position + 1;
}

/**
 * Each letter with the next one, and the last alone; returns the position after them. No list of words would
 * find all words of these scripts.
 */
function addPairs(run: string, start: number, first: number, tokens: SearchToken[]): number {
  const letters = Array.from(bareRun(run));
  let from = start;
  letters.forEach((letter, n) => {
    const next = letters[n + 1] ?? '';
    tokens.push({ key: letter + next, position: first + n, from, to: from + letter.length + next.length });
    from += letter.length;
  });
  return first + letters.length;
}

// Marks belong to their letter, and taking letters apart would move all that follow: only the width of Latin and kana may differ.
const bareRun = (run: string): string => {
  const bare = run.normalize('NFKC');
  return bare.length === run.length && !/\s/u.test(bare) ? bare : run;
};

/** A number however its thousands are parted and whatever figures its script has: 1,000 is 1 000 is ١٠٠٠. */
const figuresOf = (part: string): string => {
  const plain = Array.from(part, (sign) => (/\p{Nd}/u.test(sign) ? figure(sign) : sign)).join('');
  return bareLetters(plain.replace(/[.,\u066B\u066C\s](?=\d{3}(?!\d))/gu, '').replace(/[,\u066B]/gu, '.'));
};

function figure(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  // Each script has its ten in a row, from nought on.
  let nought = code;
  while (code - nought < 9 && /\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought -= 1;
  return String(code - nought);
}
