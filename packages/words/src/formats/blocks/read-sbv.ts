import { quote } from '../read/damage.ts';
import { parseClock } from '../read/clock.ts';
import { splitLines, tidyText } from '../read/lines.ts';
import type { Reader } from '../read/reading.ts';
import { makeSegment, type Passage } from '../read/segments.ts';

const TIMES = /^\s*(\d{1,3}:\d{1,2}:\d{1,2}[.]\d{1,3})\s*,\s*(\d{1,3}:\d{1,2}:\d{1,2}[.]\d{1,3})\s*$/u;

/** True for a line of two times with a comma between them. */
export const isSbvTiming = (line: string): boolean => TIMES.test(line);

/** Reads SBV (YouTube) and SubViewer 2: two times with a comma, text below, `[br]` for a line break; `[INFORMATION]` and its like come before. */
export const readSbv: Reader = (text, damage) => {
  const lines = splitLines(text);
  const blocks: { line: number; startMs: number; endMs: number; lines: string[] }[] = [];
  const passages: Passage[] = [];
  lines.forEach((line, at) => {
    const [, from, to] = TIMES.exec(line) ?? [];
    const startMs = from === undefined ? null : parseClock(from);
    const endMs = to === undefined ? null : parseClock(to);
    if (startMs !== null && endMs !== null) {
      if (endMs < startMs) damage.add(at + 1, 'ends before it begins; it was given no length');
      blocks.push({ line: at + 1, startMs, endMs, lines: [] });
    } else if (/^\s*\[END [A-Z ]+\]\s*$/u.test(line)) {
      // Ends a section of SubViewer; nothing that is said.
    } else if (blocks.length > 0) {
      blocks.at(-1)?.lines.push(line);
    } else if (line.trim() !== '' && !/^\s*\[[A-Z ]+\]/u.test(line)) {
      passages.push({ line: at + 1, text: tidyText(line), speaker: null });
      damage.add(at + 1, `comes before the first times: ${quote(line)}`);
    }
  });
  const segments = blocks.flatMap((block) => {
    const spoken = tidyText(block.lines.join('\n').replaceAll(/\[br\]/giu, '\n').replace(/\n{2,}/gu, '\n'));
    return spoken === '' ? [] : [makeSegment(block.startMs, block.endMs, spoken)];
  });
  return { segments, passages, language: null };
};
