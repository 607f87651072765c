import type { DamageList } from '../../formats/read/damage.ts';
import { parseXml, type XmlElement } from '../../formats/ttml/xml.ts';
import { paragraphSource, type SourceLine, type SourceText } from './source-text.ts';

/** The parts of a DOCX file that hold text, taken out of their archive. */
export interface DocxParts {
  /** `word/document.xml` */
  readonly document: string;
  /** `word/footnotes.xml`; null where there is none. */
  readonly footnotes: string | null;
}

/** The paragraphs of a DOCX: as they read now, deletions of tracked changes left out. */
export function docxSource({ document, footnotes }: DocxParts, damage: DamageList): SourceText {
  return paragraphSource([
    ...paragraphs(parseXml(document, damage), 'body'),
    ...(footnotes === null ? [] : paragraphs(parseXml(footnotes, damage), 'footnote')),
  ]);
}

function paragraphs(root: XmlElement | null, part: SourceLine['part']): Pick<SourceLine, 'text' | 'part'>[] {
  if (root === null) return [];
  if (root.name === 'p') {
    return textOf(root).split('\n').map((line) => line.replace(/[^\S\u00a0]+/gu, ' ').trim()).filter((text) => text !== '').map((text) => ({ text, part }));
  }
  return root.children.flatMap((child) => (typeof child === 'string' ? [] : paragraphs(child, part)));
}

const SIGNS: Readonly<Record<string, string>> = { tab: ' ', br: '\n', cr: '\n', noBreakHyphen: '-' };
// Deleted text, field codes, and a second form of what Fallback repeats for old programs.
const LEFT = new Set(['del', 'delText', 'instrText', 'moveFrom', 'Fallback', 'pPr', 'rPr']);

function textOf(element: XmlElement): string {
  if (LEFT.has(element.name)) return '';
  const sign = SIGNS[element.name];
  if (sign !== undefined) return sign;
  return element.children.map((child) => (typeof child === 'string' ? (element.name === 't' ? child : '') : textOf(child))).join('');
}
