import { describe, expect, it } from 'vitest';
import { parseMediaPlaylist, segmentsBetween } from './media-playlist.ts';

const TWO_PARTS = `#EXTM3U
#EXT-X-VERSION:7
#EXT-X-DISCONTINUITY-SEQUENCE:0
#EXT-X-MAP:URI="a.mp4",BYTERANGE="700@0"
#EXTINF:3.989500,
#EXT-X-BYTERANGE:300@700
a.mp4
#EXTINF:4.0,
#EXT-X-BYTERANGE:400
a.mp4
#EXT-X-DISCONTINUITY
#EXT-X-MAP:URI="b.mp4",BYTERANGE="710@0"
#EXTINF:2.0105,
#EXT-X-BYTERANGE:100@710
b.mp4
#EXT-X-ENDLIST`;

describe('parseMediaPlaylist', () => {
  const segments = parseMediaPlaylist(TWO_PARTS, 'https://example.org/media/1/sound-fr.m3u8');

  it('knows where each segment lies in time and in its file', () => {
    expect(segments.map(({ startMs, partMs, piece }) => [startMs, partMs, piece.url, piece.from, piece.to])).toEqual([
      [0, 0, 'https://example.org/media/1/a.mp4', 700, 1000],
      [3989.5, 0, 'https://example.org/media/1/a.mp4', 1000, 1400],
      [7989.5, 7989.5, 'https://example.org/media/1/b.mp4', 710, 810],
    ]);
    expect(segments.map(({ init }) => init?.to)).toEqual([700, 700, 710]);
  });

  it('takes whole files as well', () => {
    const [first] = parseMediaPlaylist('#EXTM3U\n#EXTINF:4,\n1.m4s\n', 'https://example.org/x/');
    expect(first).toEqual({ startMs: 0, endMs: 4000, partMs: 0, piece: { url: 'https://example.org/x/1.m4s' }, init: null });
  });

  it('finds what lies around a moment, never across two parts of the meeting', () => {
    const found = (from: number, to: number) => segmentsBetween(segments, from, to).map(({ startMs }) => startMs);
    expect(found(1000, 3000)).toEqual([0]);
    expect(found(3900, 9000)).toEqual([0, 3989.5]);
    expect(found(8000, 12_000)).toEqual([7989.5]);
    expect(found(20_000, 30_000)).toEqual([]);
  });
});
