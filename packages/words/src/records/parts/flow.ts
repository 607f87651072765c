import type { SourceLine } from '../source/source-text.ts';

/** Lines joined to running text, each letter with its place in the source. */
export interface Flow {
  readonly text: string;
  /** Offset into the source of each UTF-16 unit of the text. */
  readonly at: readonly number[];
}

/** Knows the words of a document, to tell a hyphen that parts a word at the end of a line from one that belongs to it. */
export interface Hyphens {
  /** Whether the hyphen between these two halves stays. */
  stays(before: string, after: string): boolean;
}

const LINE_END_HYPHEN = /([\p{L}\p{M}]+)[-\u2010\u00ad]$/u;
const WORD = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu;

/** Learns the words of a document from its lines. */
export function learnHyphens(lines: readonly SourceLine[]): Hyphens {
  const words = new Set<string>();
  let parted = false;
  for (const { text } of lines) {
    // The halves of a parted word are no words.
    const found = [...text.trim().matchAll(WORD)].map(([word]) => word.toLowerCase()).slice(parted ? 1 : 0);
    parted = LINE_END_HYPHEN.test(text.trimEnd());
    for (const word of parted ? found.slice(0, -1) : found) words.add(word);
  }
  return {
    stays(before, after) {
      if (!/^\p{Ll}/u.test(after)) return true;
      const [left, right] = [before.toLowerCase(), after.toLowerCase()];
      if (words.has(left + right)) return false;
      return words.has(`${left}-${right}`) || (left.length > 3 && right.length > 3 && words.has(left) && words.has(right));
    },
  };
}

const WIDE = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60·—“”‘’`;
const WIDE_SIGN = new RegExp(`[${WIDE}]`, 'u');
const HAN = /\p{Script=Han}/u;

/** Joins lines to running text: words that a line's end parted become whole, spaces are single, spaced-out Chinese is closed up. */
export function joinLines(lines: readonly Pick<SourceLine, 'text' | 'from'>[], hyphens: Hyphens): Flow {
  const signs: string[] = [];
  const at: number[] = [];
  const push = (sign: string, offset: number): void => {
    signs.push(sign);
    at.push(offset);
  };
  lines.forEach(({ text, from }, index) => {
    const { length } = text.trimEnd();
    for (let place = 0; place < length; place += 1) {
      const sign = text[place] ?? '';
      if (!/[\s\u200b\ufeff]/u.test(sign)) push(sign, from + place);
      else if (signs.length > 0 && signs.at(-1) !== ' ') push(' ', from + place);
    }
    const next = lines[index + 1]?.text.trimStart();
    if (next === undefined || signs.length === 0) return;
    const [, before] = LINE_END_HYPHEN.exec(text.trimEnd()) ?? [];
    const [after = ''] = /^[\p{L}\p{M}]+/u.exec(next) ?? [];
    if (before === undefined) push(' ', from + length);
    else if (!hyphens.stays(before, after)) {
      signs.pop();
      at.pop();
    }
  });
  return closeUp(signs, at);
}

/** Spaces between Chinese signs are the typesetter's, or a line's end. */
function closeUp(signs: readonly string[], at: readonly number[]): Flow {
  const kept = signs.flatMap((sign, index) => {
    const [before = '', after = ''] = [signs[index - 1], signs[index + 1]];
    const drop = sign === ' ' && (after === '' || (WIDE_SIGN.test(before) && WIDE_SIGN.test(after) && (HAN.test(before) || HAN.test(after)))
      || (HAN.test(before) && /[\dA-Za-z]/u.test(after)) || (/[\dA-Za-z]/u.test(before) && HAN.test(after)));
    return drop ? [] : [index];
  });
  return { text: kept.map((index) => signs[index]).join(''), at: kept.map((index) => at[index] ?? 0) };
}

/** A part of a flow without the blanks around it; null where nothing is left. */
export function partOfFlow({ text, at }: Flow, from: number, to: number): { readonly text: string; readonly from: number; readonly to: number } | null {
  let [first, last] = [from, to];
  while (first < last && text[first] === ' ') first += 1;
  while (last > first && text[last - 1] === ' ') last -= 1;
  return first === last ? null : { text: text.slice(first, last).normalize('NFC'), from: at[first] ?? 0, to: (at[last - 1] ?? 0) + 1 };
}
