import { baseOf } from '../base-language.ts';
import type { ListedTurn } from './floor-turns.ts';
import type { Span } from '../sound/index.ts';
import { firstFrom } from './spans.ts';

// Two encodings of one sound put the edges of speech apart by so much at most.
const SAME_MS = 80;
const LEAST_EDGES = 4;
// By chance one edge in ten has another so near.
const SAME_SHARE = 0.6;

/**
 * Whether a channel carries the floor itself during a turn: speech begins and ends in both at the same moments. With too few
 * edges to tell, the languages do.
 */
export function carriesFloor(turn: ListedTurn, floor: readonly Span[], channel: readonly Span[], language: string): boolean {
  const own = floor.slice(firstFrom(floor, ({ endMs }) => endMs, turn.startMs), firstFrom(floor, ({ startMs }) => startMs, turn.endMs));
  const edges = own.length * 2;
  const near = ({ startMs, endMs }: Span): number => Number(hasNear(channel, 'startMs', startMs)) + Number(hasNear(channel, 'endMs', endMs));
  const share = own.reduce((sum, one) => sum + near(one), 0) / Math.max(1, edges);
  const sameLanguage = turn.language !== null && baseOf(turn.language) === baseOf(language);
  return edges < LEAST_EDGES ? sameLanguage && share > 0 : share >= SAME_SHARE;
}

function hasNear(stretches: readonly Span[], edge: keyof Span, ms: number): boolean {
  const found = stretches[firstFrom(stretches, (one) => one[edge], ms - SAME_MS)];
  return found !== undefined && found[edge] <= ms + SAME_MS;
}
