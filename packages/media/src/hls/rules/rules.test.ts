import { describe, expect, it } from 'vitest';
import type { FragmentIndex } from '../../fmp4/index.ts';
import { CHANNELS, madeMeeting, type MadeMeeting, type MeetingShape } from '../made-meeting.test-support.ts';
import { judgePlaylists, PLAYLIST_RULES, readPlaylistSet } from './index.ts';
import type { RuleProblem } from './playlist-set.ts';

function judge(meeting: MadeMeeting): RuleProblem[] {
  return judgePlaylists(readPlaylistSet(meeting.multivariant, (uri) => meeting.playlists.get(uri), meeting.indexes));
}

/** Changes the text of the multivariant playlist (`main`) or of a media playlist. */
function rewritten(meeting: MadeMeeting, uri: string, change: (text: string) => string): MadeMeeting {
  const before = uri === 'main' ? meeting.multivariant : (meeting.playlists.get(uri) ?? '');
  const after = change(before);
  if (after === before) throw new Error(`The change to ${uri} changed nothing.`);
  return uri === 'main' ? { ...meeting, multivariant: after } : { ...meeting, playlists: new Map(meeting.playlists).set(uri, after) };
}

const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const line = (start: string, change: (text: string) => string) => (text: string) =>
  text.split('\n').map((one) => (one.startsWith(start) ? change(one) : one)).join('\n');
const without = (start: string, attribute: string) => line(start, (one) => one.replace(new RegExp(`,${attribute}=("[^"]*"|[^,]*)`), ''));
const withIndex = (uri: string, change: (index: FragmentIndex) => FragmentIndex) => (meeting: MadeMeeting): MadeMeeting => {
  const index = meeting.indexes.get(uri);
  if (!index) throw new Error(`There is no index of ${uri}.`);
  return { ...meeting, indexes: new Map(meeting.indexes).set(uri, change(index)) };
};
const on = (uri: string, change: (text: string) => string) => (meeting: MadeMeeting): MadeMeeting => rewritten(meeting, uri, change);

