import type { Heard } from './heard.ts';
import { DOUBT_MS, type PlacedSentence } from './placed.ts';
import type { Bag, Weights } from './similarity.ts';

/** What two sentences have in common, as part of what they have, from which on they probably say the same. */
const ALIKE = 0.2;

/**
 * Marks sentences that an editor has moved: the record has them after others, somebody said them before, or the other way round. Texts go
 * forward, so such a sentence found no partner or a poor one, though a better one stands further off in its turn.
 */
export function markMoved(placed: readonly PlacedSentence[], bags: readonly Bag[], heard: readonly Heard[], heardBags: readonly Bag[], starts: readonly number[], weights: Weights, isSure: (at: number) => boolean): PlacedSentence[] {
  return placed.map((one, at) => {
    const own = bags[at];
    if (own === undefined || isSure(at)) return one;
    const [from, to] = [starts[one.turn] ?? 0, starts[one.turn + 1] ?? heard.length];
    const elsewhere = heard.slice(from, to).some(({ startMs }, n) => {
      const other = heardBags[from + n];
      return other !== undefined && Math.abs(startMs - one.startMs) > DOUBT_MS && likeness(own, other, weights) >= ALIKE;
    });
    return elsewhere ? { ...one, doubtful: true } : one;
  });
}

const likeness = (a: Bag, b: Bag, weights: Weights): number => (2 * weights.common(a, b)) / Math.max(1e-6, weights.mass(a) + weights.mass(b));
