import { LIMITS, WordsRefused } from './refused.ts';

/** The lines of a text, whatever ends them. Throws where one is longer than any text for people. */
export function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/u);
  const long = lines.findIndex((line) => line.length > LIMITS.lineLetters);
  if (long >= 0) {
    const { length } = lines[long] ?? '';
    throw new WordsRefused('line_too_long', `Line ${long + 1} has ${length} letters, ${LIMITS.lineLetters} is the most; this is no file of captions or of a transcript.`, long + 1);
  }
  return lines;
}

/** Plain text as a segment holds it: composed letters, no space around the whole or before a line's end. */
export const tidyText = (text: string): string => text.normalize('NFC').replace(/\r\n?/gu, '\n').replace(/[ \t]+(?=\n)/gu, '').trim();
