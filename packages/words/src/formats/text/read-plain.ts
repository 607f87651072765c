import { parseClock } from '../read/clock.ts';
import { splitLines, tidyText } from '../read/lines.ts';
import type { Reader } from '../read/reading.ts';
import { makeSegment, type Passage } from '../read/segments.ts';

const CLOCK = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`;
const BRACKETED = new RegExp(String.raw`^\s*[[(](${CLOCK})(?:\s*(?:-|–|—|-->|to)\s*(${CLOCK}))?[\])]\s*[-–—:]?\s*(.*)$`, 'u');
const BARE = new RegExp(String.raw`^\s*(${CLOCK})(?:\s*(?:-|–|—|-->)\s*(${CLOCK}))?(?:\s+[-–—:]?\s*|\s*$)(.*)$`, 'u');
const TRAILING = new RegExp(String.raw`^(\p{L}[^:[\]()\n]{0,60}?)\s+[[(]?(${CLOCK})[\])]?\s*:?\s*$`, 'u');
/** A name as transcripts write it before what is said: short, beginning with a capital or in an alphabet without them, no full stop but after a title. */
const SPEAKER = /^([\p{Lu}\p{Lo}](?:[^:：.!?؟。\n]|(?<=\b\p{Lu}\p{L}{0,4})\.){0,59})[:：]\s+(?=\S)/u;

interface Mark {
  readonly line: number;
  readonly startMs: number;
  readonly endMs: number | null;
  readonly speaker: string | null;
  readonly lines: string[];
}

/** The time at the start (or, after a name, at the end) of a line; null where there is none. */
export function timedLine(line: string): { readonly startMs: number; readonly endMs: number | null; readonly rest: string; readonly speaker: string | null } | null {
  const [, from, to, rest = ''] = BRACKETED.exec(line) ?? BARE.exec(line) ?? [];
  const startMs = from === undefined ? null : parseClock(from);
  if (startMs !== null) return { startMs, endMs: to === undefined ? null : parseClock(to), ...splitSpeaker(rest) };
  const [, name, at] = TRAILING.exec(line) ?? [];
  const namedMs = at === undefined ? null : parseClock(at);
  return name === undefined || namedMs === null ? null : { startMs: namedMs, endMs: null, rest: '', speaker: name };
}

/** Parts `Ms. Vance: Thank you.` into who and what. */
function splitSpeaker(text: string): { readonly speaker: string | null; readonly rest: string } {
  const [all, speaker] = SPEAKER.exec(text) ?? [];
  return all === undefined || speaker === undefined ? { speaker: null, rest: text } : { speaker: speaker.trim(), rest: text.slice(all.length) };
}

// Where nobody says when the last passage ends: about 2.5 words a second, as people read a statement out.
const MS_PER_LETTER = 65;
const LEAST_MS = 1000;

/** Reads a transcript as people type it: times in brackets or bare before a passage, perhaps a name; or no times at all. */
export const readPlain: Reader = (text, damage) => {
  const lines = splitLines(text);
  const marks: Mark[] = [];
  const before: { line: number; text: string }[] = [];
  lines.forEach((line, at) => {
    const timed = timedLine(line);
    if (timed !== null) marks.push({ line: at + 1, startMs: timed.startMs, endMs: timed.endMs, speaker: timed.speaker, lines: [timed.rest] });
    else if (marks.length > 0) marks.at(-1)?.lines.push(line);
    else before.push({ line: at + 1, text: line });
  });
  const passages = paragraphs(before);
  if (marks.some(({ endMs }) => endMs === null)) damage.add(null, 'says only when its passages begin; each lasts until the next one, the last by the length of its text');
  if (marks.length > 0) for (const passage of passages) damage.add(passage.line, 'comes before the first time; it was kept as text without times');
  const segments = marks.flatMap((mark, at) => {
    const spoken = tidyText(mark.lines.join('\n').replace(/\n{2,}/gu, '\n'));
    const next = marks.slice(at + 1, at + 2)[0];
    if (next !== undefined && next.startMs < mark.startMs) damage.add(next.line, 'goes back in time');
    const guessed = next === undefined ? mark.startMs + Math.max(LEAST_MS, spoken.length * MS_PER_LETTER) : next.startMs;
    return spoken === '' ? [] : [makeSegment(mark.startMs, mark.endMs ?? guessed, spoken, { speaker: mark.speaker })];
  });
  return { segments, passages, language: null };
};

/** Without times: a passage is what stands between empty lines; a name before it is its speaker. */
function paragraphs(lines: readonly { readonly line: number; readonly text: string }[]): Passage[] {
  const found: { line: number; lines: string[] }[] = [];
  let open = false;
  for (const { line, text } of lines) {
    if (text.trim() === '') {
      open = false;
      continue;
    }
    if (open) found.at(-1)?.lines.push(text);
    else found.push({ line, lines: [text] });
    open = true;
  }
  return found.map(({ line, lines: own }) => {
    const { speaker, rest } = splitSpeaker(tidyText(own.join('\n')));
    return { line, text: tidyText(rest), speaker };
  });
}
