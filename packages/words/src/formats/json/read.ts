import { type DamageList, quote } from '../read/damage.ts';
import type { Reader, Reading } from '../read/reading.ts';
import { WordsRefused } from '../read/refused.ts';
import { isOwnHead, readOwn, readOwnSegments } from './own.ts';
import { type JsonReader, readAssemblyAi, readGoogle, readSherpa, readWhisper, readWhisperCpp } from './recognisers.ts';
import { readAeneas, readPodcast, readUnTranscripts } from './transcripts.ts';
import { asObject, asText, type JsonObject } from './values.ts';

/** In the order in which they are asked; each says by the contents whether it is meant. */
const READERS: readonly JsonReader[] = [readOwn, readUnTranscripts, readPodcast, readAeneas, readWhisperCpp, readGoogle, readAssemblyAi, readSherpa, readWhisper];

function readObject(json: JsonObject, damage: DamageList): Reading | null {
  for (const reader of READERS) {
    const reading = reader(json, damage);
    if (reading !== null) return reading;
  }
  const text = asText(json['text']);
  return text === null ? null : { segments: [], passages: [{ line: null, text: text.trim(), speaker: null }], language: asText(json['language']) };
}

/** Reads a transcript in JSON: our own, a podcast's, UN Transcripts', or of a recogniser. */
export const readJson: Reader = (text, damage) => {
  const json = parse(text);
  // A bare list is what its only field would hold.
  const object = Array.isArray(json) ? { segments: json as unknown[] } : asObject(json);
  const reading = object === null ? null : readObject(object, damage);
  if (reading === null) {
    throw new WordsRefused('unknown_format', 'The file is JSON, but of none of the forms that are known: Openfloor, Podcasting 2.0, UN Transcripts, Whisper, whisper.cpp, sherpa-onnx, AssemblyAI, Google Speech, aeneas.');
  }
  return reading;
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    throw new WordsRefused('broken', `The file begins like JSON but can't be read: ${error instanceof Error ? error.message.slice(0, 200) : 'it is cut off or damaged'}.`);
  }
}

/** Reads JSON with one value a line: our own form, or one result of a recogniser in each. A damaged line is told and left out. */
export const readJsonLines: Reader = (text, damage) => {
  const values = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u).flatMap((source, at) => {
    if (source.trim() === '') return [];
    const value = parseLine(source);
    if (value === null) damage.add(at + 1, `is no JSON object: ${quote(source.slice(0, 1000))}`);
    return value === null ? [] : [{ line: at + 1, value }];
  });
  const [head] = values;
  if (head !== undefined && isOwnHead(head.value)) return readOwnSegments(values.slice(1), head.value, damage);
  const readings = values.map(({ line, value }) => {
    const here: DamageList = { ...damage, add: (_, says) => damage.add(line, says) };
    const reading = readObject(isPiece(value) ? { segments: [value] } : value, here);
    if (reading === null) damage.add(line, 'is of no form that is known');
    return reading ?? { segments: [], passages: [], language: null };
  });
  const languages = [...new Set(readings.map(({ language }) => language))];
  return {
    segments: readings.flatMap(({ segments }) => segments), passages: readings.flatMap(({ passages }) => passages),
    language: languages.length === 1 ? (languages[0] ?? null) : null,
  };
};

/** A line that is itself a piece of speech, not a whole result. */
const isPiece = (value: JsonObject): boolean => ['start', 'startTime'].some((name) => name in value) && !['tokens', 'segments'].some((name) => Array.isArray(value[name]));

function parseLine(source: string): JsonObject | null {
  try {
    return asObject(JSON.parse(source));
  } catch {
    return null;
  }
}
