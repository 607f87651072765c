import { rangesInMeeting } from '@openfloor/media';
import { findQuote, type QuotedSegment, type QuoteState, type QuoteTime } from '@openfloor/words';
import type { TimelineMove } from '#recordings/index.ts';
import type { ChosenClip } from './clip.domain.ts';

/** Where a clip is now, and what became of its words. */
export interface ClipPlace {
  readonly state: QuoteState;
  /** On the timeline of today, in ms; null when all of it was cut out of the recording. */
  readonly range: QuoteTime | null;
  /** The words as they stand now; null where they are gone, or there never were any. */
  readonly text: string | null;
}

/**
 * Carries a stretch over all that was done to the timeline since. Null when nothing of it is left. Where nobody can tell what a
 * change did, it is taken to have done nothing: the words decide then.
 */
export const carryOver = (range: QuoteTime, moves: readonly TimelineMove[]): QuoteTime | null => moves.reduce<QuoteTime | null>((at, move) => {
  if (at === null || move === null) return at;
  const left = rangesInMeeting({ version: 1, pieces: move }, { start: at.startMs, end: at.endMs });
  const [first] = left;
  const last = left.at(-1);
  return first && last ? { startMs: first.start, endMs: last.end } : null;
}, { startMs: range.startMs, endMs: range.endMs });

/**
 * Finds a clip again: by the time maps of what was done to the recording, then by its words, near there first.
 * @param moves all moves of the meeting's timeline
 * @param segments the text that was cited, as it is today; null where there is none any more
 */
export function placeClip(clip: Pick<ChosenClip, 'startMs' | 'endMs' | 'quote' | 'timeline'>, moves: readonly TimelineMove[], segments: readonly QuotedSegment[] | null): ClipPlace {
  const since = moves.slice(clip.timeline);
  const carried = carryOver(clip, since);
  const { quote } = clip;
  if (quote === null) return { state: carried === null ? 'gone' : carried.startMs === clip.startMs ? 'unchanged' : 'moved', range: carried, text: null };
  const found = segments === null ? null : findQuote(segments, quote, carryOver(quote, since));
  if (!found) return { state: 'gone', range: carried, text: null };
  // As much before and after the words as was chosen.
  const startMs = Math.max(0, found.startMs + clip.startMs - quote.startMs);
  const endMs = Math.max(startMs + 1, found.endMs + clip.endMs - quote.endMs);
  const moved = since.length > 0 && Math.abs(found.startMs - quote.startMs) > 1000;
  return { state: found.state === 'unchanged' && moved ? 'moved' : found.state, range: { startMs, endMs }, text: found.text };
}
