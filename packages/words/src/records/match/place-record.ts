import type { Segment } from '../../segment.ts';
import type { RecordTurn } from '../record.ts';
import { placeByLength, type SoundClues } from './by-length.ts';
import { placeByWords } from './by-words.ts';
import type { FlatSentence, PlacedRecord } from './placed.ts';

// Sentences of both sides multiplied, at nine bytes each: fifteen hours of speech take 360 MB. Beyond that only the lengths are compared.
const MOST_COMPARED = 40_000_000;

/** What is known of a channel. */
export interface ChannelClues extends SoundClues {
  /** What is said in it, by time; null where nobody has written it down. */
  readonly transcript: readonly Segment[] | null;
}

/**
 * Places a record on a channel's timeline. The record isn't what was said: it is edited, and translated where another language was spoken.
 * So its turns are found first, and its sentences within them.
 */
export function placeRecord(turns: readonly RecordTurn[], clues: ChannelClues): PlacedRecord {
  const flat = turns.flatMap(({ paragraphs }, turn) => paragraphs.flatMap((sentences, paragraph) => sentences.map(({ text }, sentence): FlatSentence => ({ turn, paragraph, sentence, text }))));
  const { transcript } = clues;
  return transcript === null || transcript.length === 0 || transcript.length * flat.length > MOST_COMPARED ? placeByLength(turns, flat, clues) : placeByWords(turns, flat, transcript);
}