/** For each rule, ways to break it. */
const MUTATIONS: Readonly<Record<string, readonly ((meeting: MadeMeeting) => MadeMeeting)[]>> = {
  'rfc-version': [on('720p.m3u8', replace('VERSION:7', 'VERSION:5')), on('360p-iframes.m3u8', replace('#EXT-X-VERSION:7\n', ''))],
  'rfc-target-duration': [on('720p.m3u8', replace('EXTINF:6.000000', 'EXTINF:6.500000'))],
  'rfc-same-target-duration': [on('voice-fr.m3u8', replace('TARGETDURATION:6', 'TARGETDURATION:7'))],
  'rfc-same-playlist-type': [on('voice-fr.m3u8', replace('TYPE:VOD', 'TYPE:EVENT'))],
  'rfc-vod-ends': [on('voice-fr.m3u8', replace('#EXT-X-ENDLIST\n', ''))],
  'rfc-same-discontinuities': [on('captions-ar.m3u8', replace('#EXT-X-DISCONTINUITY\n', '')), on('voice-fr.m3u8', replace('#EXT-X-DISCONTINUITY\n', '')), on('sound-fr.m3u8', replace(/EXTINF:\d+\.\d+/, 'EXTINF:3.500000'))],
  'rfc-dates': [on('voice-fr.m3u8', replace(/#EXT-X-PROGRAM-DATE-TIME:.*\n/, '')), on('voice-fr.m3u8', replace('15:00:00.000Z', '15:00:00.400Z'))],
  'rfc-named-playlists': [on('main', replace('URI="voice-fr.m3u8"', 'URI="gone.m3u8"'))],
  'rfc-required-attributes': [on('main', replace('TYPE=AUDIO,', 'TYPE=SOUND,')), on('main', without('#EXT-X-MEDIA', 'NAME')), on('main', replace('BANDWIDTH', 'SCORE'))],
  'rfc-subtitles': [on('main', replace(',URI="captions-fr.m3u8"', '')), on('main', replace('CHANNELS="1"', 'FORCED=NO,CHANNELS="1"'))],
  'rfc-yes-or-no': [on('main', replace('DEFAULT=NO', 'DEFAULT=PERHAPS')), on('main', replace('DEFAULT=YES,AUTOSELECT=YES', 'DEFAULT=YES,AUTOSELECT=NO'))],
  'rfc-names-differ': [on('main', replace(/NAME="العربية"/g, 'NAME="Floor"'))],
  'rfc-one-default': [on('main', replace('DEFAULT=NO', 'DEFAULT=YES'))],
  'rfc-autoselect-distinct': [on('main', replace(/LANGUAGE="ar",/g, 'LANGUAGE="fr",'))],
  'rfc-groups-alike': [on('main', replace(/#EXT-X-MEDIA:.*voice-ar.*\n/, '')), on('main', line('#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="voice"', replace('NAME="Floor"', 'NAME="Hall"')))],
  'rfc-group-exists': [on('main', replace('AUDIO="voice"', 'AUDIO="best"'))],
  'rfc-captions-none': [on('main', line('#EXT-X-STREAM-INF:BANDWIDTH=64', replace(',CLOSED-CAPTIONS=NONE', '')))],
  'rfc-languages': [on('main', replace(/LANGUAGE="fr"/g, 'LANGUAGE="fre"')), on('main', replace('LANGUAGE="ar"', 'LANGUAGE="arabic language"'))],
  'rfc-stable-ids': [on('main', replace('STABLE-VARIANT-ID="1080p"', 'STABLE-VARIANT-ID="720p"')), on('main', replace('"floor.sound"', '"floor sound"'))],
  'rfc-session-data': [
    on('main', replace(/(#EXT-X-SESSION-DATA.*),LANGUAGE="ar"/, '$1,LANGUAGE="en"')),
    on('main', replace('VALUE="جلسة",', '')),
    on('main', replace('DATA-ID="com.apple.hls.title",', '')),
  ],
  'apple-1.3': [on('main', replace('avc1.64001f', 'avc1.640033')), on('main', replace('avc1.64001f', 'avc1.6e001f')), on('main', replace('avc1.64001f', 'vp09.00'))],
  'apple-1.32': [on('main', replace('AVERAGE-BANDWIDTH=1', 'AVERAGE-BANDWIDTH=9'))],
  'apple-1.33': [on('main', replace('1920x1080', '1920x1440'))],
  'apple-2.3': [on('main', replace(/mp4a\.40\.2/g, 'Opus'))],
  'apple-2.13': [
    on('main', line('#EXT-X-MEDIA', (one) => (one.includes('describes-video') ? one.replace('AUTOSELECT=YES', 'AUTOSELECT=NO') : one))),
    on('main', line('#EXT-X-MEDIA', (one) => (one.includes('describes-video') ? one.replace('LANGUAGE="fr",', '') : one))),
  ],
  'apple-6.1': [on('main', replace(/#EXT-X-I-FRAME-STREAM-INF.*\n/, ''))],
  'apple-6.8': [on('360p-iframes.m3u8', replace('#EXT-X-I-FRAMES-ONLY\n', '')), on('voice-fr.m3u8', replace('#EXT-X-MAP', '#EXT-X-I-FRAMES-ONLY\n#EXT-X-MAP'))],
  'apple-7.5': [on('voice-fr.m3u8', replace('TARGETDURATION:6', 'TARGETDURATION:10'))],
  'apple-7.7': [on('720p.m3u8', replace('EXTINF:6.000000', 'EXTINF:6.600000'))],
  'apple-8.3': [on('captions-fr.m3u8', replace(/EXTINF:22\.4/, 'EXTINF:21.4')), on('voice-fr.m3u8', replace(/EXTINF:\d+\.\d+/, 'EXTINF:5.900000'))],
  'apple-8.6': [on('voice-fr.m3u8', replace('#EXT-X-PLAYLIST-TYPE:VOD\n', ''))],
  'apple-8.10': [on('main', replace('LANGUAGE="ar",DEFAULT', 'DEFAULT'))],
  'apple-8.20': [on('voice-fr.m3u8', replace(/#EXT-X-MAP.*\n/, '')), on('voice-fr.m3u8', replace('MAP:URI="voice-fr-0.mp4"', 'MAP:URI="voice-ar-0.mp4"'))],
  'apple-8.22': [on('360p.m3u8', (text) => text.replace('EXTINF:6.000000', 'EXTINF:5.000000').replace('EXTINF:6.000000', 'EXTINF:7.000000'))],
  'apple-9.1': [on('main', without('#EXT-X-STREAM-INF', 'CODECS')), on('main', without('#EXT-X-I-FRAME', 'CODECS'))],
  'apple-9.2': [on('main', without('#EXT-X-STREAM-INF', 'RESOLUTION')), on('main', without('#EXT-X-I-FRAME', 'RESOLUTION'))],
  'apple-9.7': [on('main', without('#EXT-X-STREAM-INF', 'AUDIO'))],
  'apple-9.9': [on('main', replace(/#EXT-X-STREAM-INF.*\n(1080p|360p).m3u8\n/g, ''))],
  'apple-9.11': [(meeting) => on('720p.m3u8', replace('#EXT-X-INDEPENDENT-SEGMENTS\n', ''))(on('main', replace('#EXT-X-INDEPENDENT-SEGMENTS\n', ''))(meeting))],
  'apple-9.14': [on('main', without('#EXT-X-STREAM-INF', 'AVERAGE-BANDWIDTH')), on('main', without('#EXT-X-I-FRAME', 'AVERAGE-BANDWIDTH'))],
  'apple-9.15': [on('main', without('#EXT-X-STREAM-INF', 'FRAME-RATE'))],
  'apple-9.16': [on('main', replace(',VIDEO-RANGE=SDR', ''))],
  'apple-9.17': [on('main', line('#EXT-X-MEDIA', (one) => (one.includes('"Floor"') ? one.replace('AUTOSELECT', 'CHARACTERISTICS="a.b",AUTOSELECT').replace('"mul"', '"ar"') : one)))],
  'apple-9.19': [on('main', replace('#EXT-X-STREAM-INF:', '#EXT-X-STREAM-INF:SCORE=2,'))],
  'apple-9.21': [on('main', replace(/#EXT-X-STREAM-INF.*\n(sound|voice)-floor.m3u8\n/g, ''))],
  'apple-1.26': [on('main', replace(/AVERAGE-BANDWIDTH=\d+/, 'AVERAGE-BANDWIDTH=1500000')), on('main', line('#EXT-X-I-FRAME', replace(/AVERAGE-BANDWIDTH=\d+/, 'AVERAGE-BANDWIDTH=9')))],
  'apple-1.27': [on('main', replace(/BANDWIDTH=\d+/, 'BANDWIDTH=9999999'))],
  'apple-1.30': [on('720p.m3u8', replace(/EXT-X-BYTERANGE:\d+@/, 'EXT-X-BYTERANGE:9000000@'))],
  'apple-9.13': [on('main', replace(/BANDWIDTH=\d+/, 'BANDWIDTH=1700000'))],
  'rfc-codecs-complete': [withIndex('voice-fr-0.mp4', (index) => ({ ...index, codec: 'mp4a.40.5' })), withIndex('720p-0.mp4', (index) => ({ ...index, codec: 'avc1.640020' }))],
  'rfc-map-is-header': [on('720p.m3u8', replace('BYTERANGE="800@0"', 'BYTERANGE="799@0"'))],
  'apple-6.10': [on('360p-iframes.m3u8', replace('BYTERANGE:500@', 'BYTERANGE:400@'))],
  'apple-7.3': [withIndex('720p-0.mp4', (index) => ({ ...index, fragments: { ...index.fragments, start: index.fragments.start.map((s, i) => (i > 2 ? s + 5000 : s)) } }))],
  'apple-7.4': [
    withIndex('720p-0.mp4', (index) => ({ ...index, fragments: { ...index.fragments, keyframe: index.fragments.keyframe.map((_, i) => (i === 3 ? 0 : 1)) } })),
    on('sound-fr.m3u8', replace(/BYTERANGE:(\d)(\d*@\d{4})/, 'BYTERANGE:1$1$2')),
  ],
  'apple-8.1': [on('720p.m3u8', (text) => text.replace('EXTINF:6.000000', 'EXTINF:5.900000').replace('EXTINF:6.000000', 'EXTINF:6.100000'))],
};

const meeting = madeMeeting({ files: [22.4, 13] });

describe('our playlists', () => {
  it.each<[string, MeetingShape]>([
    ['one file', {}],
    ['files one after another', { files: [22.4, 13, 61.52] }],
    ['sound alone', { picture: false }],
    ['the voice renditions not there yet', { voice: false }],
    ['no captions', { captions: false }],
    ['one channel', { channels: CHANNELS.slice(0, 1) }],
    ['a meeting shorter than a segment', { files: [1.2] }],
  ])('hold to every rule: %s', (_, shape) => {
    expect(judge(madeMeeting(shape))).toEqual([]);
  });

  it('fall short of one rule only while a copied picture is alone', () => {
    const { input, ...rest } = madeMeeting();
    const [top] = input.pictures;
    const alone = rewritten({ input, ...rest }, 'main', (text) => text.replaceAll(/#EXT-X-STREAM-INF.*\n(720p|360p).m3u8\n/g, ''));
    expect(top?.id).toBe('1080p');
    expect(judge(alone).map((problem) => problem.rule)).toEqual(['apple-9.9']);
  });
});

describe('each rule', () => {
  it('has an id of its own, a source and a sentence', () => {
    expect(new Set(PLAYLIST_RULES.map((rule) => rule.id)).size).toBe(PLAYLIST_RULES.length);
    for (const rule of PLAYLIST_RULES) {
      expect(rule.source).toMatch(/(RFC 8216bis, section|Apple HLS authoring specification, )/);
      expect(rule.says).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('can fail', () => {
    expect(Object.keys(MUTATIONS).toSorted()).toEqual(PLAYLIST_RULES.map((rule) => rule.id).toSorted());
  });

  it.each(Object.entries(MUTATIONS).flatMap(([rule, ways]) => ways.map((way, i) => [rule, i + 1, way] as const)))('%s sees way %i of breaking it', (rule, _, way) => {
    const found = judge(way(meeting)).filter((problem) => problem.rule === rule);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ problem }) => /^\S.*\.$/.test(problem))).toBe(true);
  });
});
