import type { Segment } from '../segment.ts';
import type { Span } from '../sound/index.ts';
import { carriesFloor } from './carried.ts';
import type { ListedTurn } from './floor-turns.ts';

/** A channel that may carry the floor now and then, and has words. */
export interface WordedChannel {
  readonly language: string;
  readonly speech: readonly Span[];
  readonly text: readonly Segment[];
}

const EDGE_MS = 300;

/**
 * What is said at the floor, where nobody has written it down: each turn in the words of the channel of its language, which carries the
 * floor meanwhile. Turns in other languages are missing.
 */
export function floorText(turns: readonly ListedTurn[], floorSpeech: readonly Span[], channels: readonly WordedChannel[]): Segment[] {
  return turns.flatMap((turn) => {
    const channel = channels.find(({ language, speech }) => carriesFloor(turn, floorSpeech, speech, language));
    return (channel?.text ?? []).filter(({ startMs, endMs }) => {
      const middle = (startMs + endMs) / 2;
      return middle >= turn.startMs - EDGE_MS && middle <= turn.endMs + EDGE_MS;
    });
  }).toSorted((a, b) => a.startMs - b.startMs);
}
