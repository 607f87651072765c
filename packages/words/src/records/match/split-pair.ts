import { bagOf, mergedBag, type Bag, type Weights } from './similarity.ts';

/** A heard passage whose parts can be said apart. */
export interface Passage {
  readonly text: string;
  /** Places where a sentence of it begins. */
  readonly sentenceStarts: readonly number[];
}

const CLAUSE = /(?<=[,;:，；：、—–]["»”]?\s*)(?=[^\s,;:，；：、—–])/gu;
const WORD_START = /(?<=\s)(?=\S)/gu;
// A clause is a better place for a sentence to begin than the middle of it, a sentence a better one than a clause.
const CLAUSE_FAVOUR = 1.5;
const SENTENCE_FAVOUR = 3;

/**
 * Where in a heard passage each of the record's sentences begins that it holds together.
 * @returns a place for each of them; the first is 0
 */
export function splitPassage(passage: Passage, sentences: readonly string[], weights: Weights): number[] {
  const places = [0];
  const bags = sentences.map(bagOf);
  let from = 0;
  for (let n = 1; n < sentences.length; n += 1) {
    const own = bags[n - 1];
    const rest = mergedBag(bags.slice(n));
    if (own === undefined) continue;
    from = bestPlace(passage, from, own, rest, weights) ?? proportional(passage.text, sentences, n);
    places.push(from);
  }
  return places;
}

function bestPlace({ text, sentenceStarts }: Passage, from: number, own: Bag, rest: Bag, weights: Weights): number | null {
  const starts = new Set(sentenceStarts);
  const favours = new Map<number, number>();
  for (const { index } of text.matchAll(WORD_START)) favours.set(index, 0);
  for (const { index } of text.matchAll(CLAUSE)) favours.set(index, CLAUSE_FAVOUR);
  for (const place of starts) favours.set(place, SENTENCE_FAVOUR);
  let best: { readonly place: number; readonly score: number } | null = null;
  for (const [place, favour] of favours) {
    if (place <= from || place >= text.length) continue;
    const score = favour + weights.common(own, bagOf(text.slice(from, place))) + weights.common(rest, bagOf(text.slice(place)));
    if (best === null || score > best.score) best = { place, score };
  }
  return best?.place ?? null;
}

const proportional = (text: string, sentences: readonly string[], n: number): number => {
  const all = sentences.reduce((sum, { length }) => sum + length, 0);
  return Math.round((text.length * sentences.slice(0, n).reduce((sum, { length }) => sum + length, 0)) / all);
};
