import type { Word } from '@openfloor/words';
import { inTime, type TextState } from './text-state.domain.ts';
import { fitWords } from './word-times.domain.ts';

/** New times of a segment, as an aligner found them for the text as it is now. */
export interface SegmentTimes {
  /** The number of the segment. */
  readonly id: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly words: readonly Word[] | null;
  readonly confidence: number | null;
  readonly unspoken: boolean;
}

/** The text with new times; where people have set the times of a segment, theirs stay. Numbers that aren't there are passed over. */
export function aligned(state: TextState, times: readonly SegmentTimes[]): TextState {
  const found = new Map(times.map((one) => [one.id, one]));
  const source = [...state.source];
  const segments = state.segments.map((row) => {
    const now = found.get(row.id);
    if (!now || row.edited.includes('times')) return row;
    const { startMs } = now;
    const endMs = Math.max(startMs, now.endMs);
    const [origin] = row.origins;
    const piece = source[origin ?? -1];
    // What comes in anew is compared with the source by time: its times have to be those that hold now.
    if (origin !== undefined && piece && row.origins.length === 1 && !state.segments.some((other) => other !== row && other.origins.includes(origin))) source[origin] = { ...piece, startMs, endMs };
    const { confidence, unspoken } = now;
    return { ...row, startMs, endMs, confidence, unspoken, words: fitWords(now.words ?? row.words, now.words === null ? row : { startMs, endMs }, { startMs, endMs }) };
  });
  return { ...state, segments: inTime(segments), source };
}
