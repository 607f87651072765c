import { describe, expect, it } from 'vitest';
import { captionSegments } from './caption-segments.ts';
import { captionsPlaylist } from './captions-playlist.ts';

const shapes = (parts: Parameters<typeof captionSegments>[0]) => captionSegments(parts).map(({ startMs, endMs, partMs, discontinuity }) => [startMs, endMs, partMs, discontinuity]);

describe('captionSegments', () => {
  it('are minutes, a short rest going with the last', () => {
    expect(shapes([{ startMs: 0, durationMs: 134_000 }])).toEqual([[0, 60_000, 0, false], [60_000, 134_000, 0, false]]);
    expect(shapes([{ startMs: 0, durationMs: 140_000 }])).toHaveLength(3);
    expect(shapes([{ startMs: 0, durationMs: 2000 }])).toEqual([[0, 2000, 0, false]]);
  });

  it('begin anew with each part, and cover all of a long meeting', () => {
    expect(shapes([{ startMs: 0, durationMs: 61_000 }, { startMs: 61_000, durationMs: 0 }, { startMs: 61_000, durationMs: 9000 }])).toEqual([[0, 61_000, 0, false], [61_000, 70_000, 61_000, true]]);
    const long = captionSegments([{ startMs: 0, durationMs: 3 * 3_600_000 + 1234 }]);
    expect([long.length, long.at(-1)?.endMs]).toEqual([180, 10_801_234]);
    expect(long.every(({ endMs }, n) => endMs === (long[n + 1]?.startMs ?? endMs))).toBe(true);
  });
});

describe('captionsPlaylist', () => {
  it('lists the segments with discontinuities and dates where the media have them', () => {
    const segments = captionSegments([{ startMs: 0, durationMs: 61_400 }, { startMs: 61_400, durationMs: 9000 }]);
    expect(captionsPlaylist({ segments, uri: (_, n) => `fr/${n}.vtt`, dateOf: (partMs) => Date.UTC(2026, 2, 12) + partMs })).toBe(`#EXTM3U
#EXT-X-VERSION:7
#EXT-X-TARGETDURATION:61
#EXT-X-MEDIA-SEQUENCE:0
#EXT-X-PLAYLIST-TYPE:VOD
#EXT-X-INDEPENDENT-SEGMENTS
#EXT-X-PROGRAM-DATE-TIME:2026-03-12T00:00:00.000Z
#EXTINF:61.400,
fr/0.vtt
#EXT-X-DISCONTINUITY
#EXT-X-PROGRAM-DATE-TIME:2026-03-12T00:01:01.400Z
#EXTINF:9.000,
fr/1.vtt
#EXT-X-ENDLIST
`);
    expect(captionsPlaylist({ segments, uri: () => 'x.vtt', dateOf: null })).not.toContain('DATE');
  });
});
