import { FRAME_MS } from '../sound/features.ts';
import type { Span } from '../sound/span.ts';

// Shorter, it is a breath, a cough or an "er".
const LEAST_SPEECH_MS = 1500;

/** Where somebody speaks and no spoken sentence lies: from the first to the last of the speech between two sentences. */
export function findHoles(speech: Uint8Array, segments: readonly (Span & { readonly unspoken: boolean })[]): Span[] {
  const spoken = segments.filter(({ unspoken }) => !unspoken);
  const starts = [...spoken.map(({ startMs }) => startMs), speech.length * FRAME_MS];
  const ends = [0, ...spoken.map(({ endMs }) => endMs)];
  return starts.flatMap((startMs, n) => {
    const [from, to] = [Math.round((ends[n] ?? 0) / FRAME_MS), Math.round(startMs / FRAME_MS)];
    const between = speech.subarray(from, Math.max(from, to));
    const heard = between.reduce((sum, value) => sum + value, 0);
    if (heard * FRAME_MS < LEAST_SPEECH_MS) return [];
    return [{ startMs: (from + between.indexOf(1)) * FRAME_MS, endMs: (from + between.lastIndexOf(1) + 1) * FRAME_MS }];
  });
}
