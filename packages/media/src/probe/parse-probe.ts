import { toBcp47 } from '../languages/index.ts';
import type { MediaFile, PictureTrack, SoundTrack } from './media-file.ts';

type Json = Readonly<Record<string, unknown>>;

const ENCRYPTED_TAGS = new Set(['encv', 'enca', 'drmi', 'drms']);

/**
 * Reads the JSON that `ffprobe -show_format -show_streams -of json` prints.
 * Throws a plain `Error` when the text isn't such a report; a file without tracks gives empty lists.
 */
export function parseProbe(json: string): MediaFile {
  const report = asObject(JSON.parse(json));
  const format = asObject(report['format']);
  const streams = Array.isArray(report['streams']) ? report['streams'].map(asObject) : [];
  const formatTags = asObject(format['tags']);
  return {
    formats: text(format['format_name'])?.split(',') ?? [],
    startSeconds: number(format['start_time']) ?? 0,
    durationSeconds: number(format['duration']) ?? clock(text(formatTags['DURATION'])),
    sizeBytes: number(format['size']) ?? 0,
    pictures: streams.filter((s) => s['codec_type'] === 'video').map(picture),
    sounds: streams.filter((s) => s['codec_type'] === 'audio').map(sound),
  };
}

function picture(stream: Json, ordinal: number): PictureTrack {
  const field = text(stream['field_order']) ?? 'progressive';
  return {
    kind: 'picture',
    index: number(stream['index']) ?? 0,
    ordinal,
    codec: codec(stream),
    profile: text(stream['profile']),
    level: number(stream['level']),
    width: number(stream['width']) ?? 0,
    height: number(stream['height']) ?? 0,
    pixelAspect: fraction(text(stream['sample_aspect_ratio'])?.replace(':', '/') ?? null) || 1,
    pixelFormat: text(stream['pix_fmt']),
    framesPerSecond: fraction(text(stream['avg_frame_rate'])) || fraction(text(stream['r_frame_rate'])),
    interlaced: !['progressive', 'unknown'].includes(field),
    rotation: rotation(stream),
    still: asObject(stream['disposition'])['attached_pic'] === 1,
    encrypted: encrypted(stream),
    ...times(stream),
  };
}

function sound(stream: Json, ordinal: number): SoundTrack {
  const tags = asObject(stream['tags']);
  const tagged = text(tags['language']);
  const language = tagged === null ? undefined : toBcp47(tagged);
  return {
    kind: 'sound',
    index: number(stream['index']) ?? 0,
    ordinal,
    codec: codec(stream),
    profile: text(stream['profile']),
    sampleRate: number(stream['sample_rate']) ?? 0,
    width: number(stream['channels']) ?? 0,
    encrypted: encrypted(stream),
    language: language === undefined || language === 'und' ? null : language,
    title: text(tags['title']),
    ...times(stream),
  };
}

function times(stream: Json): Pick<SoundTrack, 'startSeconds' | 'durationSeconds' | 'bitsPerSecond'> {
  const tags = asObject(stream['tags']);
  return {
    startSeconds: number(stream['start_time']),
    // Matroska has no duration field per track; its muxers write a DURATION tag instead.
    durationSeconds: number(stream['duration']) ?? clock(text(tags['DURATION'])),
    bitsPerSecond: number(stream['bit_rate']) ?? number(tags['BPS']),
  };
}

function codec(stream: Json): string {
  return text(stream['codec_name']) ?? 'unknown';
}

function encrypted(stream: Json): boolean {
  return ENCRYPTED_TAGS.has(text(stream['codec_tag_string']) ?? '');
}

function rotation(stream: Json): number {
  const sides = Array.isArray(stream['side_data_list']) ? stream['side_data_list'].map(asObject) : [];
  const turned = sides.map((side) => number(side['rotation'])).find((degrees) => degrees !== null) ?? 0;
  return ((-turned % 360) + 360) % 360;
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && value !== 'N/A' ? value : null;
}

function number(value: unknown): number | null {
  const read = typeof value === 'string' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : null;
}

function fraction(value: string | null): number {
  const [top = 0, bottom = 1] = (value ?? '').split('/').map(Number);
  return bottom > 0 && Number.isFinite(top / bottom) ? top / bottom : 0;
}

/** `00:00:32.021000000` in seconds. */
function clock(value: string | null): number | null {
  const match = /^(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(value ?? '');
  return match ? Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]) : null;
}
