import type { Segment, Word } from '../../segment.ts';
import { makeSegment } from '../read/segments.ts';

const LONG_PAUSE_MS = 1500;
const LONGEST_MS = 30_000;
const ENDS = /[.!?…؟。！？][»”"')\]）」]*$/u;
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/** Joins words of a text as its script does. */
export const joinWords = (words: readonly string[]): string =>
  words.reduce((text, word) => (text === '' || (WITHOUT_SPACES.test(text) && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{P}]/u.test(word)) ? text + word : `${text} ${word}`), '');

/** Sentences of a stream of words that has none: at the end of a sentence, a long pause, another speaker, or when it gets too long. */
export function sentencesOf(words: readonly (Word & { readonly speaker?: string | null })[]): Segment[] {
  const groups: (Word & { readonly speaker?: string | null })[][] = [];
  for (const word of words) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const start = group?.[0];
    const open = last !== undefined && start !== undefined && !ENDS.test(last.text) && word.startMs - last.endMs < LONG_PAUSE_MS
      && word.endMs - start.startMs < LONGEST_MS && (last.speaker ?? null) === (word.speaker ?? null);
    if (open) group?.push(word);
    else groups.push([word]);
  }
  return groups.map((group) => makeSegment(group[0]?.startMs ?? 0, group.at(-1)?.endMs ?? 0, joinWords(group.map(({ text }) => text)), {
    words: group.map(({ startMs, endMs, text, confidence }) => ({ startMs, endMs, text, confidence })), speaker: group[0]?.speaker ?? null,
  }));
}
