import type { Word } from '@openfloor/words';
import { longestShared } from './longest-shared.domain.ts';

interface Span { readonly startMs: number; readonly endMs: number }
interface Timed extends Span { readonly text: string; readonly words: readonly Word[] | null }
interface Placed { readonly word: Word; readonly from: number; readonly to: number }

/**
 * The words of a text that was corrected: those before and after the change keep their times, what was changed shares the
 * time between them. Null where the words had no times, or can't be found in the text that they belong to.
 */
export function wordsOfCorrected(before: Timed, text: string): readonly Word[] | null {
  if (before.words === null || before.text === text) return before.words;
  const placed = place(before.words, before.text);
  if (placed === null) return null;
  const same = samePrefix(before.text, text);
  const sameEnd = Math.min(samePrefix(reversed(before.text), reversed(text)), before.text.length - same, text.length - same);
  const shift = text.length - before.text.length;
  const head = placed.filter(({ to }) => to <= same && isEdge(text, to));
  const tail = placed.filter(({ from }) => from >= before.text.length - sameEnd && isEdge(text, from + shift - 1));
  const between = { startMs: head.at(-1)?.word.endMs ?? before.startMs, endMs: tail[0]?.word.startMs ?? before.endMs };
  const changed = text.slice(head.at(-1)?.to ?? 0, tail[0] ? tail[0].from + shift : text.length);
  const middle = inChanged(placed.slice(head.length, placed.length - tail.length).map(({ word }) => word), changed, between);
  const words = [...head.map(({ word }) => word), ...middle, ...tail.map(({ word }) => word)];
  return words.length === 0 ? null : words;
}

/** The words moved from one span of time into another, in proportion; nothing moves where they are inside of it already. */
export function fitWords(words: readonly Word[] | null, from: Span, to: Span): readonly Word[] | null {
  if (words === null || words.every(({ startMs, endMs }) => startMs >= to.startMs && endMs <= to.endMs)) return words;
  return words.map((word) => ({ ...word, startMs: moved(word.startMs, from, to), endMs: moved(word.endMs, from, to) }));
}

/** A moment of one span at the same place of another. */
export function moved(ms: number, from: Span, to: Span): number {
  const length = from.endMs - from.startMs;
  const share = length === 0 ? 0 : (ms - from.startMs) / length;
  return Math.round(to.startMs + Math.min(1, Math.max(0, share)) * (to.endMs - to.startMs));
}

/** The moment between two words at which a text is cut: where the words have times by these, else in proportion to the letters. */
export function cutTime({ text, words, startMs, endMs }: Timed, at: number): number {
  const next = words === null ? undefined : place(words, text)?.find(({ from }) => from >= at)?.word.startMs;
  const ms = next ?? moved(at, { startMs: 0, endMs: text.length }, { startMs, endMs });
  return Math.min(endMs, Math.max(startMs, ms));
}

/** The words parted at a place of the text. */
export function cutWords({ text, words }: Timed, at: number): readonly [readonly Word[] | null, readonly Word[] | null] {
  const placed = words === null ? null : place(words, text);
  if (placed === null) return [null, null];
  const some = (list: readonly Placed[]): readonly Word[] | null => (list.length === 0 ? null : list.map(({ word }) => word));
  return [some(placed.filter(({ from }) => from < at)), some(placed.filter(({ from }) => from >= at))];
}

function place(words: readonly Word[], text: string): readonly Placed[] | null {
  const placed: Placed[] = [];
  let cursor = 0;
  for (const word of words) {
    const from = text.indexOf(word.text, cursor);
    if (from < 0) return null;
    cursor = from + word.text.length;
    placed.push({ word, from, to: cursor });
  }
  return placed;
}

function samePrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

const reversed = (text: string): string => text.split('').toReversed().join('');

/** True where no word goes on: a letter at the place belongs to none of those that were kept. */
const isEdge = (text: string, at: number): boolean => !/[\p{L}\p{M}\p{N}]/u.test(text[at] ?? '');

/** Words for the part that was changed: what is among those that were there has its time, the others share what is left between. */
function inChanged(old: readonly Word[], text: string, span: Span): readonly Word[] {
  const now = [...text.matchAll(/\S+/gu)].map(([word]) => word);
  if (old.length * now.length > MOST_PAIRS) return shared(now, span);
  const pairs = longestShared(old.map((word) => word.text), now);
  const words: Word[] = [];
  let [from, startMs] = [0, span.startMs];
  for (const [was, is] of pairs) {
    const word = old[was];
    if (!word) continue;
    words.push(...shared(now.slice(from, is), { startMs, endMs: word.startMs }), word);
    [from, startMs] = [is + 1, word.endMs];
  }
  return [...words, ...shared(now.slice(from), { startMs, endMs: span.endMs })];
}

const MOST_PAIRS = 250_000;

/** Each word as much of a span of time as it has letters. */
function shared(words: readonly string[], { startMs, endMs }: Span): readonly Word[] {
  const letters = { startMs: 0, endMs: words.join(' ').length };
  const room = { startMs, endMs: Math.max(startMs, endMs) };
  let at = 0;
  return words.map((text) => {
    const from = at;
    at += text.length + 1;
    return { startMs: moved(from, letters, room), endMs: moved(from + text.length, letters, room), text, confidence: null };
  });
}
