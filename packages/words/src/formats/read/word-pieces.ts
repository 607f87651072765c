import type { Segment, Word } from '../../segment.ts';

/** A part of a segment's text: a word with its times, or what stands between words. */
export interface Piece {
  readonly text: string;
  readonly word: Word | null;
}

/** Parts a segment's text at its words; together the pieces are the text. Null where there are no words, or they aren't those of the text. */
export function wordPieces({ text, words }: Segment): Piece[] | null {
  if (words === null) return null;
  const pieces: Piece[] = [];
  let at = 0;
  for (const word of words) {
    const found = text.indexOf(word.text, at);
    if (found < 0) return null;
    if (found > at) pieces.push({ text: text.slice(at, found), word: null });
    pieces.push({ text: word.text, word });
    at = found + word.text.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), word: null });
  return pieces;
}
