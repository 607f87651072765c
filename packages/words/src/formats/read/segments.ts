import type { Segment, Word } from '../../segment.ts';
import { tidyText } from './lines.ts';

/** Text that a file holds without times: a block that lost them, or a whole transcript that never had any. */
export interface Passage {
  /** Of its beginning, from 1; null where the format has no lines. */
  readonly line: number | null;
  readonly text: string;
  readonly speaker: string | null;
}

/** A segment in the forms the types promise: whole ms, not ending before it begins, tidy text. */
export function makeSegment(startMs: number, endMs: number, text: string, rest: { words?: readonly Word[] | null; speaker?: string | null; language?: string | null } = {}): Segment {
  const from = Math.max(0, Math.round(startMs));
  return {
    startMs: from,
    endMs: Math.max(from, Math.round(endMs)),
    text: tidyText(text),
    words: rest.words == null || rest.words.length === 0 ? null : rest.words,
    speaker: rest.speaker == null || rest.speaker.trim() === '' ? null : tidyText(rest.speaker),
    language: rest.language == null || rest.language.trim() === '' ? null : rest.language.trim(),
  };
}

/** A word in the forms the types promise; null where nothing is left of its text. */
export function makeWord(startMs: number, endMs: number, text: string, confidence: number | null = null): Word | null {
  const tidy = tidyText(text);
  const from = Math.max(0, Math.round(startMs));
  return tidy === '' ? null : { startMs: from, endMs: Math.max(from, Math.round(endMs)), text: tidy, confidence };
}

/** By time, as players show them; those that begin together stay in the order of the file. */
export const byTime = (segments: readonly Segment[]): Segment[] => segments.toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
