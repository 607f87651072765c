// Of the size that a style names, so much is the width of a Chinese character (measured with Noto Sans CJK).
const HAN_WIDTH = 0.68;
const OTHERS_WIDTH = 0.4;
const HAN = /\p{Script=Han}/u;
const ALL_HAN = /\p{Script=Han}/gu;
const WIDE = /[\p{Script=Han}，。、：；！？（）《》]/gu;
const CLOSING = /^[，。、：；！？）》\s]/;

/** A text as subtitles (ASS) hold it. Braces begin commands, backslashes too; look-alikes say the same to readers. */
export const wordsForAss = (text: string): string => text.replaceAll('\\', '⧵').replaceAll('{', '(').replaceAll('}', ')').replace(/\s+/g, ' ').trim();

/** The same in lines no wider than `width` where it is Chinese: without spaces, ffmpeg's subtitles find no place to break. */
export function linesForAss(text: string, size: number, width: number): string {
  const plain = wordsForAss(text);
  if (!HAN.test(plain)) return plain;
  const words = wordsOf(plain);
  const fewest = fill(words, size, width).length;
  // As narrow as that number of lines can be: one character alone in the last looks like a mistake.
  for (let narrow = widthOf(plain, size) / fewest; narrow < width; narrow += size / 4) {
    const lines = fill(words, size, narrow);
    if (lines.length === fewest) return lines.join('\\N');
  }
  return fill(words, size, width).join('\\N');
}

const count = (text: string, which: RegExp): number => text.match(which)?.length ?? 0;
const widthOf = (text: string, size: number): number => {
  const wide = count(text, WIDE);
  return size * (wide * HAN_WIDTH + (text.length - wide) * OTHERS_WIDTH);
};

/** Words with the signs that may not begin a line. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    if (words.length > 0 && CLOSING.test(segment)) words[words.length - 1] += segment;
    else words.push(segment);
  }
  return words;
}

function fill(words: readonly string[], size: number, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = (lines.at(-1) ?? '') + word;
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** How long a title looks: a Chinese character says as much as two or three letters, and is as wide. */
export const looksLong = (text: string): number => text.length + count(text, ALL_HAN);
