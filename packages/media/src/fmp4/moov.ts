import { boxAt, boxesIn, childOf, fourcc, i32, i64, u32, u64, u8, type Box } from './boxes.ts';
import { audioCodec, audioShape, sampleEntry, videoCodec, videoSize } from './codec-string.ts';
import { Fmp4Error } from './fmp4-error.ts';
import type { TrackInit } from './fragment-index.domain.ts';

/** What a fragment may leave out because `trex` says it once. */
export interface SampleDefaults {
  readonly duration: number;
  readonly size: number;
  readonly flags: number;
}

/** One track's `moov`, read. */
export interface ParsedMoov {
  readonly track: TrackInit;
  readonly trackId: number;
  readonly defaults: SampleDefaults;
}

/** Reads a `moov` of one track, the box being whole in `bytes`; throws `Fmp4Error`. */
export function parseMoov(bytes: Uint8Array, moov: Box): ParsedMoov {
  const tracks = [...boxesIn(bytes, moov.body, moov.end)].filter((box) => box.type === 'trak');
  const [trak] = tracks;
  if (!trak || tracks.length !== 1) {
    throw new Fmp4Error('not_one_track', `The file holds ${tracks.length} tracks where one is expected; write one file per track.`);
  }
  const trex = boxAt(bytes, moov, 'mvex', 'trex');
  if (!trex) throw new Fmp4Error('not_fragmented', 'The MP4 file is not fragmented; write it with -movflags frag_keyframe.');
  const tkhd = need(bytes, trak, 'tkhd');
  const mvhd = need(bytes, moov, 'mvhd');
  return {
    track: parseTrack(bytes, trak, versioned(bytes, mvhd, 12, 20)),
    trackId: versioned(bytes, tkhd, 12, 20),
    defaults: { duration: u32(bytes, trex.body + 12), size: u32(bytes, trex.body + 16), flags: u32(bytes, trex.body + 20) },
  };
}

function parseTrack(bytes: Uint8Array, trak: Box, movieTimescale: number): TrackInit {
  const timescale = versioned(bytes, need(bytes, trak, 'mdia', 'mdhd'), 12, 20);
  if (timescale === 0) throw new Fmp4Error('broken_box', 'The MP4 track states a timescale of 0.');
  const entry = sampleEntry(bytes, need(bytes, trak, 'mdia', 'minf', 'stbl', 'stsd'));
  if (!entry) throw new Fmp4Error('broken_box', 'The MP4 track has no sample description.');
  const handler = fourcc(bytes, need(bytes, trak, 'mdia', 'hdlr').body + 8);
  const edit = readEdits(bytes, trak, timescale, movieTimescale);
  if (handler === 'vide') return { kind: 'video', ...videoCodec(bytes, entry), timescale, ...videoSize(bytes, entry), ...edit };
  if (handler === 'soun') return { kind: 'audio', timescale, ...audioShape(bytes, entry), ...audioCodec(bytes, entry), ...edit };
  throw new Fmp4Error('not_one_track', `The MP4 track is neither picture nor sound (its handler is "${handler}").`);
}

/** One entry of an edit list, and where its media_time stands. */
export interface EditEntry {
  readonly segmentDuration: number;
  readonly mediaTime: number;
  /** Offset of media_time in the buffer. */
  readonly at: number;
  /** Bytes of media_time: 4 or 8. */
  readonly width: 4 | 8;
}

/** The edit list of a track, empty where it has none. */
export function editEntries(bytes: Uint8Array, trak: Box): EditEntry[] {
  const elst = boxAt(bytes, trak, 'edts', 'elst');
  if (!elst) return [];
  const long = u8(bytes, elst.body) === 1;
  const size = long ? 20 : 12;
  const count = Math.min(u32(bytes, elst.body + 4), Math.floor((elst.end - elst.body - 8) / size));
  return Array.from({ length: count }, (_, i) => {
    const at = elst.body + 8 + i * size;
    return long
      ? { segmentDuration: u64(bytes, at), mediaTime: i64(bytes, at + 8), at: at + 8, width: 8 }
      : { segmentDuration: u32(bytes, at), mediaTime: i32(bytes, at + 4), at: at + 4, width: 4 };
  });
}

function readEdits(bytes: Uint8Array, trak: Box, timescale: number, movieTimescale: number): Pick<TrackInit, 'editMediaTime' | 'emptyEdit'> {
  const entries = editEntries(bytes, trak);
  const first = entries.findIndex((entry) => entry.mediaTime >= 0);
  const gaps = first === -1 ? entries : entries.slice(0, first);
  const empty = gaps.reduce((sum, entry) => sum + entry.segmentDuration, 0);
  return {
    editMediaTime: entries[first]?.mediaTime ?? 0,
    emptyEdit: movieTimescale === 0 ? 0 : Math.round((empty * timescale) / movieTimescale),
  };
}

/** A 32-bit field of a full box whose place depends on the box's version. */
function versioned(bytes: Uint8Array, box: Box, atZero: number, atOne: number): number {
  return u32(bytes, box.body + (u8(bytes, box.body) === 1 ? atOne : atZero));
}

function need(bytes: Uint8Array, parent: Box, ...path: string[]): Box {
  const found = boxAt(bytes, parent, ...path);
  if (!found) throw new Fmp4Error('broken_box', `The MP4 header has no ${path.join('/')} box.`);
  return found;
}

/** The one `trak` of a `moov` inside init bytes; undefined where there isn't exactly one. */
export function onlyTrak(bytes: Uint8Array): Box | undefined {
  const moov = childOf(bytes, { body: 0, end: bytes.length }, 'moov');
  if (!moov) return undefined;
  const traks = [...boxesIn(bytes, moov.body, moov.end)].filter((box) => box.type === 'trak');
  return traks.length === 1 ? traks[0] : undefined;
}

