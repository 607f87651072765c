import type { Segment, Word } from '../../segment.ts';
import type { DamageList } from '../read/damage.ts';
import type { Reading } from '../read/reading.ts';
import type { Passage } from '../read/segments.ts';
import { sentencesOf } from './sentences.ts';
import { type Fields, first, readPiece, readWordList } from './timed.ts';
import { asNumber, asObject, asObjects, asSeconds, asText, type JsonObject } from './values.ts';

/** Reads JSON of one origin; null where it isn't of that origin. */
export type JsonReader = (json: JsonObject, damage: DamageList) => Reading | null;

const WORD = { text: ['word', 'text', 'punctuated_word'], start: ['start', 'start_time', 'startTime'], end: ['end', 'end_time', 'endTime'], confidence: ['probability', 'score', 'confidence', 'conf'] };
const SECONDS: Fields = { ...WORD, text: ['text', 'word', 'transcript'], speaker: ['speaker'], language: ['language'], time: asSeconds };
const MS: Fields = { ...SECONDS, time: asNumber };
const WORDS_IN_SECONDS: Fields = { ...WORD, time: asSeconds };

/** Every piece of a list with the words that lie in it. */
function pieces(list: readonly JsonObject[], fields: Fields, wordFields: Fields, damage: DamageList): { segments: Segment[]; passages: Passage[] } {
  const passages: Passage[] = [];
  const segments = list.flatMap((piece) => readPiece(piece, readWordList(asObjects(piece['words']), wordFields), fields, damage, passages));
  return { segments, passages };
}

/** OpenAI's Whisper, faster-whisper, WhisperX, stable-ts and the API's verbose form: `segments` with `start`, `end`, `text`, perhaps `words`. */
export const readWhisper: JsonReader = (json, damage) => {
  const list = asObjects(json['segments']);
  if (list.length === 0 || first(list[0] ?? {}, ['startTime', 'body']) != null) return null;
  const loose = readWordList(asObjects(json['words'] ?? json['word_segments']), WORDS_IN_SECONDS);
  const read = pieces(list, SECONDS, WORDS_IN_SECONDS, damage);
  const segments = read.segments.map((segment) => (segment.words === null && loose.length > 0 ? { ...segment, words: within(loose, segment) } : segment));
  return { segments, passages: read.passages, language: asText(json['language']) };
};

const within = (words: readonly Word[], { startMs, endMs }: Segment): readonly Word[] | null => {
  const own = words.filter((word) => word.startMs >= startMs && word.endMs <= endMs);
  return own.length === 0 ? null : own;
};

/** whisper.cpp: `transcription` with `offsets` in ms. */
export const readWhisperCpp: JsonReader = (json, damage) => {
  if (!Array.isArray(json['transcription'])) return null;
  const passages: Passage[] = [];
  const segments = asObjects(json['transcription']).flatMap((piece) => {
    const offsets = asObject(piece['offsets']) ?? {};
    const flat = { text: piece['text'], start: offsets['from'], end: offsets['to'], speaker: piece['speaker'] };
    return readPiece(flat, cppWords(asObjects(piece['tokens'])), MS, damage, passages);
  });
  return { segments, passages, language: asText(asObject(json['result'])?.['language']) };
};

