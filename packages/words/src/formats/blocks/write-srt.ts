import type { Segment } from '../../segment.ts';
import { clockText } from '../read/clock.ts';

/** How SubRip is written. */
export interface SrtOptions {
  /** Put `Name: ` before the text where the speaker changes. SubRip has no other place for it. Default false. */
  readonly speakers?: boolean;
}

/** Writes SubRip: plain text without tags. Languages and word times have no place in it. */
export function writeSrt(segments: readonly Segment[], { speakers = false }: SrtOptions = {}): string {
  return segments.map(({ startMs, endMs, text, speaker }, at) => {
    const named = speakers && speaker !== null && speaker !== (segments[at - 1]?.speaker ?? null) ? `${speaker}: ${text}` : text;
    // An empty line would end the caption.
    return `${at + 1}\n${clockText(startMs, ',')} --> ${clockText(endMs, ',')}\n${named.replace(/\n{2,}/gu, '\n')}\n`;
  }).join('\n');
}
