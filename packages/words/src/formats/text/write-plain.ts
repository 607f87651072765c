import type { Segment } from '../../segment.ts';
import { clockText } from '../read/clock.ts';
import { paragraphsOf } from './paragraphs.ts';

/** How plain text is written. */
export interface PlainOptions {
  /** Put `[00:01:02.000]` before each paragraph. Default false. */
  readonly times?: boolean;
}

/** Writes what was said for reading: a paragraph for each turn of a speaker, a new one at a long pause; with times each segment stays apart. */
export function writePlainText(segments: readonly Segment[], { times = false }: PlainOptions = {}): string {
  if (times) return segments.map(({ startMs, endMs, speaker, text }) => `[${clockText(startMs, '.')} - ${clockText(endMs, '.')}] ${speaker === null ? '' : `${speaker}: `}${text}\n`).join('');
  const paragraphs = paragraphsOf(segments);
  return paragraphs.map(({ speaker, text }, at) => `${speaker !== null && speaker !== paragraphs[at - 1]?.speaker ? `${speaker}: ` : ''}${text}\n`).join('\n');
}
