import type { RemovalReason } from '../record.ts';
import type { SourceLine } from '../source/source-text.ts';

/** What a page carries besides its text, by line number. */
export type Furniture = ReadonlyMap<number, RemovalReason>;

const JOB_NUMBER = String.raw`\d{2}-\d{5}(?:\s*\(\p{L}\))?`;
const PAGE_NUMBER = new RegExp(String.raw`^\s*(?:${JOB_NUMBER}\s+\d+\s*/\s*\d+|\d+\s*/\s*\d+\s+${JOB_NUMBER}|\d+\s*/\s*\d+|${JOB_NUMBER}|[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4})\s*$`, 'u');
const SYMBOL = /(?:^|\s)[A-Z]{1,4}(?:\/[A-Z0-9.-]+)+(?=\s|$)/u;
const DATE = /\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2} \p{L}{3,10} (?:19|20)\d\d\b/u;
const BARCODE = /^\*\d{5,}[A-Z]?\*$/u;
const LONGEST_HEAD = 160;
const NEAR = 2;

/** Finds page numbers and running heads: a head stands beside a page number and bears symbol and date, or comes again on other pages. */
export function findFurniture(lines: readonly SourceLine[]): Furniture {
  const found = new Map<number, RemovalReason>();
  lines.forEach(({ text, number, part }, at) => {
    if (part === 'frame') found.set(number, 'frame');
    else if (part === 'footnote') found.set(number, 'footnote');
    else if (BARCODE.test(text.trim()) || (PAGE_NUMBER.test(text) && (/[-/–—]/u.test(text) || standsAlone(lines, at)))) found.set(number, 'page number');
  });
  const repeated = counted(lines, found);
  for (const line of lines) {
    if (found.has(line.number) || line.text.trim() === '' || line.text.length > LONGEST_HEAD) continue;
    const near = lines.slice(Math.max(0, line.number - 1 - NEAR), line.number + NEAR).some(({ number }) => found.get(number) === 'page number');
    const head = SYMBOL.test(line.text) && DATE.test(line.text);
    if (head || (near && (repeated.get(shape(line.text)) ?? 0) > 1)) found.set(line.number, 'running head');
  }
  for (const number of footnotes(lines, found)) found.set(number, 'footnote');
  return found;
}

/** A bare number is that of a page only where a blank line or the file's end stands beside it; elsewhere it may be a year at the end of a sentence. */
const standsAlone = (lines: readonly SourceLine[], at: number): boolean => {
  const blank = (line: SourceLine | undefined): boolean => line === undefined || line.text.trim() === '';
  return lines[at]?.paragraph === false && (blank(lines[at - 1]) || blank(lines[at + 1]));
};

/** Left and right pages have the same head the other way round. */
const shape = (text: string): string => text.replace(/\d+/gu, '0').split(/\s+/u).filter((word) => word !== '').toSorted((a, b) => (a < b ? -1 : 1)).join(' ');

function counted(lines: readonly SourceLine[], numbers: Furniture): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  lines.forEach(({ text }, at) => {
    const near = lines.slice(Math.max(0, at - NEAR), at + NEAR + 1).some(({ number }) => numbers.get(number) === 'page number');
    if (near && text.trim() !== '') counts.set(shape(text), (counts.get(shape(text)) ?? 0) + 1);
  });
  return counts;
}

const NOTE = /^\s*(?:(\*{1,3})|([¹²³⁴-⁹]{1,2})|(\d{1,2}))\s+\S/u;
const MOST_NOTE_LINES = 12;

/** Notes stand at the foot of a page, begin with a mark, and the text of the page bears the same mark. */
function footnotes(lines: readonly SourceLine[], furniture: Furniture): number[] {
  const found: number[] = [];
  let pageStart = 0;
  lines.forEach(({ number }, at) => {
    if (furniture.get(number) !== 'page number' && furniture.get(number) !== 'running head' && at < lines.length - 1) return;
    const foot = at < lines.length - 1 ? at : lines.length;
    const from = Math.max(pageStart, foot - MOST_NOTE_LINES);
    const start = lines.slice(from, foot).findIndex(({ text }, index) => isNote(text, lines.slice(pageStart, from + index)));
    if (start >= 0) found.push(...lines.slice(from + start, foot).filter((line) => !furniture.has(line.number)).map((line) => line.number));
    pageStart = at + 1;
  });
  return found;
}

function isNote(text: string, before: readonly SourceLine[]): boolean {
  const [, stars, raised, digits] = NOTE.exec(text) ?? [];
  const mark = stars ?? raised ?? digits;
  if (mark === undefined) return false;
  const pattern = stars === undefined ? new RegExp(String.raw`[\p{L}.,;:)”»"]${mark}(?=[\s.,;:]|$)`, 'u') : new RegExp(String.raw`[^*\s]\s?${'\\*'.repeat(stars.length)}(?!\*)`, 'u');
  return before.some((line) => pattern.test(line.text));
}
