import { parseCueHead } from './cue-head.ts';
import type { CueSettings } from './settings.ts';
import { parseRegion, type Region } from './region.ts';

/** A cue as the file has it; its text is still marked up. */
export interface VttCue {
  /** Of its times, from 1. */
  readonly line: number;
  readonly id: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly settings: CueSettings;
  readonly text: string;
}

/** A block that is neither cue nor region, style or comment. */
export interface VttRest {
  readonly line: number;
  readonly lines: readonly string[];
}

/** A whole WebVTT file by the W3C's parsing rules (WebVTT, section 6.1); `rest` is what those rules throw away. */
export interface VttDocument {
  /** Lines of the header block, after the signature. */
  readonly header: readonly string[];
  readonly cues: readonly VttCue[];
  readonly regions: readonly Region[];
  readonly styles: readonly string[];
  readonly rest: readonly VttRest[];
}

/** True where a file begins as WebVTT must. */
export const hasVttSignature = (text: string): boolean => /^\uFEFF?WEBVTT(?=[ \t\r\n]|$)/u.test(text);

/** Parses a file by the W3C's rules; null where it doesn't begin with the signature. */
export function parseWebVtt(source: string): VttDocument | null {
  if (!hasVttSignature(source)) return null;
  const lines = source.replace(/^\uFEFF/u, '').replaceAll('\0', '\uFFFD').split(/\r\n|\n|\r/u);
  const header: string[] = [];
  let at = 1;
  while (at < lines.length && lines[at] !== '' && (isLegacyRegion(lines[at] ?? '') || !(lines[at] ?? '').includes('-->'))) header.push(lines[at++] ?? '');
  const found = { cues: [] as VttCue[], regions: header.flatMap(legacyRegion), styles: [] as string[], rest: [] as VttRest[] };
  while (at < lines.length) {
    if (lines[at] === '') at += 1;
    else at = readBlock(lines, at, found);
  }
  return { header, ...found };
}

const isLegacyRegion = (line: string): boolean => line.startsWith('Region:');

/** Before 2016 regions stood in the header: `Region: id=fred width=50%`. */
const legacyRegion = (line: string): Region[] => {
  const [, settings] = /^Region:[ \t]*(.*)$/u.exec(line) ?? [];
  return settings === undefined ? [] : parseRegion([settings], '=');
};

interface Found {
  readonly cues: VttCue[];
  readonly regions: Region[];
  readonly styles: string[];
  readonly rest: VttRest[];
}

/** One block: its first or second line may hold the times, a later one with an arrow begins a new block. Returns the line after it. */
function readBlock(lines: readonly string[], from: number, found: Found): number {
  const second = from + 1;
  const arrowAt = [from, second].find((at) => (lines[at] ?? '').includes('-->'));
  const hasHead = arrowAt !== undefined && (arrowAt === from || lines[from] !== '');
  let end = hasHead ? arrowAt + 1 : from;
  while (end < lines.length && lines[end] !== '' && !(lines[end] ?? '').includes('-->')) end += 1;
  if (hasHead) {
    const head = parseCueHead(lines[arrowAt] ?? '');
    const text = lines.slice(arrowAt + 1, end).join('\n');
    if (head === null) found.rest.push({ line: from + 1, lines: lines.slice(from, end) });
    else found.cues.push({ line: arrowAt + 1, id: arrowAt === from ? '' : (lines[from] ?? ''), ...head, text });
    return end;
  }
  const block = lines.slice(from, end);
  const [first = ''] = block;
  if (/^STYLE[ \t\f]*$/u.test(first) && block.length > 1) found.styles.push(block.slice(1).join('\n'));
  else if (/^REGION[ \t\f]*$/u.test(first) && block.length > 1) found.regions.push(...parseRegion(block.slice(1), ':'));
  else if (!/^NOTE(?=[ \t]|$)/u.test(first)) found.rest.push({ line: from + 1, lines: block });
  return end;
}
