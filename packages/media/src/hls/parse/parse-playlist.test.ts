import { describe, expect, it } from 'vitest';
import { parsePlaylist } from './parse-playlist.ts';
import { attributeNumber, attributeText } from './parsed.domain.ts';

const media = (...lines: string[]): string => ['#EXTM3U', '#EXT-X-TARGETDURATION:6', ...lines, ''].join('\n');
const multivariant = (...lines: string[]): string => ['#EXTM3U', ...lines, ''].join('\n');

describe('parsePlaylist', () => {
  it('reads a media playlist with everything that applies to each segment', () => {
    const parsed = parsePlaylist(
      media(
        '#EXT-X-VERSION:7',
        '#EXT-X-PLAYLIST-TYPE:VOD',
        '#EXT-X-INDEPENDENT-SEGMENTS',
        '# a remark',
        '#EXT-X-MAP:URI="a.mp4",BYTERANGE="800@0"',
        '#EXT-X-PROGRAM-DATE-TIME:2020-12-03T10:00:00.500-05:00',
        '#EXTINF:4.5,a title, with a comma',
        '#EXT-X-BYTERANGE:100@800',
        'a.mp4',
        '#EXTINF:4,',
        '#EXT-X-BYTERANGE:50',
        'a.mp4',
        '#EXT-X-DISCONTINUITY',
        '#EXT-X-MAP:URI="b.mp4"',
        '#EXTINF:3,',
        'b.mp4',
        '#EXT-X-ENDLIST',
      ),
    );
    expect(parsed).toMatchObject({ kind: 'media', version: 7, targetDuration: 6, mediaSequence: 0, playlistType: 'VOD', independentSegments: true, iframesOnly: false, endList: true });
    const map = { uri: 'a.mp4', byteRange: { offset: 0, length: 800 } };
    expect(parsed.kind === 'media' && parsed.segments).toEqual([
      { line: 11, uri: 'a.mp4', durationSeconds: 4.5, byteRange: { offset: 800, length: 100 }, map, discontinuity: false, programDateTime: Date.UTC(2020, 11, 3, 15, 0, 0, 500) },
      { line: 14, uri: 'a.mp4', durationSeconds: 4, byteRange: { offset: 900, length: 50 }, map, discontinuity: false, programDateTime: undefined },
      { line: 18, uri: 'b.mp4', durationSeconds: 3, byteRange: undefined, map: { uri: 'b.mp4', byteRange: undefined }, discontinuity: true, programDateTime: undefined },
    ]);
  });

  it('reads a multivariant playlist', () => {
    const parsed = parsePlaylist(
      multivariant(
        '#EXT-X-VERSION:7',
        '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="Salle, avec virgule",URI="floor.m3u8"',
        '#EXT-X-STREAM-INF:BANDWIDTH=100,FRAME-RATE=25.000,RESOLUTION=640x360,CLOSED-CAPTIONS=NONE,AUDIO="sound"',
        'v.m3u8',
        '#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=9,URI="i.m3u8"',
        '#EXT-X-SESSION-DATA:DATA-ID="a.b",VALUE="x",LANGUAGE="fr"',
      ),
    );
    if (parsed.kind !== 'multivariant') throw new Error('It should be a multivariant playlist.');
    expect([parsed.version, parsed.independentSegments]).toEqual([7, false]);
    expect(parsed.media.map((tag) => attributeText(tag, 'NAME'))).toEqual(['Salle, avec virgule']);
    expect(parsed.variants.map((tag) => [tag.uri, attributeNumber(tag, 'BANDWIDTH'), attributeNumber(tag, 'FRAME-RATE'), attributeNumber(tag, 'SCORE')])).toEqual([['v.m3u8', 100, 25, undefined]]);
    expect(parsed.variants[0]?.attributes.get('CLOSED-CAPTIONS')).toEqual({ value: 'NONE', quoted: false });
    expect([parsed.iframes.length, parsed.sessionData.length]).toEqual([1, 1]);
  });

  it.each([
    ['something else', 'hello\n', 1],
    ['a byte order mark', '\ufeff#EXTM3U\n', 1],
    ['no last line break', '#EXTM3U\n#EXT-X-TARGETDURATION:6', 2],
    ['control characters', media('#EXTINF:1,\u0007', 'a.mp4'), 3],
    ['no target duration', '#EXTM3U\n#EXTINF:1,\na.mp4\n', 1],
    ['a fractional target duration', '#EXTM3U\n#EXT-X-TARGETDURATION:6.5\n', 2],
    ['an unknown tag', media('#EXT-X-CUE-OUT:30'), 3],
    ['a tag twice', media('#EXT-X-TARGETDURATION:6'), 3],
    ['a tag of the other kind', multivariant('#EXT-X-STREAM-INF:BANDWIDTH=1', 'v.m3u8', '#EXT-X-TARGETDURATION:6'), 4],
    ['a segment without EXTINF', media('a.mp4'), 3],
    ['EXTINF without its comma', media('#EXTINF:4', 'a.mp4'), 3],
    ['tags that belong to no segment', media('#EXTINF:4,'), 3],
    ['a range that goes on from nothing', media('#EXTINF:4,', '#EXT-X-BYTERANGE:50', 'a.mp4'), 5],
    ['a bad range', media('#EXTINF:4,', '#EXT-X-BYTERANGE:x@1', 'a.mp4'), 5],
    ['a date without a zone', media('#EXT-X-PROGRAM-DATE-TIME:2020-12-03T10:00:00', '#EXTINF:4,', 'a.mp4'), 3],
    ['a map without URI', media('#EXT-X-MAP:BYTERANGE="1@0"'), 3],
    ['an unknown playlist type', media('#EXT-X-PLAYLIST-TYPE:LIVE'), 3],
    ['a late media sequence', media('#EXTINF:4,', 'a.mp4', '#EXT-X-MEDIA-SEQUENCE:0'), 5],
    ['an address without a variant', multivariant('#EXT-X-MEDIA:TYPE=AUDIO', 'v.m3u8'), 3],
    ['a variant without an address', multivariant('#EXT-X-STREAM-INF:BANDWIDTH=1'), 2],
    ['a tag between a variant and its address', multivariant('#EXT-X-STREAM-INF:BANDWIDTH=1', '#EXT-X-VERSION:7', 'v.m3u8'), 3],
    ['an unknown attribute', multivariant('#EXT-X-MEDIA:TYPE=AUDIO,COLOUR="red"'), 2],
    ['an attribute twice', multivariant('#EXT-X-MEDIA:TYPE=AUDIO,TYPE=VIDEO'), 2],
    ['quotes where none belong', multivariant('#EXT-X-MEDIA:TYPE="AUDIO"'), 2],
    ['no quotes where they belong', multivariant('#EXT-X-MEDIA:TYPE=AUDIO,NAME=Floor'), 2],
    ['spaces in an attribute list', multivariant('#EXT-X-MEDIA:TYPE=AUDIO, NAME="Floor"'), 2],
    ['a comma at the end', multivariant('#EXT-X-MEDIA:TYPE=AUDIO,'), 2],
    ['an empty attribute list', multivariant('#EXT-X-MEDIA:'), 2],
    ['an unknown word about captions', multivariant('#EXT-X-STREAM-INF:CLOSED-CAPTIONS=SOME', 'v.m3u8'), 2],
  ])('refuses %s and names the line', (_, text, line) => {
    expect(() => parsePlaylist(text)).toThrow(expect.objectContaining({ name: 'PlaylistSyntaxError', line }) as Error);
  });
});
