import type { Segment } from '../../segment.ts';
import { directionOf } from '../captions/direction.ts';
import { escapeXml } from '../read/escape-xml.ts';
import { paragraphsOf, type Paragraph } from '../text/paragraphs.ts';
import { stylesPart } from './styles.ts';

/** What stands above the words in a document, and in which language they are. */
export interface DocxOptions {
  /** BCP 47, of the words. */
  readonly language: string;
  readonly title: string;
  /** What the text is, one line each, under the title. */
  readonly about: readonly string[];
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * The parts of a DOCX (Office Open XML, ECMA-376) with a transcript, by their names in the archive: a heading where another speaker begins, then
 * paragraphs, each with its time. Right-to-left paragraphs and fonts follow the language. Whoever calls puts the parts into a ZIP archive.
 */
export function docxParts(segments: readonly Segment[], options: DocxOptions): ReadonlyMap<string, string> {
  return new Map([
    ['[Content_Types].xml', `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`],
    ['_rels/.rels', `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="document" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`],
    ['docProps/core.xml', `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(options.title)}</dc:title><dc:language>${escapeXml(options.language)}</dc:language></cp:coreProperties>`],
    ['word/_rels/document.xml.rels', `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="styles" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`],
    ['word/styles.xml', HEAD + stylesPart(options.language)],
    ['word/document.xml', HEAD + documentPart(paragraphsOf(segments), options)],
  ]);
}

function documentPart(paragraphs: readonly Paragraph[], { language, title, about }: DocxOptions): string {
  const rtl = directionOf(language, paragraphs[0]?.text ?? '') === 'rtl';
  const body = [
    paragraph('Title', title, { rtl: directionOf(null, title) === 'rtl' }),
    ...about.map((line) => paragraph('About', line, { rtl: directionOf(null, line) === 'rtl' })),
    ...paragraphs.flatMap((one, at) => {
      const own = one.language === null || one.language === language ? { rtl } : { rtl: directionOf(one.language, one.text) === 'rtl', language: one.language };
      const heading = one.speaker !== null && one.speaker !== paragraphs[at - 1]?.speaker ? [paragraph('Heading2', one.speaker, { rtl })] : [];
      return [...heading, paragraph(null, one.text, { ...own, time: clock(one.startMs) })];
    }),
  ];
  return `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}<w:sectPr>${rtl ? '<w:bidi/>' : ''}</w:sectPr></w:body></w:document>`;
}

interface Look {
  readonly rtl: boolean;
  /** Where it isn't that of the document. */
  readonly language?: string;
  readonly time?: string;
}

function paragraph(style: string | null, text: string, { rtl, language, time }: Look): string {
  const properties = `${style === null ? '' : `<w:pStyle w:val="${style}"/>`}${rtl ? '<w:bidi/>' : ''}`;
  const tag = language === undefined ? '' : `<w:lang w:val="${escapeXml(language)}" w:eastAsia="${escapeXml(language)}" w:bidi="${escapeXml(language)}"/>`;
  const before = time === undefined ? '' : `<w:r><w:rPr><w:rStyle w:val="Time"/></w:rPr><w:t xml:space="preserve">${time}  </w:t></w:r>`;
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${before}${runsOf(text, rtl).map((run) => written(run, tag)).join('')}</w:p>`;
}

interface Run { readonly text: string; readonly rtl: boolean }

const written = ({ text, rtl }: Run, tag: string): string => {
  const properties = `${rtl ? '<w:rtl/>' : ''}${tag}`;
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
};

const LATIN = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}](?:[^\p{Script=Arabic}\p{Script=Hebrew}\n،؛؟]*[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}])?/gu;

/** A right-to-left paragraph with its Latin names apart: Word sets the fonts and the digits of a run by its direction. */
function runsOf(text: string, rtl: boolean): readonly Run[] {
  if (!rtl) return [{ text, rtl }];
  const runs: Run[] = [];
  let at = 0;
  for (const match of text.matchAll(LATIN)) {
    if (match.index > at) runs.push({ text: text.slice(at, match.index), rtl });
    runs.push({ text: match[0], rtl: false });
    at = match.index + match[0].length;
  }
  return at < text.length ? [...runs, { text: text.slice(at), rtl }] : runs;
}

function clock(ms: number): string {
  const [hours, minutes, seconds] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60];
  return [...(hours > 0 ? [hours, String(minutes).padStart(2, '0')] : [minutes]), String(seconds).padStart(2, '0')].join(':');
}
