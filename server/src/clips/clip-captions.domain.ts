import { captionCues, type Segment } from '@openfloor/words';
import type { ReadableText } from '#words/index.ts';

/** The captions of a stretch, with times from its beginning; those that reach over an edge are cut there. */
export function captionsWithin(text: Pick<ReadableText, 'kind' | 'language' | 'segments'>, startMs: number, endMs: number): Segment[] {
  const near = text.segments.filter((one) => one.endMs > startMs && one.startMs < endMs);
  const cues = text.kind === 'captions' ? near : captionCues(near, text.language);
  return cues.flatMap((cue) => {
    const [from, to] = [Math.max(0, cue.startMs - startMs), Math.min(endMs, cue.endMs) - startMs];
    return to > from ? [{ startMs: from, endMs: to, text: cue.text, words: null, speaker: cue.speaker, language: cue.language }] : [];
  });
}
