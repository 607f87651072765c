import type { Span } from '../../sound/span.ts';
import type { ReadText } from '../../segment.ts';
import { readSbv } from '../blocks/read-sbv.ts';
import { readSrt } from '../blocks/read-srt.ts';
import { readJson, readJsonLines } from '../json/read.ts';
import { readScc } from '../scc/read.ts';
import { looksLikeStl, readStl } from '../stl/read.ts';
import { readPlain } from '../text/read-plain.ts';
import { readTable } from '../text/read-table.ts';
import { readTtml } from '../ttml/read.ts';
import { readWebVtt } from '../webvtt/read.ts';
import { createDamageList, type DamageList } from './damage.ts';
import { decodeText } from './decode.ts';
import { refuseCrowd } from './lines.ts';
import type { Reader, Reading } from './reading.ts';
import { recogniseText, type WordsFormat } from './recognise.ts';
import { LIMITS, WordsRefused } from './refused.ts';
import { byTime, type Passage } from './segments.ts';

/** What was read, and from which form. */
export interface ReadWords extends ReadText {
  readonly format: WordsFormat;
  /** What the file holds without times, in its order; nothing of it is among the segments. */
  readonly passages: readonly Passage[];
  /** Where somebody speaks and the text has nothing, in ms; none where the file doesn't tell. */
  readonly holes: readonly Span[];
}

/** What is known of a file besides its bytes. */
export interface ReadWordsHints {
  /** Of the file; only asked where the contents don't tell the form. */
  readonly name?: string;
  /** Where somebody has said it; then the contents aren't asked. */
  readonly format?: WordsFormat;
}

const READERS: Readonly<Record<Exclude<WordsFormat, 'stl'>, Reader>> = {
  webvtt: readWebVtt, srt: readSrt, sbv: readSbv, table: readTable, plain: readPlain, ttml: readTtml, json: readJson, jsonl: readJsonLines, scc: readScc,
};

/**
 * Reads captions or a transcript of any known form, whatever their encoding and state: what can be read is there, what was mended or can't be
 * placed in time is told in `damage` and kept. Throws `WordsRefused` where nothing can be read, or where a file is built to do harm.
 */
export function readWords(bytes: Uint8Array, { name, format }: ReadWordsHints = {}): ReadWords {
  const damage = createDamageList();
  const { chosen, reading } = read(bytes, name ?? null, format, damage);
  if (reading.segments.length > LIMITS.segments) {
    throw new WordsRefused('too_many_segments', `The file has ${reading.segments.length} captions; more than ${LIMITS.segments} are not read.`);
  }
  if (reading.segments.length === 0 && reading.passages.length === 0) damage.add(null, 'holds no words');
  return { format: chosen, segments: byTime(reading.segments), passages: reading.passages, language: reading.language, holes: reading.holes ?? [], damage: damage.list() };
}

function read(bytes: Uint8Array, name: string | null, format: WordsFormat | undefined, damage: DamageList): { readonly chosen: WordsFormat; readonly reading: Reading } {
  if (format === 'stl' || (format === undefined && looksLikeStl(bytes))) return { chosen: 'stl', reading: readStl(bytes, damage) };
  const text = decodeText(bytes, damage);
  refuseCrowd(text);
  const chosen = format ?? recogniseText(text, name);
  return { chosen, reading: READERS[chosen](text, damage) };
}
