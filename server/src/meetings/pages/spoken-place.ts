import { turnAt } from '@openfloor/player';
import type { TurnView } from './meeting-view.ts';
import type { SpokenSegment } from './words.ports.ts';

/** One text of those that are read side by side. */
export interface Column {
  readonly segments: readonly SpokenSegment[];
  /** True for an interpreter's words, which come after the speaker's. */
  readonly interpreted: boolean;
}

/** A sentence with its place: the stretch of the timeline it belongs to, and when the floor said it, as far as is known. */
export interface Placed {
  readonly segment: SpokenSegment;
  readonly column: number;
  /** Which of the stretches, from 0. */
  readonly stretch: number;
  /** As the text names the speaker, where nobody is listed. */
  readonly speaker: string | null;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Interpreters begin and end after the speaker: where nobody has measured it, a sentence is taken back by so much to tell whose it is. */
const USUAL_LAG_MS = 2000;

/** Finds for each sentence while whose turn it is said. `stretches` are where somebody begins or ends: between two of them one person has the floor, or nobody. */
export function placeSegments(columns: readonly Column[], turns: readonly TurnView[]): { readonly placed: readonly Placed[]; readonly stretches: readonly number[] } {
  const stretches = [...new Set([Number.NEGATIVE_INFINITY, ...turns.flatMap(({ startMs, endMs }) => [startMs, endMs])])].sort((a, b) => a - b);
  const placed = columns.flatMap(({ segments, interpreted }, column) => segments.map((segment): Placed => {
    const { startMs, endMs } = segment;
    const fromMs = interpreted ? segment.floorMs ?? startMs - USUAL_LAG_MS : startMs;
    // Between two turns it is the one that begins: nobody is interpreted before he speaks.
    const at = interpreted ? [fromMs, startMs, endMs] : [(startMs + endMs) / 2];
    const listed = at.find((one) => turnAt(turns, one) !== null);
    const ms = listed ?? startMs;
    return { segment, column, speaker: listed === undefined ? segment.speaker : null, stretch: stretches.findLastIndex((from) => from <= ms), fromMs, toMs: fromMs + endMs - startMs };
  }));
  return { placed, stretches };
}
