/** A line of a document as it was read, or one of its paragraphs where it has no lines. */
export interface SourceLine {
  readonly text: string;
  /** Offset of its first letter in the whole text. */
  readonly from: number;
  /** From 1. */
  readonly number: number;
  /** `frame` is what surrounds a text on a page of the web: navigation, heads and feet. */
  readonly part: 'body' | 'footnote' | 'frame';
  /** It is a paragraph by itself, as the document says; otherwise that is told by its look. */
  readonly paragraph: boolean;
}

/** The text of a document, and its lines. */
export interface SourceText {
  readonly text: string;
  readonly lines: readonly SourceLine[];
}

// Lines of a printed column; what is longer was never wrapped, so that each line is a paragraph.
const LONGEST_PRINTED = 160;

/** Plain text, perhaps taken from a PDF: lines as they were printed. */
export function plainSource(text: string): SourceText {
  const found = [...text.matchAll(/[^\r\n\f]*(?:\r\n|[\r\n\f]|$)/gu)].filter(({ 0: all, index }) => all !== '' || index < text.length);
  const bare = found.map(({ 0: all, index }) => ({ text: all.replace(/[\r\n\f]+$/u, ''), from: index }));
  const written = bare.map((line) => line.text.length).filter((length) => length > 0).toSorted((a, b) => a - b);
  const paragraph = (written[Math.floor(written.length * 0.9)] ?? 0) > LONGEST_PRINTED;
  return { text, lines: bare.map((line, at) => ({ ...line, number: at + 1, part: 'body', paragraph })) };
}

/** Paragraphs of a document that has no lines, each becoming a line. */
export function paragraphSource(paragraphs: readonly Pick<SourceLine, 'text' | 'part'>[]): SourceText {
  let from = 0;
  const lines = paragraphs.map(({ text, part }, at) => {
    const line: SourceLine = { text, from, number: at + 1, part, paragraph: true };
    from += text.length + 1;
    return line;
  });
  return { text: lines.map(({ text }) => text).join('\n'), lines };
}
