import type { Segment } from '../../segment.ts';

/** A piece of a text for reading: what one speaker says until a long pause. */
export interface Paragraph {
  readonly speaker: string | null;
  /** Where the segments say it: BCP 47, of all of them. */
  readonly language: string | null;
  /** On one line. */
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

const PAUSE_MS = 2500;
const LETTERS = 700;
/** At the end of a text that goes on without a space. */
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]$/u;

/** Segments put together for reading: a paragraph for each turn of a speaker, a new one at a long pause or where it would get too long. */
export function paragraphsOf(segments: readonly Segment[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const { startMs, endMs, speaker, language, text } of segments) {
    const line = text.split('\n').map((each) => each.trim()).reduce(joined, '');
    const open = paragraphs.at(-1);
    const apart = open === undefined || open.speaker !== speaker || open.language !== language || startMs - open.endMs >= PAUSE_MS || open.text.length >= LETTERS;
    if (apart) paragraphs.push({ speaker, language, text: line, startMs, endMs });
    else paragraphs[paragraphs.length - 1] = { ...open, text: joined(open.text, line), endMs };
  }
  return paragraphs;
}

const joined = (whole: string, more: string): string => (WITHOUT_SPACES.test(whole) || whole === '' ? whole + more : `${whole} ${more}`);
