import { costOf } from './quote-tokens.ts';

/** The words to be found, with what stood around them. */
export interface TokenPattern {
  readonly before: readonly string[];
  readonly words: readonly string[];
  readonly after: readonly string[];
}

/** A place in a text that may be meant. */
export interface TokenMatch {
  /** Indices of the first and the last word. */
  readonly from: number;
  readonly to: number;
  /** How much of the words is there, 0 to 1. */
  readonly likeness: number;
  /** How much of what stood around them is. */
  readonly context: number;
}

/** What stands around the words may change with less harm. */
const CONTEXT_COST = 0.5;
const MISSING = 1;

/** So much of what stood around the words tells that it is the place. */
const SURE_CONTEXT = 0.9;

/**
 * The places where the words stand as they are, and, unless one of them is surely it, the one where most of them stand. Words and context are
 * aligned together, so that the edges are found also where the first or the last word has changed.
 */
export function matchTokens(pattern: TokenPattern, text: readonly string[]): TokenMatch[] {
  const exact = exactPlaces(pattern.words, text).map((from): TokenMatch => ({
    from, to: from + pattern.words.length - 1, likeness: 1, context: contextAt(pattern, text, from, from + pattern.words.length),
  }));
  if (exact.some(({ context }) => context >= SURE_CONTEXT)) return exact;
  const best = align(pattern, text);
  return best ? [...exact, best] : exact;
}

function exactPlaces(words: readonly string[], text: readonly string[]): number[] {
  const [first] = words;
  const places: number[] = [];
  for (let at = 0; at + words.length <= text.length; at += 1) {
    if (text[at] === first && words.every((word, n) => text[at + n] === word)) places.push(at);
  }
  return places;
}

/** Which share of the words on both sides is where it was; 1 where there were none. */
function contextAt({ before, after }: TokenPattern, text: readonly string[], from: number, end: number): number {
  const all = before.length + after.length;
  if (all === 0) return 1;
  return (inOrder(before, text.slice(Math.max(0, from - before.length - 2), from)) + inOrder(after, text.slice(end, end + after.length + 2))) / all;
}

/** How many words two stretches have in common, in their order. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  let above = Array.from({ length: b.length + 1 }, () => 0);
  for (const word of a) {
    const here = [0];
    b.forEach((other, n) => { here.push(word === other ? (above[n] ?? 0) + 1 : Math.max(above[n + 1] ?? 0, here[n] ?? 0)); });
    above = here;
  }
  return above.at(-1) ?? 0;
}

/** Sellers' alignment: the pattern as a whole against any stretch of the text. */
function align(pattern: TokenPattern, text: readonly string[]): TokenMatch | null {
  const all = [...pattern.before, ...pattern.words, ...pattern.after];
  const first = pattern.before.length;
  const end = first + pattern.words.length;
  const weight = (row: number): number => (row >= first && row < end ? 1 : CONTEXT_COST);
  const width = text.length + 1;
  const steps = new Uint8Array(all.length * width);
  let above = new Float64Array(width);
  for (const [row, word] of all.entries()) {
    const here = new Float64Array(width);
    const w = weight(row);
    here[0] = (above[0] ?? 0) + MISSING * w;
    steps[row * width] = UP;
    for (let at = 1; at < width; at += 1) {
      const both = (above[at - 1] ?? 0) + costOf(word, text[at - 1] ?? '') * w;
      const less = (above[at] ?? 0) + MISSING * w;
      const more = (here[at - 1] ?? 0) + MISSING * w;
      const least = Math.min(both, less, more);
      here[at] = least;
      steps[row * width + at] = least === both ? BOTH : least === less ? UP : LEFT;
    }
    above = here;
  }
  let to = 0;
  above.forEach((cost, at) => { if (cost < (above[to] ?? Infinity)) to = at; });
  return trace({ steps, width, all, first, end }, text, to, pattern);
}

const BOTH = 1;
const UP = 2;
const LEFT = 3;

interface Lattice {
  readonly steps: Uint8Array;
  readonly width: number;
  readonly all: readonly string[];
  readonly first: number;
  readonly end: number;
}

/** Follows the cheapest way back, and reads off where the words begin and end. */
function trace({ steps, width, all, first, end }: Lattice, text: readonly string[], to: number, pattern: TokenPattern): TokenMatch | null {
  let [row, at] = [all.length - 1, to];
  let [from, last] = [-1, -1];
  let kept = 0;
  let more = 0;
  while (row >= 0) {
    const step = steps[row * width + at];
    const inside = row >= first && row < end;
    if (step === BOTH) {
      if (inside) {
        from = at - 1;
        if (last < 0) last = at - 1;
        kept += 1 - costOf(all[row] ?? '', text[at - 1] ?? '');
      }
      row -= 1;
      at -= 1;
    } else if (step === UP) row -= 1;
    else {
      // What comes in behind the last of the words isn't theirs.
      if (inside && last >= 0) more += 1;
      at -= 1;
    }
  }
  if (from < 0) return null;
  return { from, to: last, likeness: kept / Math.max(pattern.words.length, pattern.words.length / 2 + more / 2), context: contextAt(pattern, text, from, last + 1) };
}
