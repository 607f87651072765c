import type { ByteSpan } from '../fmp4/index.ts';
import { attributeList, quoted } from './attributes.ts';
import type { MediaSegment } from './segments.ts';

/** One media file's share of a playlist. */
export interface PlaylistPart {
  /** Address of the file, as seen from the playlist. */
  readonly uri: string;
  /** Its `ftyp` and `moov`, for EXT-X-MAP. */
  readonly init: ByteSpan;
  readonly segments: readonly MediaSegment[];
  /** Wall-clock time at which the part's first segment starts, in ms since 1970 (UTC). */
  readonly programDateTime?: number;
  /**
   * How long the part lasts in every rendition, in seconds. The last segment's EXTINF is set so that the part ends
   * there exactly, which keeps discontinuities of picture and sound at the same place; it is never made longer than
   * the target duration allows.
   */
  readonly durationSeconds?: number;
}

/** What a media playlist is made of. */
export interface MediaPlaylistInput {
  /** One part a file; a discontinuity stands before each but the first. */
  readonly parts: readonly PlaylistPart[];
  /** Seconds; the same in all audio and video renditions of a meeting (`targetDuration`). */
  readonly targetDuration: number;
}

const MICRO = 1e6;

/**
 * A whole VOD media playlist over byte ranges of fragmented MP4 files (RFC 8216bis, section 4.4).
 * @throws RangeError when a segment is longer than the target duration allows
 */
export function mediaPlaylist(input: MediaPlaylistInput): string {
  const longest = longestSeconds(input.parts, input.targetDuration);
  if (longest > input.targetDuration) {
    throw new RangeError(`A segment lasts ${longest} s where the target duration is ${input.targetDuration} s.`);
  }
  return playlist(input.targetDuration, [], input.parts);
}

/**
 * An I-frame playlist (RFC 8216bis, section 4.4.3.6) over what `iframesOf` found. It has a target duration of its own,
 * as RFC 8216bis, section 6.2.4 allows for VOD.
 */
export function iframePlaylist(input: { readonly parts: readonly PlaylistPart[] }): string {
  return playlist(Math.max(1, longestSeconds(input.parts, Infinity)), ['#EXT-X-I-FRAMES-ONLY'], input.parts);
}

/** The longest EXTINF, rounded to whole seconds as EXT-X-TARGETDURATION is compared (section 4.4.3.1). */
function longestSeconds(parts: readonly PlaylistPart[], targetDuration: number): number {
  return parts.flatMap((part) => extinfs(part, targetDuration)).reduce((most, micros) => Math.max(most, Math.round(micros / MICRO)), 0);
}

function playlist(targetDuration: number, extra: readonly string[], parts: readonly PlaylistPart[]): string {
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    `#EXT-X-TARGETDURATION:${targetDuration}`,
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    ...extra,
    ...parts.filter((part) => part.segments.length > 0).flatMap((part, i) => partLines(part, targetDuration, i > 0)),
    '#EXT-X-ENDLIST',
  ];
  return `${lines.join('\n')}\n`;
}

function partLines(part: PlaylistPart, targetDuration: number, discontinuity: boolean): string[] {
  const map = attributeList([
    ['URI', quoted(part.uri)],
    ['BYTERANGE', quoted(`${part.init.length}@${part.init.offset}`)],
  ]);
  const durations = extinfs(part, targetDuration);
  return [
    ...(discontinuity ? ['#EXT-X-DISCONTINUITY'] : []),
    `#EXT-X-MAP:${map}`,
    ...(part.programDateTime === undefined ? [] : [`#EXT-X-PROGRAM-DATE-TIME:${new Date(part.programDateTime).toISOString()}`]),
    ...part.segments.flatMap((segment, i) => [
      `#EXTINF:${((durations[i] ?? 0) / MICRO).toFixed(6)},`,
      `#EXT-X-BYTERANGE:${segment.length}@${segment.offset}`,
      part.uri,
    ]),
  ];
}

/**
 * Durations in microseconds. Each ends where the true timeline, rounded, has the segment's end, so rounding never adds
 * up however many segments there are.
 */
function extinfs(part: PlaylistPart, targetDuration: number): number[] {
  const origin = part.segments[0]?.startSeconds ?? 0;
  const ends = part.segments.map((s) => Math.round((s.startSeconds + s.durationSeconds - origin) * MICRO));
  if (part.durationSeconds !== undefined && ends.length > 0) {
    const before = ends.at(-2) ?? 0;
    const real = (ends.at(-1) ?? 0) - before;
    const wanted = Math.round(part.durationSeconds * MICRO) - before;
    ends[ends.length - 1] = before + Math.min(Math.max(wanted, 0), Math.max(real, longestExtinf(targetDuration)));
  }
  return ends.map((end, i) => end - (ends[i - 1] ?? 0));
}

/** The most microseconds that still round to the target duration. */
function longestExtinf(targetDuration: number): number {
  return (targetDuration + 0.5) * MICRO - 1;
}
