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

/** Throws where a text consists of so many small pieces that only to part them would take all memory. */
export function refuseCrowd(text: string): void {
  let pieces = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === RETURN || code === BRACE || code === BRACKET || code === LESS) pieces += 1;
  }
  if (pieces > LIMITS.pieces) throw new WordsRefused('too_many_segments', `The file has more than ${LIMITS.pieces} lines, elements or objects; it is not read.`);
}

const [LINE_FEED, RETURN, BRACE, BRACKET, LESS] = [0x0a, 0x0d, 0x7b, 0x5b, 0x3c];

/** Plain text as a segment holds it: composed letters, no space around the whole or before a line's end. */
export const tidyText = (text: string): string => text.normalize('NFC').replace(/\r\n?/gu, '\n').split('\n').map(trimBlanks).join('\n').trim();

/** A pattern would try every place in a long run of blanks. */
function trimBlanks(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
  return line.slice(0, end);
}
