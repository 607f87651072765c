import type { ByteSpan } from './byte-reader.ports.ts';

/** What the `moov` of a one-track file says about its track. */
export interface TrackInit {
  readonly kind: 'video' | 'audio';
  /** RFC 6381, as it goes into CODECS: `avc1.64001f`, `mp4a.40.2`, `Opus`, `hvc1.1.6.L93.B0`. */
  readonly codec: string;
  /** Units a second of every time in the index. */
  readonly timescale: number;
  /** Pixels as coded; video only. */
  readonly width?: number;
  readonly height?: number;
  /** Hz; audio only. */
  readonly sampleRate?: number;
  /** Number of audio channels, from the codec's own configuration where it has one. */
  readonly channels?: number;
  /** Media time at which presentation starts (priming, reordering delay); 0 without an edit list. Timescale units. */
  readonly editMediaTime: number;
  /** Time that an edit list leaves empty before the media starts; timescale units, 0 as a rule. */
  readonly emptyEdit: number;
}

/** The fragments, one typed array a field, all of length `count`. */
export interface FragmentColumns {
  readonly count: number;
  /** Where each `moof` starts, in bytes. */
  readonly offset: Float64Array;
  /** Bytes of `moof` and `mdat` together. */
  readonly length: Float64Array;
  /** Decode time of the first sample (`tfdt`). */
  readonly start: Float64Array;
  /** Sum of the samples' durations. */
  readonly duration: Float64Array;
  /** From the start of the `moof` to the first byte of the first sample. */
  readonly headerLength: Uint32Array;
  /** Bytes of the first sample. */
  readonly firstSampleSize: Uint32Array;
  /** Composition offset of the first sample; may be negative. */
  readonly compositionOffset: Int32Array;
  /** 1 where the first sample is a sync sample. */
  readonly keyframe: Uint8Array;
}

/** Where everything lies in a fragmented MP4 file of one track. */
export interface FragmentIndex extends TrackInit {
  /** `ftyp` and `moov`: what EXT-X-MAP names. */
  readonly init: ByteSpan;
  readonly fragments: FragmentColumns;
  /** Set where the file ends inside a fragment, which is then not listed. */
  readonly truncated?: Truncation;
}

/** A tail that isn't a whole fragment. */
export interface Truncation {
  /** First byte that belongs to nothing whole. */
  readonly offset: number;
  /** How many bytes are left from there. */
  readonly bytes: number;
  /** One sentence that says what is missing. */
  readonly reason: string;
}

/** One fragment as an object; times in the index's timescale. */
export interface Fragment {
  readonly offset: number;
  readonly length: number;
  readonly start: number;
  readonly duration: number;
  readonly headerLength: number;
  readonly firstSampleSize: number;
  readonly compositionOffset: number;
  readonly startsWithKeyframe: boolean;
}

/** The fragment at a position; throws a RangeError outside `0 .. count - 1`. */
export function fragmentAt(index: FragmentIndex, position: number): Fragment {
  const f = index.fragments;
  if (!Number.isInteger(position) || position < 0 || position >= f.count) {
    throw new RangeError(`There is no fragment ${position}; the file has ${f.count}.`);
  }
  return {
    offset: f.offset[position] ?? 0,
    length: f.length[position] ?? 0,
    start: f.start[position] ?? 0,
    duration: f.duration[position] ?? 0,
    headerLength: f.headerLength[position] ?? 0,
    firstSampleSize: f.firstSampleSize[position] ?? 0,
    compositionOffset: f.compositionOffset[position] ?? 0,
    startsWithKeyframe: f.keyframe[position] === 1,
  };
}

/** Every fragment in order, made one at a time. */
export function* fragmentsOf(index: FragmentIndex): Generator<Fragment> {
  for (let i = 0; i < index.fragments.count; i += 1) yield fragmentAt(index, i);
}

/**
 * When a fragment starts on the presentation timeline, in seconds: decode time plus the first sample's composition
 * offset, less what the edit list skips. Negative for the part of an audio fragment that is priming.
 */
export function presentationSeconds(index: TrackInit, fragment: Fragment): number {
  return (fragment.start + fragment.compositionOffset - index.editMediaTime + index.emptyEdit) / index.timescale;
}

/** Packs fragments into typed arrays. */
export function toColumns(rows: readonly Fragment[]): FragmentColumns {
  return {
    count: rows.length,
    offset: Float64Array.from(rows, (r) => r.offset),
    length: Float64Array.from(rows, (r) => r.length),
    start: Float64Array.from(rows, (r) => r.start),
    duration: Float64Array.from(rows, (r) => r.duration),
    headerLength: Uint32Array.from(rows, (r) => r.headerLength),
    firstSampleSize: Uint32Array.from(rows, (r) => r.firstSampleSize),
    compositionOffset: Int32Array.from(rows, (r) => r.compositionOffset),
    keyframe: Uint8Array.from(rows, (r) => (r.startsWithKeyframe ? 1 : 0)),
  };
}