/** Tokens that begin with a space begin a word; those in brackets are the model's marks. */
function cppWords(tokens: readonly JsonObject[]): Word[] {
  const words: { text: string; start: unknown; end: unknown; confidence: number[] }[] = [];
  for (const token of tokens) {
    const text = typeof token['text'] === 'string' ? token['text'] : '';
    const offsets = asObject(token['offsets']);
    if (offsets === null || /^\[_|^<\|/u.test(text)) continue;
    const last = words.at(-1);
    const confidence = asNumber(token['p']);
    if (last === undefined || text.startsWith(' ')) words.push({ text, start: offsets['from'], end: offsets['to'], confidence: confidence === null ? [] : [confidence] });
    else Object.assign(last, { text: last.text + text, end: offsets['to'], confidence: confidence === null ? last.confidence : [...last.confidence, confidence] });
  }
  return readWordList(words.map((word) => ({ ...word, confidence: word.confidence.length === 0 ? null : Math.min(...word.confidence) })), MS);
}

/** AssemblyAI: ms; `utterances` with speakers where these were asked for, else one list of words. */
export const readAssemblyAi: JsonReader = (json, damage) => {
  const utterances = asObjects(json['utterances']);
  const words = asObjects(json['words']);
  const inMs = json['audio_duration'] !== undefined || json['language_code'] !== undefined || json['acoustic_model'] !== undefined;
  if (!inMs || (utterances.length === 0 && words.length === 0)) return null;
  const language = asText(json['language_code'])?.replace('_', '-') ?? null;
  if (utterances.length > 0) return { ...pieces(utterances, MS, MS, damage), language };
  return { segments: sentencesOf(readWordList(words, MS)), passages: [], language };
};

/** Google Speech-to-Text, v1 and v2: `results` with `alternatives`; where speakers were asked for, the last result repeats all words with them. */
export const readGoogle: JsonReader = (json, damage) => {
  const results = asObjects(json['results'] ?? asObject(json['response'])?.['results']);
  const best = results.map((result) => asObjects(result['alternatives'])[0] ?? {});
  if (!results.some((result) => Array.isArray(result['alternatives']))) return null;
  const fields: Fields = { ...SECONDS, start: ['startTime', 'startOffset', 'start'], end: ['endTime', 'endOffset', 'end'] };
  const language = asText(results[0]?.['languageCode']);
  const tagged = asObjects(best.at(-1)?.['words']);
  const speakerOf = (word: JsonObject): string | null => asText(first(word, ['speakerLabel', 'speakerTag']));
  if (results.length > 1 && tagged.some((word) => speakerOf(word) !== null) && tagged.length > asObjects(best[0]?.['words']).length) {
    const words = tagged.flatMap((word) => readWordList([word], { ...fields, text: ['word'] }).map((read) => ({ ...read, speaker: speakerOf(word) })));
    return { segments: sentencesOf(words), passages: [], language };
  }
  const passages: Passage[] = [];
  let lastEnd = 0;
  const segments = best.flatMap((alternative, at) => {
    const words = readWordList(asObjects(alternative['words']), { ...fields, text: ['word'] });
    const end = words.at(-1)?.endMs ?? asSeconds(first(results[at] ?? {}, ['resultEndTime', 'resultEndOffset']));
    const flat = { text: alternative['transcript'], start: (words[0]?.startMs ?? lastEnd) / 1000, end: end === null ? null : end / 1000 };
    lastEnd = end ?? lastEnd;
    return readPiece(flat, words, SECONDS, damage, passages);
  });
  return { segments, passages, language };
};

/** sherpa-onnx: one utterance with `tokens` and their `timestamps`, in seconds from the start of the utterance. */
export const readSherpa: JsonReader = (json) => {
  const tokens = Array.isArray(json['tokens']) ? json['tokens'].map((token: unknown) => (typeof token === 'string' ? token : '')) : null;
  const times = Array.isArray(json['timestamps']) ? json['timestamps'].map(asNumber) : null;
  if (tokens === null || times === null) return null;
  const from = asNumber(first(json, ['start_time', 'start'])) ?? 0;
  const durations = Array.isArray(json['durations']) ? json['durations'].map(asNumber) : [];
  const words: { text: string; start: number; end: number }[] = [];
  tokens.forEach((token, at) => {
    const text = token.replaceAll('▁', ' ');
    const start = from + (times[at] ?? 0);
    const end = Math.max(start, from + (durations[at] == null ? (times[at + 1] ?? (times[at] ?? 0) + LAST_TOKEN_S) : (times[at] ?? 0) + durations[at]));
    const last = words.at(-1);
    if (last === undefined || text.startsWith(' ') || /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) words.push({ text, start, end });
    else Object.assign(last, { text: last.text + text, end });
  });
  const language = asText(first(json, ['lang', 'language']))?.replace(/^<\|(.*)\|>$/u, '$1') ?? null;
  return { segments: sentencesOf(readWordList(words, SECONDS)), passages: [], language };
};

// Most recognisers say when a token begins, not when the last one ends.
const LAST_TOKEN_S = 0.3;
