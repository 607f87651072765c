import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexFragments, type FragmentIndex } from '../fmp4/index.ts';
import { bitRates, iframeRates, targetDuration } from './bit-rates.ts';
import { iframePlaylist, mediaPlaylist, type PlaylistPart } from './media-playlist.ts';
import { multivariantPlaylist } from './multivariant.ts';
import { parsePlaylist } from './parse/parse-playlist.ts';
import { judgePlaylists, readPlaylistSet } from './rules/index.ts';
import { iframesOf, segmentsOf, type MediaSegment } from './segments.ts';

const folder = mkdtempSync(join(tmpdir(), 'openfloor-hls-'));
const at = (name: string): string => join(folder, name);
const FRAGMENTS = ['-f', 'mp4', '-movflags', '+frag_keyframe+delay_moov+default_base_moof'];
const texts = new Map<string, string>();
const indexes = new Map<string, FragmentIndex>();

const ffmpeg = (...args: string[]): Buffer => execFileSync('ffmpeg', ['-v', 'error', '-y', ...args], { stdio: 'pipe', maxBuffer: 1e9 });
const FILES = [{ name: 'morning', seconds: 9 }, { name: 'afternoon', seconds: 5 }];

async function indexOf(name: string): Promise<FragmentIndex> {
  const bytes = new Uint8Array(readFileSync(at(name)));
  const index = await indexFragments({ size: bytes.length, read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)) });
  indexes.set(name, index);
  return index;
}

async function partsOf(rendition: string, cut: (index: FragmentIndex) => MediaSegment[]): Promise<PlaylistPart[]> {
  const parts: PlaylistPart[] = [];
  for (const { name, seconds } of FILES) {
    const uri = `${rendition}-${name}.mp4`;
    const index = await indexOf(uri);
    parts.push({ uri, init: index.init, segments: cut(index), durationSeconds: seconds });
  }
  return parts;
}

beforeAll(async () => {
  for (const { name, seconds } of FILES) {
    const picture = ['-f', 'lavfi', '-i', `testsrc2=s=320x180:r=25:d=${seconds}`];
    const sound = ['-f', 'lavfi', '-i', `sine=${name === 'morning' ? 440 : 880}:d=${seconds}:r=48000`];
    const h264 = (rate: string) => ['-c:v', 'libx264', '-preset', 'veryfast', '-bf', '2', '-g', '50', '-sc_threshold', '0', '-b:v', rate, '-pix_fmt', 'yuv420p', ...FRAGMENTS];
    ffmpeg(...picture, ...h264('400k'), at(`high-${name}.mp4`));
    ffmpeg(...picture, '-s', '160x90', ...h264('100k'), at(`low-${name}.mp4`));
    ffmpeg(...sound, '-c:a', 'aac', '-b:a', '64k', '-ac', '1', ...FRAGMENTS, '-frag_duration', '4000000', at(`floor-${name}.mp4`));
  }
  const cut = (index: FragmentIndex): MediaSegment[] => segmentsOf(index, { targetSeconds: 4 });
  const [high, low, floor] = [await partsOf('high', cut), await partsOf('low', cut), await partsOf('floor', cut)];
  const iframes = await partsOf('low', iframesOf);
  const segments = (parts: readonly PlaylistPart[]): MediaSegment[] => parts.flatMap((part) => part.segments);
  const target = targetDuration([high, low, floor].map(segments), 6);
  for (const [name, parts] of Object.entries({ high, low, floor })) texts.set(`${name}.m3u8`, mediaPlaylist({ parts, targetDuration: target }));
  texts.set('iframes.m3u8', iframePlaylist({ parts: iframes }));
  const codecOf = (parts: readonly PlaylistPart[]): string => indexes.get(parts[0]?.uri ?? '')?.codec ?? '';
  const rung = (id: string, parts: readonly PlaylistPart[], width: number, height: number) => ({ id, uri: `${id}.m3u8`, codec: codecOf(parts), width, height, frameRate: 25, ...bitRates(segments(parts), target) });
  texts.set('main.m3u8', multivariantPlaylist({
    channels: [{ id: 'floor', role: 'floor', language: 'fr' }],
    pictures: [rung('high', high, 320, 180), rung('low', low, 160, 90)],
    soundGroups: [{ id: 'sound', members: [{ channelId: 'floor', uri: 'floor.m3u8', codec: codecOf(floor), ...bitRates(segments(floor), target) }] }],
    iframes: [{ id: 'low', uri: 'iframes.m3u8', codec: codecOf(iframes), width: 160, height: 90, ...iframeRates(segments(iframes)) }],
  }));
  for (const [name, text] of texts) writeFileSync(at(name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('playlists over files that ffmpeg wrote', () => {
  it('hold to every must', () => {
    const problems = judgePlaylists(readPlaylistSet(texts.get('main.m3u8') ?? '', (uri) => texts.get(uri), indexes));
    expect(problems.filter((problem) => problem.level === 'must')).toEqual([]);
  });

  it('name every frame of both files', () => {
    const packets = execFileSync('ffprobe', ['-v', 'quiet', '-count_packets', '-show_entries', 'stream=nb_read_packets', '-of', 'csv=p=0', at('high.m3u8')], { encoding: 'utf8' });
    expect(Number.parseInt(packets, 10)).toBe((9 + 5) * 25);
  });

  it('decode to the very pictures and samples of the file', () => {
    const [first] = FILES;
    for (const [rendition, map] of [['high', 'v'], ['floor', 'a']] as const) {
      // ffmpeg's own HLS reader doesn't start afresh at a discontinuity, so it is given the playlist of one file.
      const text = texts.get(`${rendition}.m3u8`) ?? '';
      writeFileSync(at('alone.m3u8'), `${text.slice(0, text.indexOf('#EXT-X-DISCONTINUITY'))}#EXT-X-ENDLIST\n`);
      const digest = (name: string): string => ffmpeg('-i', at(name), '-map', `0:${map}`, '-f', 'streamhash', '-').toString();
      expect(digest('alone.m3u8')).toBe(digest(`${rendition}-${first?.name ?? ''}.mp4`));
    }
  });

  it('give I-frames with the length of time until the next one', () => {
    const parsed = parsePlaylist(texts.get('iframes.m3u8') ?? '');
    expect(parsed.kind === 'media' && parsed.segments.map((segment) => segment.durationSeconds)).toEqual([2, 2, 2, 2, 1, 2, 2, 1]);
  });
});
