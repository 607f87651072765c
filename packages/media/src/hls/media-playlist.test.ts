import { describe, expect, it } from 'vitest';
import { indexOf } from './made-index.test-support.ts';
import { iframePlaylist, mediaPlaylist, type PlaylistPart } from './media-playlist.ts';
import { iframesOf, segmentsOf } from './segments.ts';

const part = (uri: string, seconds: readonly number[], more: Partial<PlaylistPart> = {}): PlaylistPart => {
  const index = indexOf({ seconds });
  return { uri, init: index.init, segments: segmentsOf(index, { targetSeconds: 4 }), ...more };
};

describe('mediaPlaylist', () => {
  it('writes a whole VOD playlist over byte ranges', () => {
    expect(mediaPlaylist({ parts: [part('720p.mp4', [4, 4, 2.5], { programDateTime: Date.UTC(2020, 11, 3, 15) })], targetDuration: 6 })).toBe(`#EXTM3U
#EXT-X-VERSION:7
#EXT-X-INDEPENDENT-SEGMENTS
#EXT-X-TARGETDURATION:6
#EXT-X-MEDIA-SEQUENCE:0
#EXT-X-PLAYLIST-TYPE:VOD
#EXT-X-MAP:URI="720p.mp4",BYTERANGE="800@0"
#EXT-X-PROGRAM-DATE-TIME:2020-12-03T15:00:00.000Z
#EXTINF:4.000000,
#EXT-X-BYTERANGE:40000@800
720p.mp4
#EXTINF:4.000000,
#EXT-X-BYTERANGE:40000@40800
720p.mp4
#EXTINF:2.500000,
#EXT-X-BYTERANGE:25000@80800
720p.mp4
#EXT-X-ENDLIST
`);
  });

  it('puts a discontinuity, a header and a date before each further file', () => {
    const text = mediaPlaylist({ parts: [part('a.mp4', [4]), part('empty.mp4', []), part('b.mp4', [4], { programDateTime: 0 })], targetDuration: 6 });
    expect(text).toContain('a.mp4\n#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI="b.mp4",BYTERANGE="800@0"\n#EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:00:00.000Z\n#EXTINF');
    expect(text).not.toContain('empty.mp4');
    expect(text.match(/DISCONTINUITY/g)).toHaveLength(1);
  });

  it('does not start with a discontinuity when the first file is empty', () => {
    expect(mediaPlaylist({ parts: [part('empty.mp4', []), part('b.mp4', [4])], targetDuration: 6 })).not.toContain('DISCONTINUITY');
  });

  it('does not drift over three hours of durations that have no exact decimal', () => {
    const each = 192_512 / 48_000;
    const count = Math.floor(10_800 / each);
    const segments = Array.from({ length: count }, (_, i) => ({ startSeconds: i * each, durationSeconds: each, offset: i, length: 1 }));
    const text = mediaPlaylist({ parts: [{ uri: 'a.mp4', init: { offset: 0, length: 1 }, segments }], targetDuration: 6 });
    let sum = 0;
    for (const [i, match] of [...text.matchAll(/#EXTINF:([\d.]+),/g)].entries()) {
      sum += Number(match[1]);
      expect(Math.abs(sum - (i + 1) * each)).toBeLessThan(1e-6);
    }
  });

  it('ends a part where it is told, so that files of all renditions change together', () => {
    expect(mediaPlaylist({ parts: [part('a.mp4', [4, 4.043], { durationSeconds: 8 })], targetDuration: 6 })).toContain('#EXTINF:4.000000,\n#EXT-X-BYTERANGE:40430@40800');
    expect(mediaPlaylist({ parts: [part('a.mp4', [4, 3.9], { durationSeconds: 8 })], targetDuration: 6 })).not.toContain('3.9');
  });

  it('does not stretch the last segment beyond the target duration when the file is much too short', () => {
    expect(mediaPlaylist({ parts: [part('a.mp4', [4, 4], { durationSeconds: 30 })], targetDuration: 6 })).toContain('#EXTINF:6.499999,');
    expect(mediaPlaylist({ parts: [part('a.mp4', [4, 4], { durationSeconds: 1 })], targetDuration: 6 })).toContain('#EXTINF:0.000000,');
  });

  it('refuses a target duration that a segment is longer than', () => {
    expect(() => mediaPlaylist({ parts: [part('a.mp4', [10])], targetDuration: 6 })).toThrow('A segment lasts 10 s where the target duration is 6 s.');
  });
});

describe('iframePlaylist', () => {
  it('lists I-frames with the time until the next and a target duration of its own', () => {
    const index = indexOf({ seconds: [2, 2, 9] });
    const text = iframePlaylist({ parts: [{ uri: '360p.mp4', init: index.init, segments: iframesOf(index) }] });
    expect(text).toContain('#EXT-X-TARGETDURATION:9\n');
    expect(text).toContain('#EXT-X-I-FRAMES-ONLY\n#EXT-X-MAP');
    expect(text).toContain('#EXTINF:2.000000,\n#EXT-X-BYTERANGE:500@20800\n360p.mp4\n#EXTINF:9.000000,\n#EXT-X-BYTERANGE:500@40800\n');
  });

  it('has a target duration of at least one second', () => {
    const index = indexOf({ seconds: [0.2] });
    expect(iframePlaylist({ parts: [{ uri: 'a.mp4', init: index.init, segments: iframesOf(index) }] })).toContain('#EXT-X-TARGETDURATION:1\n');
  });
});
