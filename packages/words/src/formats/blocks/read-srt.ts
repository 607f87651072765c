import { type DamageList, quote } from '../read/damage.ts';
import { decodeEntities } from '../read/entities.ts';
import { splitLines, tidyText } from '../read/lines.ts';
import type { Reader } from '../read/reading.ts';
import { makeSegment, type Passage } from '../read/segments.ts';
import { isSrtTiming, mendTiming, type Timing } from './timing.ts';

/** WebVTT's mark for a speaker, which some programs write into SubRip too. */
const VOICE = /^\s*<v(?:\.[^\s>]*)?\s+([^<>\n]+)>/u;

interface Block extends Timing {
  readonly line: number;
  /** Lines after the times, with those of the next block's number still on them. */
  readonly lines: string[];
}

/** Reads SubRip, and what calls itself so: without numbers, without blank lines, with dots for commas, with WebVTT's times but not its signature. */
export const readSrt: Reader = (text, damage) => {
  const lines = splitLines(text);
  const passages: Passage[] = [];
  const blocks: Block[] = [];
  const before: string[] = [];
  lines.forEach((line, at) => {
    const times = line.includes('>') || line.includes('→') ? mendTiming(line) : null;
    if (times === null) {
      (blocks.at(-1)?.lines ?? before).push(line);
      return;
    }
    if (!isSrtTiming(line)) damage.add(at + 1, `has times in an unusual form: ${quote(line)}; they were read all the same`);
    takeNumber(blocks.at(-1)?.lines ?? before, blocks.length + 1);
    blocks.push({ ...times, line: at + 1, lines: [] });
  });
  const head = tidyText(before.join('\n').replace(/^WEBVTT.*$/mu, ''));
  if (head !== '') {
    passages.push({ line: before.findIndex((line) => line.trim() !== '') + 1, text: head, speaker: null });
    damage.add(1, `comes before the first times: ${quote(head)}`);
  }
  const segments = blocks.flatMap((block, at) => {
    const spoken = blockText(block, damage);
    const endMs = endOf(block, blocks[at + 1], damage);
    return spoken === '' ? [] : [makeSegment(block.startMs, endMs, spoken, { speaker: VOICE.exec(block.lines.join('\n'))?.[1] ?? null })];
  });
  return { segments, passages, language: null };
};

/** The number of the next block stands at the end of the one before it; right after the times it may be text, unless it is the number to come. */
function takeNumber(lines: string[], toCome: number): void {
  const last = lines.at(-1) ?? '';
  if (/^\s*\d{1,7}\s*$/u.test(last) && (toCome === 1 || lines.length > 1 || Number(last) === toCome)) lines.pop();
}

function blockText({ line, lines }: Block, damage: DamageList): string {
  while (lines.at(-1)?.trim() === '') lines.pop();
  const gap = lines.findIndex((each) => each.trim() === '');
  if (gap >= 0) damage.add(line + 1 + gap, 'is an empty line inside a text; the text after it was kept with that before it');
  return tidyText(stripSrtMarks(lines.filter((each) => each.trim() !== '').join('\n')));
}

/** Leaves the text of SubRip's and Advanced SubStation's marks for type and place. */
const stripSrtMarks = (text: string): string =>
  decodeEntities(text.replace(/<\/?(?:[ibusc]|font|v|ruby|rt|script|style)(?:[\s.][^<>]*)?>/giu, '').replace(/\{\\[^{}]*\}/gu, '').replace(/\\[Nn]/gu, '\n'));

const SILENT_MS = 3000;

function endOf({ startMs, endMs, line }: Block, next: Block | undefined, damage: DamageList): number {
  if (endMs > startMs) return endMs;
  const until = next !== undefined && next.startMs > startMs ? Math.min(next.startMs, startMs + SILENT_MS) : startMs + SILENT_MS;
  damage.add(line, `${endMs === startMs ? 'has no length' : 'ends before it begins'}; it was given ${until - startMs} ms`);
  return until;
}
