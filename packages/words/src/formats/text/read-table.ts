import { type DamageList, quote } from '../read/damage.ts';
import { parseClock } from '../read/clock.ts';
import { splitLines } from '../read/lines.ts';
import type { Reader } from '../read/reading.ts';
import { makeSegment, type Passage } from '../read/segments.ts';
import type { Segment } from '../../segment.ts';

type Separator = '\t' | ',' | ';' | ' ';

/** Fields of one row; quotes as in CSV (RFC 4180), doubled inside. */
function splitRow(row: string, separator: Separator): string[] {
  const fields: string[] = [];
  const quoted = separator === '\t' ? /^$/u : /^"((?:[^"]|"")*)"/u;
  let rest = row;
  for (;;) {
    const inside = quoted.exec(rest);
    const end = inside === null ? rest.indexOf(separator) : inside[0].length;
    fields.push(inside?.[1]?.replaceAll('""', '"') ?? rest.slice(0, end < 0 ? rest.length : end));
    if (end < 0 || end >= rest.length) return fields;
    rest = rest.slice(end + 1);
  }
}

const COLUMNS = {
  start: /^(?:start|begin|from|in|start_?time|timecode in)$/iu, end: /^(?:end|to|stop|out|end_?time|timecode out)$/iu,
  text: /^(?:text|transcript|caption|subtitle|line|label|body|content)$/iu, speaker: /^(?:speaker|name|who|voice)$/iu, language: /^(?:language|lang)$/iu,
} as const;
type Columns = Readonly<Partial<Record<keyof typeof COLUMNS, number>>> & { readonly start: number; readonly end: number };

function headerColumns(fields: readonly string[]): Columns | null {
  const at = (name: keyof typeof COLUMNS): number => fields.findIndex((field) => COLUMNS[name].test(field.trim()));
  if (at('start') < 0 || at('end') < 0 || at('text') < 0) return null;
  return { start: at('start'), end: at('end'), text: at('text'), speaker: at('speaker'), language: at('language') };
}

const isTime = (field: string | undefined): boolean => field !== undefined && /^(?:\d+:){0,2}\d+[.,]\d+$|^(?:\d+:){1,2}\d+$/u.test(field.trim());

/** Without a header: two times side by side, and the text in the last of the other fields. */
function guessColumns(fields: readonly string[]): Columns | null {
  const start = fields.findIndex((field, at) => isTime(field) && isTime(fields[at + 1]));
  if (start < 0 || fields.length < 3) return null;
  return { start, end: start + 1, text: start + 2 < fields.length ? fields.length - 1 : start - 1 };
}

/** How a text is a table of times, if it is one: by a header, or by two times at the same place in its first rows. */
export function tableForm(lines: readonly string[]): { readonly separator: Separator; readonly columns: Columns; readonly header: boolean } | null {
  const rows = lines.filter((line) => line.trim() !== '').slice(0, 5);
  for (const separator of ['\t', ',', ';', ' '] as const) {
    const named = separator === ' ' ? null : headerColumns(splitRow(rows[0] ?? '', separator));
    if (named !== null && rows.length > 1) return { separator, columns: named, header: true };
    const guesses = rows.map((row) => guessColumns(splitRow(row, separator)));
    const [first] = guesses;
    if (first != null && guesses.every((guess) => guess?.start === first.start)) return { separator, columns: first, header: false };
  }
  return null;
}

/** Reads rows of times and text: Audacity's labels, CSV, TSV (Whisper's are in ms), space-separated. */
export const readTable: Reader = (text, damage) => {
  const lines = splitLines(text);
  const form = tableForm(lines);
  const passages: Passage[] = [];
  if (form === null) return { segments: [], passages, language: null };
  const { columns, separator } = form;
  const first = lines.findIndex((line) => line.trim() !== '');
  const rows = lines.map((line, at) => ({ line: at + 1, fields: splitRow(line, separator), raw: line })).filter(({ raw, line }) => raw.trim() !== '' && !(form.header && line === first + 1));
  const inMs = form.header && rows.every(({ fields }) => /^\d+$/u.test((fields[columns.start] ?? '').trim()));
  const time = (field: string | undefined): number | null => (inMs ? wholeNumber(field) : parseClock((field ?? '').trim()));
  const segments = rows.flatMap(({ line, fields, raw }): Segment[] => {
    const startMs = time(fields[columns.start]);
    const endMs = time(fields[columns.end]);
    const field = (at: number | undefined): string | null => (at === undefined || at < 0 ? null : (fields[at] ?? null));
    const spoken = guessedText(fields, columns, form.header, separator);
    if (startMs === null || endMs === null) return lost(raw, line, passages, damage);
    if (endMs < startMs) damage.add(line, 'ends before it begins; it was given no length');
    return spoken.trim() === '' ? [] : [makeSegment(startMs, endMs, spoken, { speaker: field(columns.speaker), language: field(columns.language) })];
  });
  return { segments, passages, language: null };
};

/** Rows of a table without header may have more separators inside an unquoted text. */
function guessedText(fields: readonly string[], { text = -1, end }: Columns, header: boolean, separator: Separator): string {
  if (header || text < end || separator === ' ') return fields[text] ?? fields.slice(end + 1).join(separator);
  return fields.slice(end + 1).join(separator);
}

function lost(raw: string, line: number, passages: Passage[], damage: DamageList): [] {
  damage.add(line, `has no times that can be read: ${quote(raw)}`);
  passages.push({ line, text: raw.trim(), speaker: null });
  return [];
}

const wholeNumber = (field: string | undefined): number | null => (/^\s*\d{1,15}\s*$/u.test(field ?? '') ? Number(field) : null);
