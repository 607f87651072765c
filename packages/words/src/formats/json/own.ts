import type { Segment, Word } from '../../segment.ts';
import type { Span } from '../../sound/span.ts';
import { type DamageList, quote } from '../read/damage.ts';
import { tidyText } from '../read/lines.ts';
import type { Reading } from '../read/reading.ts';
import { makeSegment, makeWord, type Passage } from '../read/segments.ts';
import type { JsonReader } from './recognisers.ts';
import { asNumber, asObject, asObjects, asText, type JsonObject } from './values.ts';

/**
 * Our own form, which holds all that segments are:
 * `{"format": "openfloor-words", "version": 1, "language": "fr", "segments": [{"startMs": 0, "endMs": 900, "text": "Merci.", "speaker": null,
 * "language": null, "words": [{"startMs": 0, "endMs": 900, "text": "Merci.", "confidence": 0.9}]}]}`.
 * As JSONL the first line is the same without `segments`, and each further line is one of them. Where somebody speaks and the text has nothing, the
 * first line has `"holes": [{"startMs": 900, "endMs": 3000}]`.
 */
const OWN_FORMAT = 'openfloor-words';
const VERSION = 1;

interface Head {
  readonly language: string | null;
  readonly holes: readonly Span[];
}

const head = ({ language = null, holes = [] }: Partial<Head>) => ({ format: OWN_FORMAT, version: VERSION, language, ...(holes.length > 0 && { holes: holes.map(({ startMs, endMs }) => ({ startMs, endMs })) }) });

/** Writes everything, as one JSON value with a segment in each line. */
export function writeJson(segments: readonly Segment[], about: Partial<Head> = {}): string {
  const start = JSON.stringify(head(about)).slice(0, -1);
  return `${start},"segments":[${segments.length === 0 ? '' : '\n'}${segments.map((segment) => JSON.stringify(ordered(segment))).join(',\n')}\n]}\n`;
}

/** Writes everything, one JSON value a line; can be written and read piece by piece. */
export function writeJsonLines(segments: readonly Segment[], about: Partial<Head> = {}): string {
  return [head(about), ...segments.map(ordered)].map((value) => `${JSON.stringify(value)}\n`).join('');
}

const ordered = ({ startMs, endMs, text, speaker, language, words }: Segment) => ({
  startMs, endMs, text, speaker, language,
  words: words?.map((word) => ({ startMs: word.startMs, endMs: word.endMs, text: word.text, confidence: word.confidence })) ?? null,
});

/** Reads our own form. */
export const readOwn: JsonReader = (json, damage) => {
  if (json['format'] !== OWN_FORMAT) return null;
  if (json['version'] !== VERSION) damage.add(null, `is of version ${JSON.stringify(json['version'])} of the form; what version ${VERSION} knows of it was read`);
  return readOwnSegments(asObjects(json['segments']).map((value) => ({ value, line: null })), json, damage);
};

/** Reads segments of our own form, each perhaps from a line of its own, and what stands above them. */
export function readOwnSegments(list: readonly { readonly value: JsonObject; readonly line: number | null }[], above: JsonObject, damage: DamageList): Reading {
  const passages: Passage[] = [];
  const segments = list.flatMap(({ value, line }) => {
    const text = tidyText(asText(value['text']) ?? '');
    const startMs = asNumber(value['startMs']);
    const endMs = asNumber(value['endMs']);
    const speaker = asText(value['speaker']);
    if (startMs !== null && endMs !== null && endMs >= startMs) return [makeSegment(startMs, endMs, text, { words: ownWords(value['words']), speaker, language: asText(value['language']) })];
    damage.add(line, `has text without good times: ${quote(text)}`);
    passages.push({ line, text, speaker });
    return [];
  });
  const holes = asObjects(above['holes']).flatMap(({ startMs, endMs }): Span[] => {
    const [from, to] = [asNumber(startMs), asNumber(endMs)];
    return from !== null && to !== null && from >= 0 && to > from ? [{ startMs: Math.round(from), endMs: Math.round(to) }] : [];
  });
  return { segments, passages, language: asText(above['language']), ...(holes.length > 0 && { holes }) };
}

const ownWords = (value: unknown): Word[] => asObjects(value).flatMap((word) => {
  const { startMs, endMs, text, confidence } = word;
  return makeWord(asNumber(startMs) ?? 0, asNumber(endMs) ?? 0, asText(text) ?? '', asNumber(confidence)) ?? [];
});

/** True for the first line of our own JSONL. */
export const isOwnHead = (value: unknown): boolean => asObject(value)?.['format'] === OWN_FORMAT && asObject(value)?.['segments'] === undefined;
