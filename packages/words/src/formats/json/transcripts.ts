import type { Passage } from '../read/segments.ts';
import type { JsonReader } from './recognisers.ts';
import { type Fields, readPiece, readWordList } from './timed.ts';
import { asNumber, asObject, asObjects, asSeconds, asText, type JsonObject } from './values.ts';

const SENTENCE = { text: ['text'], start: ['start'], end: ['end'], speaker: ['speaker'] };

/** UN Transcripts: statements of one speaker, with paragraphs and sentences; in seconds where it comes from the site's addresses, in ms in its own store. */
export const readUnTranscripts: JsonReader = (json, damage) => {
  const transcript = asObject(json['transcript']);
  const published = transcript === null ? null : transcript['data'];
  const stored = json['statements'] ?? asObject(json['content'])?.['statements'];
  const statements = asObjects(published ?? stored);
  if (!statements.some((statement) => Array.isArray(statement['paragraphs']))) return null;
  const fields: Fields = { ...SENTENCE, time: Array.isArray(published) ? asSeconds : asNumber };
  const passages: Passage[] = [];
  const segments = statements.flatMap((statement) => asObjects(statement['paragraphs']).flatMap((paragraph) => asObjects(paragraph['sentences']).flatMap((sentence) =>
    readPiece({ ...sentence, speaker: speakerName(statement['speaker']) }, readWordList(asObjects(sentence['words']), fields), fields, damage, passages))));
  return { segments, passages, language: asText(transcript?.['language'] ?? json['language_code']) };
};

/** As text, or as an object with name, function and affiliation. */
function speakerName(speaker: unknown): string | null {
  const object = asObject(speaker);
  if (object === null) return asText(speaker);
  const place = asText(object['affiliation_full']) ?? asText(object['affiliation']);
  const parts = [asText(object['name']), asText(object['function']), place].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

/** A transcript of Podcasting 2.0: `startTime` and `endTime` in seconds, `body`. */
export const readPodcast: JsonReader = (json, damage) => {
  const list = asObjects(json['segments']);
  if (!list.some((each) => each['body'] !== undefined && each['startTime'] !== undefined)) return null;
  const fields: Fields = { text: ['body'], start: ['startTime'], end: ['endTime'], speaker: ['speaker'], time: asSeconds };
  const passages: Passage[] = [];
  return { segments: list.flatMap((each) => readPiece(each, [], fields, damage, passages)), passages, language: asText(json['language']) };
};

/** aeneas: `fragments` with `begin`, `end` in seconds and `lines`. */
export const readAeneas: JsonReader = (json, damage) => {
  const list = asObjects(json['fragments']);
  if (list.length === 0) return null;
  const fields: Fields = { text: ['text'], start: ['begin'], end: ['end'], language: ['language'], time: asSeconds };
  const passages: Passage[] = [];
  const text = ({ lines }: JsonObject): string => (Array.isArray(lines) ? lines.filter((line) => typeof line === 'string').join('\n') : '');
  const languages = new Set(list.map(({ language }) => asText(language)));
  const common = languages.size === 1 ? asText(list[0]?.['language']) : null;
  const segments = list.flatMap((each) => readPiece({ ...each, text: text(each), language: common === null ? each['language'] : null }, [], fields, damage, passages));
  return { segments, passages, language: common };
};
