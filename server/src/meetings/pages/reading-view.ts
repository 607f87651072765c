import type { TurnView } from './meeting-view.ts';
import type { Reading } from './reading.ts';
import { cutParagraph, type PieceSentence } from './spoken-pieces.ts';
import { viewSpoken } from './spoken-view.ts';
import type { SpokenSegment, SpokenText } from './words.ports.ts';

/** One text's part of a moment, cut where something is marked. */
export interface Cell {
  readonly sentences: readonly PieceSentence[];
  /** How many hits stand before this cell. */
  readonly hitsBefore: number;
}

/** A turn at the floor with its rows. */
export interface ReadTurn {
  readonly turn: TurnView | null;
  readonly speaker: string | null;
  /** A cell for each text; null where it says nothing. */
  readonly rows: readonly { readonly startMs: number; readonly cells: readonly (Cell | null)[] }[];
}

/** What a reader has open, ready to be written. */
export interface ReadingView {
  readonly turns: readonly ReadTurn[];
  /** When each hit is said, in the order of reading. */
  readonly hits: readonly number[];
}

/** Chinese and Japanese put nothing between sentences. */
export const gapOf = (language: string): string => (/^(zh|ja|yue)\b/.test(language) ? '' : ' ');

/** The segments of a text with its holes among them, by time. */
function withHoles({ segments, holes = [] }: SpokenText): readonly SpokenSegment[] {
  if (holes.length === 0) return segments;
  const gaps = holes.map(({ startMs, endMs }): SpokenSegment => ({ startMs, endMs, text: '', speaker: null, language: null, hole: true }));
  return [...segments, ...gaps].toSorted((a, b) => a.startMs - b.startMs);
}

/** Puts texts under their turns, side by side, and marks in them what is looked for. */
export function viewReading({ columns, query, doubts }: Pick<Reading, 'columns' | 'query' | 'doubts'>, turns: readonly TurnView[]): ReadingView {
  const hits: number[] = [];
  const spoken = viewSpoken(columns.map(({ channel, text }) => ({ segments: withHoles(text), interpreted: channel.role !== 'floor' })), turns);
  const read = spoken.map(({ turn, speaker, moments }) => ({
    turn, speaker,
    rows: moments.map(({ startMs, cells }) => ({
      startMs,
      cells: cells.map((segments, n): Cell | null => {
        if (segments.length === 0) return null;
        const hitsBefore = hits.length;
        const cut = cutParagraph(segments, gapOf(columns[n]?.text.language ?? ''), { query, doubts });
        hits.push(...cut.hits.map((hit) => hit.startMs));
        return { sentences: cut.sentences, hitsBefore };
      }),
    })),
  }));
  return { turns: read, hits };
}
