import { makeQuote, type Quote } from '@openfloor/words';
import { AppError } from '#platform/errors/index.ts';
import { LONGEST_CLIP_MS } from '#recordings/index.ts';
import type { ChannelText, ReadableText, TextSegment } from '#words/index.ts';

/** A stretch of a meeting as somebody chose it, in ms on its timeline. */
export interface ClipWish {
  /** Key of a channel. */
  readonly channel: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Quote the official record in the channel's language instead of what is said. */
  readonly record: boolean;
  /** The sentences of that stretch, and nothing before and after them; where there are none, the stretch as it is. */
  readonly snap?: boolean;
}

/** Words as they were cited: which text they are of, and when they were said (ms). */
export interface ClipQuote extends Quote {
  readonly kind: ChannelText['kind'];
  /** BCP 47. */
  readonly language: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** A clip before it has an address. */
export interface ChosenClip {
  readonly meetingId: string;
  readonly channel: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Null where nothing is written of that stretch. */
  readonly quote: ClipQuote | null;
  /** How often the meeting's timeline had moved when it was chosen. */
  readonly timeline: number;
}

/** A clip with its permanent address. */
export interface Clip extends ChosenClip {
  readonly id: string;
  readonly createdAt: Date;
}

/** Shorter ones are slips of the hand. */
const SHORTEST_MS = 200;
/**
 * Widens a stretch to whole sentences, and cites them. Throws `clip_range` for what isn't within the recording, is too short or longer than
 * ten minutes.
 */
export function chooseClip(meetingId: string, wish: ClipWish, text: Pick<ReadableText, 'kind' | 'language' | 'segments'> | null, durationMs: number, timeline: number): ChosenClip {
  const [from, to] = sentencesIn(text?.segments ?? [], wish);
  const [first, last] = [text?.segments[from], text?.segments[to]];
  const quote = text && first && last ? { ...makeQuote(text.segments, from, to), kind: text.kind, language: text.language, startMs: first.startMs, endMs: last.endMs } : null;
  const wanted = wish.snap === true && quote !== null ? quote : wish;
  const startMs = Math.max(0, Math.round(Math.min(wanted.startMs, quote?.startMs ?? Infinity)));
  const endMs = Math.min(durationMs, Math.round(Math.max(wanted.endMs, quote?.endMs ?? 0)));
  if (endMs - startMs < SHORTEST_MS || endMs - startMs > LONGEST_CLIP_MS) throw new AppError('clip_range', { minutes: LONGEST_CLIP_MS / 60_000 });
  return { meetingId, channel: wish.channel, startMs, endMs, quote, timeline };
}

/**
 * The first and the last sentence of a stretch: those of which the better part is in it; where there is none, the one that is said
 * then. Both are -1 where nothing is.
 */
function sentencesIn(segments: readonly Pick<TextSegment, 'startMs' | 'endMs'>[], { startMs, endMs }: Pick<ClipWish, 'startMs' | 'endMs'>): readonly [number, number] {
  const within = segments.flatMap((one, n) => {
    const middle = (one.startMs + one.endMs) / 2;
    return (middle >= startMs && middle < endMs) || (one.startMs >= startMs && one.startMs < endMs && one.startMs === startMs) ? [n] : [];
  });
  const [first] = within;
  const last = within.at(-1);
  if (first !== undefined && last !== undefined) return [first, last];
  const there = segments.findIndex((one) => one.startMs < endMs && one.endMs > startMs);
  return [there, there];
}
