import { isSbvTiming } from '../blocks/read-sbv.ts';
import { mendTiming } from '../blocks/timing.ts';
import { timedLine } from '../text/read-plain.ts';
import { tableForm } from '../text/read-table.ts';
import { hasVttSignature } from '../webvtt/document.ts';

/** Every form of words in time that is read. `plain` has times or none. */
export const WORDS_FORMATS = ['webvtt', 'srt', 'sbv', 'ttml', 'scc', 'stl', 'json', 'jsonl', 'table', 'plain'] as const;

/** One of the forms that are read. */
export type WordsFormat = (typeof WORDS_FORMATS)[number];

const LOOKED_AT_LINES = 200;
const BY_EXTENSION: Readonly<Partial<Record<string, Exclude<WordsFormat, 'stl'>>>> = { srt: 'srt', sbv: 'sbv', scc: 'scc' };
/** Tells the form of a text by what is in it; the name of the file decides only where the contents say nothing. */
export function recogniseText(text: string, name: string | null): Exclude<WordsFormat, 'stl'> {
  const head = text.slice(0, 100_000).replace(/^[\uFEFF\s]+/u, '');
  if (hasVttSignature(text)) return 'webvtt';
  if (/^Scenarist_SCC V\d/iu.test(head)) return 'scc';
  if (/^<(?:\?xml|!--|!DOCTYPE|(?:[A-Za-z][\w.-]*:)?tt\b|[A-Za-z][^<>]{0,2000}\sxmlns)/iu.test(head)) return 'ttml';
  if (/^[{[]\s*(?:["{[\]}]|$)/u.test(head)) return jsonKind(head, text);
  if (/^[ \t]*(?:\d+:)?\d\d:\d\d\.\d{3} --> /mu.test(head) && /<(?:v|lang)[ .]|<\d\d:\d\d[.:]\d/u.test(head)) return 'webvtt';
  const lines = head.split(/\r\n|\n|\r/u).slice(0, LOOKED_AT_LINES);
  if (lines.some((line) => /-->|→/u.test(line) && mendTiming(line) !== null && !/^\s*[[(]/u.test(line))) return 'srt';
  if (lines.some(isSbvTiming)) return 'sbv';
  if (tableForm(lines) !== null) return 'table';
  if (lines.some((line) => timedLine(line) !== null)) return 'plain';
  // A file without a single time says nothing; what it is called then tells whether something was lost.
  const [, extension = ''] = /\.([a-z]+)$/iu.exec(name ?? '') ?? [];
  return BY_EXTENSION[extension.toLowerCase()] ?? 'plain';
}

/** One value for the whole file, or one in each line. */
const jsonKind = (head: string, text: string): 'json' | 'jsonl' => {
  const [first = ''] = head.split(/\r\n|\n|\r/u, 1);
  return first.startsWith('{') && first.trimEnd().endsWith('}') && text.trimStart().replace(/^\uFEFF/u, '').slice(first.length).trimStart().startsWith('{') && isJson(first) ? 'jsonl' : 'json';
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
