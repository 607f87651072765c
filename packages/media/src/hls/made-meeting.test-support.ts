import type { FragmentIndex } from '../fmp4/index.ts';
import { bitRates, iframeRates, targetDuration } from './bit-rates.ts';
import { indexOf } from './made-index.test-support.ts';
import { captionSegments } from './caption-segments.ts';
import { captionsPlaylist } from './captions-playlist.ts';
import { iframePlaylist, mediaPlaylist, type PlaylistPart } from './media-playlist.ts';
import { multivariantPlaylist, type MultivariantInput } from './multivariant.ts';
import { iframesOf, segmentsOf, type MediaSegment } from './segments.ts';
import type { SoundChannel } from './sound-renditions.ts';

/** The texts of all playlists of a meeting, and the indexes of its media files. */
export interface MadeMeeting {
  readonly input: MultivariantInput;
  readonly multivariant: string;
  readonly playlists: ReadonlyMap<string, string>;
  readonly indexes: ReadonlyMap<string, FragmentIndex>;
}

export interface MeetingShape {
  /** One entry a file: how long it is in seconds. */
  readonly files?: readonly number[];
  readonly channels?: readonly SoundChannel[];
  readonly picture?: boolean;
  readonly voice?: boolean;
  /** Whether two of the channels have words. */
  readonly captions?: boolean;
}

export const CHANNELS: readonly SoundChannel[] = [
  { id: 'floor', role: 'floor', language: 'mul' },
  { id: 'fr', role: 'interpretation', language: 'fr' },
  { id: 'ar', role: 'interpretation', language: 'ar' },
  { id: 'fr-described', role: 'audio-description', language: 'fr' },
  { id: 'zh', role: 'machine-voice', language: 'zh' },
];

const CAPTIONED = [
  { channelId: 'fr', language: 'fr', machine: false, uri: 'captions-fr.m3u8' },
  { channelId: 'ar', language: 'ar', machine: true, uri: 'captions-ar.m3u8' },
  { channelId: 'floor', language: 'en', machine: false, uri: 'captions-floor-en.m3u8' },
];

const RUNGS = [
  { id: '1080p', width: 1920, height: 1080, rate: 4_400_000 },
  { id: '720p', width: 1280, height: 720, rate: 1_800_000 },
  { id: '360p', width: 640, height: 360, rate: 500_000 },
];
const STARTS = Date.UTC(2020, 11, 3, 15);
const BREAK_MS = 600_000;

/** A meeting as the server would write it: three rungs, each channel in two qualities, one or more files. */
export function madeMeeting(shape: MeetingShape = {}): MadeMeeting {
  const { files = [22.4], channels = CHANNELS, picture = true, voice = true, captions = true } = shape;
  const indexes = new Map<string, FragmentIndex>();
  const playlists = new Map<string, string>();
  const starts = files.map((_, i) => STARTS + files.slice(0, i).reduce((sum, seconds) => sum + seconds * 1000 + BREAK_MS, 0));
  const rendition = (name: string, make: (seconds: number) => FragmentIndex, cut: (index: FragmentIndex) => MediaSegment[]) => {
    const parts = files.map((seconds, i): PlaylistPart => {
      const index = make(seconds);
      const uri = `${name}-${i}.mp4`;
      indexes.set(uri, index);
      return { uri, init: index.init, segments: cut(index), programDateTime: starts[i] ?? 0, durationSeconds: seconds };
    });
    return { name, parts, segments: parts.flatMap((part) => part.segments) };
  };
  const inFours = (index: FragmentIndex): MediaSegment[] => segmentsOf(index, { targetSeconds: 6 });
  const pictures = picture ? RUNGS.map((rung) => ({ ...rung, ...rendition(rung.id, (s) => film(s, rung.rate), inFours) })) : [];
  const iframes = picture ? RUNGS.slice(2).map((rung) => ({ ...rung, ...rendition(rung.id, (s) => film(s, rung.rate), iframesOf) })) : [];
  const groups = [{ id: 'sound', rate: 64_000 }, ...(voice ? [{ id: 'voice', rate: 24_000 }] : [])].map(({ id, rate }) => ({
    id,
    members: channels.map((channel) => ({ channelId: channel.id, ...rendition(`${id}-${channel.id}`, (s) => speech(s, rate), inFours) })),
  }));
  const target = targetDuration([...pictures, ...groups.flatMap((group) => group.members)].map((one) => one.segments), 6);
  for (const one of [...pictures, ...groups.flatMap((group) => group.members)]) {
    playlists.set(`${one.name}.m3u8`, mediaPlaylist({ parts: one.parts, targetDuration: target }));
  }
  const texts = captions ? CAPTIONED.filter(({ channelId }) => channels.some(({ id }) => id === channelId)) : [];
  const begins = files.map((_, i) => files.slice(0, i).reduce((sum, seconds) => sum + seconds * 1000, 0));
  const segments = captionSegments(files.map((seconds, i) => ({ startMs: begins[i] ?? 0, durationMs: seconds * 1000 })));
  for (const { uri } of texts) playlists.set(uri, captionsPlaylist({ segments, uri: (_, n) => `${n}.vtt`, dateOf: (partMs) => starts[begins.indexOf(partMs)] ?? 0 }));
  for (const one of iframes) playlists.set(`${one.name}-iframes.m3u8`, iframePlaylist({ parts: one.parts }));
  const input: MultivariantInput = {
    channels,
    pictures: pictures.map(({ id, width, height, name, segments }) => ({ id, width, height, uri: `${name}.m3u8`, codec: 'avc1.64001f', frameRate: 25, ...bitRates(segments, target) })),
    soundGroups: groups.map(({ id, members }) => ({
      id,
      members: members.map(({ channelId, name, segments }) => ({ channelId, uri: `${name}.m3u8`, codec: 'mp4a.40.2', ...bitRates(segments, target) })),
    })),
    iframes: iframes.map(({ id, width, height, name, segments }) => ({ id, width, height, uri: `${name}-iframes.m3u8`, codec: 'avc1.64001f', ...iframeRates(segments) })),
    captions: texts,
    sessionData: [
      { id: 'com.apple.hls.title', value: 'The "model" meeting', language: 'en' },
      { id: 'com.apple.hls.title', value: 'جلسة', language: 'ar' },
    ],
  };
  return { input, multivariant: multivariantPlaylist(input), playlists, indexes };
}

/** Picture with a keyframe every two seconds, its sizes wandering by a tenth. */
function film(seconds: number, rate: number): FragmentIndex {
  const fragments = parts(seconds, 2);
  return indexOf({ kind: 'video', timescale: 12_800, seconds: fragments, bytes: fragments.map((s, i) => Math.round((rate / 8) * s * (0.95 + (i % 3) * 0.05))), compositionOffset: 1024, editMediaTime: 1024 });
}

/** Mono AAC in fragments of about four seconds, with the encoder's priming in front. */
function speech(seconds: number, rate: number): FragmentIndex {
  const fragments = parts(seconds + 1024 / 48_000, 188 * (1024 / 48_000));
  return indexOf({ kind: 'audio', timescale: 48_000, seconds: fragments, bytes: fragments.map((s) => Math.round((rate / 8) * s)), editMediaTime: 1024 });
}

function parts(total: number, each: number): number[] {
  const whole = Math.floor(total / each + 1e-9);
  const rest = total - whole * each;
  return [...Array.from({ length: whole }, () => each), ...(rest > 1e-6 ? [rest] : [])];
}
