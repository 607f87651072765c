import type { Segment } from '../../segment.ts';

/** Writes the JSON of Podcasting 2.0's `podcast:transcript` (version 1.0.0): seconds, speaker, body. Word times and languages have no place in it. */
export function writePodcastTranscript(segments: readonly Segment[]): string {
  const written = segments.map(({ startMs, endMs, text, speaker }) => ({ ...(speaker === null ? {} : { speaker }), startTime: startMs / 1000, endTime: endMs / 1000, body: text }));
  return `${JSON.stringify({ version: '1.0.0', segments: written }, null, 1)}\n`;
}
