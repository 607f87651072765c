import { box, full, u16s, u32s, text, joined } from './boxes-out.ts';

/** One frame of a track of a movie that is put together. */
export interface MovieSample {
  /** Which of the files it comes from, by its place in the caller's list. */
  readonly source: number;
  readonly offset: number;
  readonly size: number;
  /** In the track's timescale. */
  readonly duration: number;
  readonly composition: number;
  readonly sync: boolean;
  /** Which of the track's sample entries says how it is coded, from 0. */
  readonly entry: number;
}

/** One track; all its samples in decoding order. */
export interface MovieTrack {
  readonly kind: 'video' | 'audio' | 'text';
  readonly timescale: number;
  /** Three letters (ISO 639-2/T), and the whole tag (BCP 47). */
  readonly language: readonly [three: string, tag: string];
  /** As players list it. */
  readonly name: string;
  readonly entries: readonly Uint8Array[];
  /** In pixels; 0 for sound. */
  readonly width: number;
  readonly height: number;
  readonly samples: readonly MovieSample[];
  /** Where in its media the presentation begins (timescale): an edit list skips what is before. */
  readonly begins: number;
  /** Tracks of the same group are alternatives of which one plays; 0 = none. */
  readonly group: number;
  readonly enabled: boolean;
}

/** Bytes of one of the files, in the order in which they follow the head. */
export interface MovieSpan {
  readonly source: number;
  readonly offset: number;
  readonly length: number;
}

/** A movie: what is written first, and what is copied behind it. */
export interface MovieLayout {
  readonly head: Uint8Array;
  readonly spans: readonly MovieSpan[];
  readonly bytes: number;
}

interface Chunk {
  readonly track: number;
  readonly samples: readonly MovieSample[];
  readonly seconds: number;
  readonly bytes: number;
}

/** Units a second of the movie's own times. */
const MOVIE_SCALE = 90_000;
const CHUNK_SECONDS = 1;
const LARGEST = 0xffff_ffff;

/**
 * Lays out an MP4 file that plays while it arrives: its index first, then the frames of all tracks second by second.
 * @param lengthMs how long it plays; edit lists end every track there
 * @throws RangeError when it would be larger than 4 GiB
 */
export function layOutMovie(tracks: readonly MovieTrack[], lengthMs: number, title: string): MovieLayout {
  const chunks = tracks.flatMap((track, n) => chunksOf(track, n)).toSorted((a, b) => a.seconds - b.seconds || a.track - b.track);
  const data = chunks.reduce((sum, { bytes }) => sum + bytes, 0);
  const start = box('ftyp', text('isom'), u32s(512), text('isomiso2avc1mp41'));
  const moovAt = (base: number): Uint8Array => moov(tracks, chunks, base, lengthMs, title);
  const base = start.length + moovAt(0).length + 8;
  if (base + data > LARGEST) throw new RangeError('A clip can’t be larger than 4 GiB.');
  const head = joined(start, moovAt(base), u32s(8 + data), text('mdat'));
  return { head, spans: spansOf(chunks), bytes: head.length + data };
}

function chunksOf(track: MovieTrack, n: number): Chunk[] {
  const chunks: Chunk[] = [];
  let clock = 0;
  let open: MovieSample[] = [];
  let from = 0;
  const close = (): void => {
    if (open.length > 0) chunks.push({ track: n, samples: open, seconds: from / track.timescale, bytes: open.reduce((sum, { size }) => sum + size, 0) });
    open = [];
    from = clock;
  };
  for (const sample of track.samples) {
    if (open.length > 0 && (open[0]?.entry !== sample.entry || clock - from >= CHUNK_SECONDS * track.timescale)) close();
    open.push(sample);
    clock += sample.duration;
  }
  close();
  return chunks;
}

/** Neighbours in one file are copied together. */
function spansOf(chunks: readonly Chunk[]): MovieSpan[] {
  const spans: { source: number; offset: number; length: number }[] = [];
  for (const { source, offset, size } of chunks.flatMap(({ samples }) => samples)) {
    const last = spans.at(-1);
    if (last?.source === source && last.offset + last.length === offset) last.length += size;
    else if (size > 0) spans.push({ source, offset, length: size });
  }
  return spans;
}

