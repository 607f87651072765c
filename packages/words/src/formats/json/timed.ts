import type { Segment, Word } from '../../segment.ts';
import { type DamageList, quote } from '../read/damage.ts';
import { makeSegment, makeWord, type Passage } from '../read/segments.ts';
import { joinWords } from './sentences.ts';
import { asNumber, asText, type JsonObject } from './values.ts';

/** Where a form of JSON keeps what a piece of speech is. Times in the unit that `time` reads. */
export interface Fields {
  readonly text: readonly string[];
  readonly start: readonly string[];
  readonly end: readonly string[];
  readonly speaker?: readonly string[];
  readonly confidence?: readonly string[];
  readonly language?: readonly string[];
  /** Reads a time into ms. */
  readonly time: (value: unknown) => number | null;
}

/** The first of several fields that is there. */
export const first = (object: JsonObject, names: readonly string[] = []): unknown => names.map((name) => object[name]).find((value) => value != null);

/** Words of a list; those without times are passed over, for a recogniser that can't place a word leaves its times out. */
export function readWordList(list: readonly JsonObject[], fields: Fields): Word[] {
  return list.flatMap((each) => {
    const startMs = fields.time(first(each, fields.start));
    const endMs = fields.time(first(each, fields.end));
    const confidence = asNumber(first(each, fields.confidence));
    if (startMs === null || endMs === null) return [];
    return makeWord(startMs, endMs, asText(first(each, fields.text)) ?? '', confidence === null ? null : Math.min(1, Math.max(0, confidence))) ?? [];
  });
}

/** One piece of speech; where its times are missing they are those of its words, and where there are none either it is kept as text. */
export function readPiece(piece: JsonObject, words: readonly Word[], fields: Fields, damage: DamageList, passages: Passage[]): Segment[] {
  const text = asText(first(piece, fields.text)) ?? joinWords(words.map((word) => word.text));
  const startMs = fields.time(first(piece, fields.start)) ?? words[0]?.startMs ?? null;
  const endMs = fields.time(first(piece, fields.end)) ?? words.at(-1)?.endMs ?? null;
  const speaker = asText(first(piece, fields.speaker));
  if (text.trim() === '') return [];
  if (startMs === null || endMs === null) {
    damage.add(null, `has text without times: ${quote(text)}`);
    passages.push({ line: null, text: text.trim(), speaker });
    return [];
  }
  if (endMs < startMs) damage.add(null, `has text that ends before it begins: ${quote(text)}; it was given no length`);
  return [makeSegment(startMs, endMs, text, { words, speaker, language: asText(first(piece, fields.language)) })];
}
