import type { Segment } from '../../segment.ts';
import { clockText } from '../read/clock.ts';

/** How plain text is written. */
export interface PlainOptions {
  /** Put `[00:01:02.000]` before each paragraph. Default false. */
  readonly times?: boolean;
}

const PARAGRAPH_PAUSE_MS = 2500;
const PARAGRAPH_LETTERS = 700;
/** At the end of a text that goes on without a space. */
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]$/u;

/** Writes what was said for reading: a paragraph for each turn of a speaker, a new one at a long pause; with times each segment stays apart. */
export function writePlainText(segments: readonly Segment[], { times = false }: PlainOptions = {}): string {
  if (times) return segments.map(({ startMs, endMs, speaker, text }) => `[${clockText(startMs, '.')} - ${clockText(endMs, '.')}] ${speaker === null ? '' : `${speaker}: `}${text}\n`).join('');
  const paragraphs: { speaker: string | null; text: string; endMs: number }[] = [];
  for (const { startMs, endMs, speaker, text } of segments) {
    const line = text.split('\n').map((each) => each.trim()).reduce((whole, each) => (WITHOUT_SPACES.test(whole) || whole === '' ? whole + each : `${whole} ${each}`), '');
    const open = paragraphs.at(-1);
    if (open === undefined || open.speaker !== speaker || startMs - open.endMs >= PARAGRAPH_PAUSE_MS || open.text.length >= PARAGRAPH_LETTERS) paragraphs.push({ speaker, text: line, endMs });
    else Object.assign(open, { text: `${open.text}${WITHOUT_SPACES.test(open.text) ? '' : ' '}${line}`, endMs });
  }
  return paragraphs.map(({ speaker, text }, at) => `${speaker !== null && speaker !== paragraphs[at - 1]?.speaker ? `${speaker}: ` : ''}${text}\n`).join('\n');
}