function moov(tracks: readonly MovieTrack[], chunks: readonly Chunk[], base: number, lengthMs: number, title: string): Uint8Array {
  const offsets: number[][] = tracks.map(() => []);
  let at = base;
  for (const { track, bytes } of chunks) {
    offsets[track]?.push(at);
    at += bytes;
  }
  const length = Math.round((lengthMs * MOVIE_SCALE) / 1000);
  const mvhd = full('mvhd', 0, 0, u32s(0, 0, MOVIE_SCALE, length, 0x10000), u16s(0x100, 0), u32s(0, 0), MATRIX, u32s(0, 0, 0, 0, 0, 0, tracks.length + 1));
  const named = box('udta', box('\u00A9nam', u16s(new TextEncoder().encode(title).length, 0x55c4), new TextEncoder().encode(title)));
  return box('moov', mvhd, ...tracks.map((track, n) => trak(track, n, chunks.filter((chunk) => chunk.track === n), offsets[n] ?? [], length)), named);
}

const MATRIX = u32s(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

function trak(track: MovieTrack, n: number, chunks: readonly Chunk[], offsets: readonly number[], length: number): Uint8Array {
  const { kind, timescale, samples, begins } = track;
  const media = samples.reduce((sum, { duration }) => sum + duration, 0);
  const flags = (track.enabled ? 1 : 0) | 2 | 4;
  const tkhd = full('tkhd', 0, flags, u32s(0, 0, n + 1, 0, length, 0, 0), u16s(0, track.group, kind === 'audio' ? 0x100 : 0, 0), MATRIX, u32s(track.width * 0x10000, track.height * 0x10000));
  const elst = full('elst', 0, 0, u32s(1, length, begins), u16s(1, 0));
  const [three, tag] = track.language;
  const packed = Array.from(three).reduce((sum, letter) => sum * 32 + (letter.charCodeAt(0) - 0x60), 0);
  const mdhd = full('mdhd', 0, 0, u32s(0, 0, timescale, media), u16s(packed, 0));
  const elng = full('elng', 0, 0, text(`${tag}\0`));
  const handler = { video: 'vide', audio: 'soun', text: 'sbtl' }[kind];
  const hdlr = full('hdlr', 0, 0, u32s(0), text(handler), u32s(0, 0, 0), new TextEncoder().encode(track.name), Uint8Array.of(0));
  const header = kind === 'video' ? full('vmhd', 0, 1, u16s(0, 0, 0, 0)) : kind === 'audio' ? full('smhd', 0, 0, u16s(0, 0)) : full('nmhd', 0, 0);
  const dinf = box('dinf', full('dref', 0, 0, u32s(1), full('url ', 0, 1)));
  const minf = box('minf', header, dinf, stbl(track, chunks, offsets));
  return box('trak', tkhd, box('edts', elst), box('mdia', mdhd, hdlr, elng, minf));
}

function stbl({ kind, entries, samples }: MovieTrack, chunks: readonly Chunk[], offsets: readonly number[]): Uint8Array {
  const durations = runs(samples.map(({ duration }) => duration));
  const compositions = samples.some(({ composition }) => composition !== 0) ? runs(samples.map(({ composition }) => composition)) : [];
  const syncs = samples.flatMap(({ sync }, n) => (sync ? [n + 1] : []));
  const groups = chunks.map(({ samples: own }) => [own.length, (own[0]?.entry ?? 0) + 1] as const);
  const firsts = groups.flatMap(([count, entry], n) => (n > 0 && groups[n - 1]?.[0] === count && groups[n - 1]?.[1] === entry ? [] : [n + 1, count, entry]));
  return box('stbl',
    full('stsd', 0, 0, u32s(entries.length), ...entries),
    full('stts', 0, 0, u32s(durations.length, ...durations.flatMap(([value, count]) => [count, value]))),
    ...(compositions.length > 0 ? [full('ctts', compositions.some(([value]) => value < 0) ? 1 : 0, 0, u32s(compositions.length, ...compositions.flatMap(([value, count]) => [count, value])))] : []),
    ...(kind === 'video' ? [full('stss', 0, 0, u32s(syncs.length, ...syncs))] : []),
    full('stsc', 0, 0, u32s(firsts.length / 3, ...firsts)),
    full('stsz', 0, 0, u32s(0, samples.length, ...samples.map(({ size }) => size))),
    full('stco', 0, 0, u32s(offsets.length, ...offsets)));
}

/** Equal values in a row, each with how many there are. */
function runs(values: readonly number[]): (readonly [value: number, count: number])[] {
  const found: [number, number][] = [];
  for (const value of values) {
    const last = found.at(-1);
    if (last?.[0] === value) last[1] += 1;
    else found.push([value, 1]);
  }
  return found;
}
