import type { MediaSegment } from './segments.ts';

/** Measured bit rates, in bit/s, rounded up. */
export interface BitRates {
  /** BANDWIDTH: the peak segment bit rate of RFC 8216bis, section 4.1. */
  readonly peak: number;
  /** AVERAGE-BANDWIDTH: all bytes over the whole duration. */
  readonly average: number;
}

/**
 * Measures a rendition. The peak is the highest rate of any run of neighbouring segments that lasts between half and
 * one and a half target durations; media shorter than that counts as a whole.
 * @param targetDuration EXT-X-TARGETDURATION, in seconds
 */
export function bitRates(segments: readonly MediaSegment[], targetDuration: number): BitRates {
  const total = rate(sum(segments, (s) => s.length), sum(segments, (s) => s.durationSeconds));
  let peak = 0;
  segments.forEach((_, from) => {
    let bytes = 0;
    let seconds = 0;
    for (let i = from; i < segments.length; i += 1) {
      bytes += segments[i]?.length ?? 0;
      seconds += segments[i]?.durationSeconds ?? 0;
      if (seconds > targetDuration * 1.5) break;
      if (seconds >= targetDuration * 0.5) peak = Math.max(peak, rate(bytes, seconds));
    }
  });
  const average = Math.ceil(total);
  return { peak: Math.max(Math.ceil(peak), peak === 0 ? average : 0), average };
}

/** Measures an I-frame rendition against the target duration that `iframePlaylist` gives it. */
export function iframeRates(segments: readonly MediaSegment[]): BitRates {
  return bitRates(segments, targetDuration([segments]));
}

/**
 * EXT-X-TARGETDURATION that fits every rendition of a meeting: the longest segment, rounded to whole seconds.
 * @param atLeast where renditions that come later may have longer segments, their length in seconds
 */
export function targetDuration(renditions: readonly (readonly MediaSegment[])[], atLeast = 1): number {
  return renditions.flat().reduce((most, segment) => Math.max(most, Math.round(segment.durationSeconds)), Math.ceil(atLeast));
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function rate(bytes: number, seconds: number): number {
  return seconds > 0 ? (bytes * 8) / seconds : 0;
}
