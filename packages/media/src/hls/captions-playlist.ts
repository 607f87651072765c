import type { CaptionSegment } from './caption-segments.ts';

/** What a playlist of captions is made of. */
export interface CaptionsPlaylistInput {
  readonly segments: readonly CaptionSegment[];
  /** Address of a segment's WebVTT file, as seen from the playlist. */
  readonly uri: (segment: CaptionSegment, index: number) => string;
  /** Wall-clock time in ms since 1970 (UTC) at which a part begins that begins there on the timeline; null where the other renditions give no dates. */
  readonly dateOf: ((partMs: number) => number) | null;
}

/**
 * A whole VOD playlist of WebVTT segments. It has a target duration of its own, as RFC 8216bis, section 6.2.4 allows for
 * subtitles on demand.
 */
export function captionsPlaylist({ segments, uri, dateOf }: CaptionsPlaylistInput): string {
  const longest = segments.reduce((most, { startMs, endMs }) => Math.max(most, Math.round((endMs - startMs) / 1000)), 1);
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${longest}`,
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...segments.flatMap((segment, index) => [
      ...(segment.discontinuity ? ['#EXT-X-DISCONTINUITY'] : []),
      ...(dateOf !== null && segment.startMs === segment.partMs ? [`#EXT-X-PROGRAM-DATE-TIME:${new Date(dateOf(segment.partMs)).toISOString()}`] : []),
      `#EXTINF:${((segment.endMs - segment.startMs) / 1000).toFixed(3)},`,
      uri(segment, index),
    ]),
    '#EXT-X-ENDLIST',
  ];
  return `${lines.join('\n')}\n`;
}
