import { createDamageList } from '../formats/read/damage.ts';
import { decodeText } from '../formats/read/decode.ts';
import { LIMITS, WordsRefused } from '../formats/read/refused.ts';
import type { Damage } from '../segment.ts';
import { findFurniture } from './parts/furniture.ts';
import { joinLines, learnHyphens, partOfFlow, type Hyphens } from './parts/flow.ts';
import { parseTurns } from './parts/turns.ts';
import type { ReadRecord, RemovedText } from './record.ts';
import { docxSource, type DocxParts } from './source/docx.ts';
import { htmlSource } from './source/html.ts';
import { plainSource, type SourceLine, type SourceText } from './source/source-text.ts';

/** A record as it comes: a file of text (perhaps taken from a PDF) or a web page, the same decoded, or the parts of a DOCX. */
export type RecordFile =
  | { readonly form: 'bytes'; readonly bytes: Uint8Array }
  | { readonly form: 'text' | 'html'; readonly text: string }
  | { readonly form: 'docx'; readonly parts: DocxParts };

/**
 * Reads an official record: who speaks, in what capacity and language, paragraph by paragraph and sentence by sentence.
 * What isn't said by anybody is set apart with its reason. Throws `WordsRefused` where nobody speaks in it.
 * @param language of the record (BCP 47), where it is known; else its labels tell it
 */
export function readRecord(file: RecordFile, language: string | null = null): ReadRecord & { readonly damage: readonly Damage[] } {
  const damage = createDamageList();
  const source = sourceOf(file, damage);
  if (source.lines.length > LIMITS.segments) throw new WordsRefused('too_many_segments', `The record has ${source.lines.length} lines; more than ${LIMITS.segments} are not read.`);
  const furniture = findFurniture(source.lines);
  const body = source.lines.filter(({ number }) => !furniture.has(number));
  const hyphens = learnHyphens(body);
  const { turns, stages, front, recordLanguage } = parseTurns(body, hyphens, language);
  if (turns.length === 0) throw new WordsRefused('broken', 'Nobody speaks in this record: there is no line that begins with a speaker and a colon.');
  const removed = [...grouped(source.lines, (number) => furniture.get(number) ?? null, hyphens), ...grouped(front, () => 'front matter', hyphens)];
  return { source: source.text, language: recordLanguage, turns, stages, removed: removed.toSorted((a, b) => a.from - b.from), damage: damage.list() };
}

const SNIFFED = 2000;
const HTML = /<(?:!doctype html|html|head|body|p|div|article)[\s>]/iu;

function sourceOf(file: RecordFile, damage: ReturnType<typeof createDamageList>): SourceText {
  if (file.form === 'docx') return docxSource(file.parts, damage);
  const text = file.form === 'bytes' ? decodeText(file.bytes, damage).replace(/^\uFEFF/u, '') : file.text;
  return file.form === 'html' || (file.form === 'bytes' && HTML.test(text.slice(0, SNIFFED))) ? htmlSource(text) : plainSource(text);
}

/** Lines beside each other that were removed for one reason are one piece. */
function grouped(lines: readonly SourceLine[], reasonOf: (number: number) => RemovedText['why'] | null, hyphens: Hyphens): RemovedText[] {
  const groups: { why: RemovedText['why']; lines: SourceLine[] }[] = [];
  for (const line of lines) {
    const why = reasonOf(line.number);
    if (why === null || line.text.trim() === '') continue;
    const last = groups.at(-1);
    if (last !== undefined && last.why === why && last.lines.at(-1)?.number === line.number - 1) last.lines.push(line);
    else groups.push({ why, lines: [line] });
  }
  return groups.flatMap(({ why, lines: own }) => {
    const flow = joinLines(own, hyphens);
    const part = partOfFlow(flow, 0, flow.text.length);
    return part === null ? [] : [{ why, ...part, text: own.map(({ text }) => text.trim()).join('\n'), line: own[0]?.number ?? 0, endLine: own.at(-1)?.number ?? 0 }];
  });
}
