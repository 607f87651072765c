import type { FloorSentence } from './sentences.domain.ts';

/** How long moments shall be, in ms, and what makes a good end of one. */
const MOMENT = {
  wanted: 30_000,
  longest: 45_000,
  shortest: 15_000,
  /** A silence of this length at the floor is as good an end as there is. */
  pause: 1500,
  /** What it costs to end within a sentence, and without any silence; a moment of 15 or 45 s costs 1. */
  withinSentence: 3,
  withoutPause: 0.4,
  /** A silence of this length ends a moment in any case. */
  silence: 12_000,
} as const;

/**
 * Cuts what is said in one turn into moments: ends of sentences and pauses are preferred, and lengths near half a minute.
 * Returns the index of the first sentence of each. What is best over the whole turn is found, not what is best at first.
 */
export function cutTurn(sentences: readonly FloorSentence[]): readonly number[] {
  const costs: number[] = [0];
  const froms: number[] = [0];
  for (let end = 1; end <= sentences.length; end += 1) {
    let [least, best] = [Infinity, end - 1];
    for (let from = end - 1; from >= 0; from -= 1) {
      const cost = (costs[from] ?? Infinity) + costOf(sentences, from, end);
      if (cost < least) [least, best] = [cost, from];
      if (lengthOf(sentences, from, end) > MOMENT.longest || (from < end - 1 && silenceBefore(sentences, from + 1) > MOMENT.silence)) break;
    }
    costs[end] = least;
    froms[end] = best;
  }
  const firsts: number[] = [];
  for (let end = sentences.length; end > 0; end = froms[end] ?? 0) firsts.push(froms[end] ?? 0);
  return firsts.reverse();
}

function costOf(sentences: readonly FloorSentence[], from: number, end: number): number {
  const length = lengthOf(sentences, from, end);
  const off = (length - MOMENT.wanted) / (MOMENT.wanted - MOMENT.shortest);
  const tooLong = length > MOMENT.longest && end - from > 1 ? 10 : 0;
  let silent = 0;
  for (let n = from + 1; n < end; n += 1) if (silenceBefore(sentences, n) > MOMENT.silence) silent += 20;
  // The end of the turn is always a good end.
  const cut = end === sentences.length ? 0 : endCost(sentences, end);
  return off * off + tooLong + silent + cut;
}

function endCost(sentences: readonly FloorSentence[], end: number): number {
  const pause = Math.min(1, Math.max(0, silenceBefore(sentences, end)) / MOMENT.pause);
  return (sentences[end - 1]?.ended === false ? MOMENT.withinSentence * (1 - pause) : 0) + MOMENT.withoutPause * (1 - pause);
}

const lengthOf = (sentences: readonly FloorSentence[], from: number, end: number): number =>
  (sentences[end - 1]?.endMs ?? 0) - (sentences[from]?.startMs ?? 0);

const silenceBefore = (sentences: readonly FloorSentence[], at: number): number =>
  (sentences[at]?.startMs ?? 0) - (sentences[at - 1]?.endMs ?? 0);
