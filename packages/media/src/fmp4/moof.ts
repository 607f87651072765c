import { boxesIn, i32, u32, u64, u8, type Box } from './boxes.ts';
import { Fmp4Error } from './fmp4-error.ts';
import type { SampleDefaults } from './moov.ts';

/** What a `moof` says of its samples; times in the track's timescale, sizes in bytes. */
export interface ParsedMoof {
  readonly start: number | undefined;
  readonly duration: number;
  readonly samples: number;
  readonly firstSampleSize: number;
  readonly firstSampleOffset: number | undefined;
  readonly compositionOffset: number;
  readonly startsWithKeyframe: boolean;
}

/** `sample_is_non_sync_sample` (ISO/IEC 14496-12, 8.8.3.1). */
const NOT_A_KEYFRAME = 0x0001_0000;

/** What a fragment says once for all its samples. */
export interface Head {
  defaults: SampleDefaults;
  /** Where data offsets count from, seen from the start of the moof. */
  base: number;
}

/**
 * Reads a `moof` that is whole in `bytes`.
 * @param fileOffset where the moof starts in the file, for the rare file with absolute data offsets
 */
export function parseMoof(bytes: Uint8Array, moof: Box, fileOffset: number, defaults: SampleDefaults): ParsedMoof {
  const trafs = [...boxesIn(bytes, moof.body, moof.end)].filter((box) => box.type === 'traf');
  const [traf] = trafs;
  if (!traf || trafs.length !== 1) {
    throw new Fmp4Error('not_one_track', `A fragment holds ${trafs.length} tracks where one is expected; write one file per track.`);
  }
  let head: Head = { defaults, base: 0 };
  let start: number | undefined;
  let sum: Omit<ParsedMoof, 'start'> | undefined;
  for (const box of boxesIn(bytes, traf.body, traf.end)) {
    if (box.type === 'tfhd') head = parseTfhd(bytes, box, defaults, fileOffset);
    else if (box.type === 'tfdt') start = u8(bytes, box.body) === 1 ? u64(bytes, box.body + 4) : u32(bytes, box.body + 4);
    else if (box.type === 'trun') {
      const run = parseTrun(bytes, box, head);
      sum = sum && sum.samples > 0 ? { ...sum, duration: sum.duration + run.duration, samples: sum.samples + run.samples } : run;
    }
  }
  return { start, ...(sum ?? EMPTY) };
}

const EMPTY: Omit<ParsedMoof, 'start'> = {
  duration: 0,
  samples: 0,
  firstSampleSize: 0,
  firstSampleOffset: undefined,
  compositionOffset: 0,
  startsWithKeyframe: false,
};

/** Reads a `tfhd`: what holds where a run of samples says nothing of its own. */
export function parseTfhd(bytes: Uint8Array, box: Box, trex: SampleDefaults, fileOffset: number): Head {
  const flags = u32(bytes, box.body) & 0xff_ffff;
  let at = box.body + 8;
  const field = (bit: number, width: number): number | undefined => {
    if ((flags & bit) === 0) return undefined;
    const value = width === 8 ? u64(bytes, at) : u32(bytes, at);
    at += width;
    return value;
  };
  const base = field(0x01, 8);
  field(0x02, 4);
  const duration = field(0x08, 4) ?? trex.duration;
  const size = field(0x10, 4) ?? trex.size;
  return { defaults: { duration, size, flags: field(0x20, 4) ?? trex.flags }, base: base === undefined ? 0 : base - fileOffset };
}

function parseTrun(bytes: Uint8Array, box: Box, head: Head): Omit<ParsedMoof, 'start'> {
  const flags = u32(bytes, box.body) & 0xff_ffff;
  const samples = u32(bytes, box.body + 4);
  let at = box.body + 8;
  const has = (bit: number): boolean => (flags & bit) !== 0;
  const dataOffset = has(0x01) ? i32(bytes, at) : undefined;
  if (has(0x01)) at += 4;
  const firstFlags = has(0x04) ? u32(bytes, at) : undefined;
  if (has(0x04)) at += 4;
  const stride = (has(0x100) ? 4 : 0) + (has(0x200) ? 4 : 0) + (has(0x400) ? 4 : 0) + (has(0x800) ? 4 : 0);
  if (at + samples * stride > box.end) throw new Fmp4Error('broken_box', 'A fragment lists more samples than its header holds.');
  let field = at;
  const next = (bit: number): number | undefined => {
    if (!has(bit) || samples === 0) return undefined;
    field += 4;
    return u32(bytes, field - 4);
  };
  const firstDuration = next(0x100);
  const firstSize = next(0x200) ?? head.defaults.size;
  const ownFlags = next(0x400);
  const composition = next(0x800) ?? 0;
  return {
    samples,
    duration: firstDuration === undefined ? samples * head.defaults.duration : durations(bytes, at, samples, stride),
    firstSampleSize: samples === 0 ? 0 : firstSize,
    firstSampleOffset: dataOffset === undefined ? undefined : head.base + dataOffset,
    compositionOffset: composition | 0,
    startsWithKeyframe: samples > 0 && ((firstFlags ?? ownFlags ?? head.defaults.flags) & NOT_A_KEYFRAME) === 0,
  };
}

function durations(bytes: Uint8Array, from: number, samples: number, stride: number): number {
  let sum = 0;
  for (let i = 0, at = from; i < samples; i += 1, at += stride) sum += u32(bytes, at);
  return sum;
}
