import type { ByteReader } from './byte-reader.ports.ts';

/** A box: size, type, body. */
export function box(type: string, ...body: (Uint8Array | number[])[]): Uint8Array {
  const inner = joined(body);
  return joined([be32(inner.length + 8), ascii(type), inner]);
}

/** A box with the 64-bit size form. */
export function wideBox(type: string, ...body: (Uint8Array | number[])[]): Uint8Array {
  const inner = joined(body);
  return joined([be32(1), ascii(type), be64(inner.length + 16), inner]);
}

/** Bytes one after another. */
export function joined(parts: readonly (Uint8Array | number[])[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const be16 = (n: number): number[] => [(n >>> 8) & 255, n & 255];
export const be32 = (n: number): number[] => [...be16(Math.floor(n / 65536) & 0xffff), ...be16(n & 0xffff)];
export const be64 = (n: number): number[] => [...be32(Math.floor(n / 2 ** 32)), ...be32(n >>> 0)];
const ascii = (text: string): number[] => Array.from(text, (c) => c.charCodeAt(0));
const zeros = (n: number): number[] => Array.from({ length: n }, () => 0);

export interface MoovShape {
  readonly handler?: string;
  readonly entry?: Uint8Array;
  readonly timescale?: number;
  readonly movieTimescale?: number;
  /** [segment duration in the movie's timescale, media time] */
  readonly edits?: readonly (readonly [number, number])[];
  readonly longEdits?: boolean;
  readonly tracks?: number;
  readonly fragmented?: boolean;
}

/** `mp4a` with the given AudioSpecificConfig bytes and object type. */
export function mp4a(config: number[], objectType = 0x40): Uint8Array {
  const specific = [0x05, 0x80, 0x80, 0x80, config.length, ...config];
  const decoder = [0x04, 13 + specific.length, objectType, ...zeros(12), ...specific];
  const es = [0x03, 3 + decoder.length, 0, 1, 0, ...decoder];
  return box('mp4a', zeros(16), be16(2), be16(16), zeros(4), be16(48000), be16(0), box('esds', be32(0), es));
}

/** `avc1` of a size with profile, compatibility and level. */
export function avc1(width: number, height: number, profile: readonly [number, number, number]): Uint8Array {
  return visual('avc1', width, height, box('avcC', [1, ...profile, 255, 225]));
}

/** Any visual sample entry with its configuration box. */
export function visual(type: string, width: number, height: number, config: Uint8Array): Uint8Array {
  return box(type, zeros(24), be16(width), be16(height), zeros(50), config);
}

/** A `moov` of one (or more) tracks, as small as it gets. */
export function moov(shape: MoovShape = {}): Uint8Array {
  const edits = shape.edits ?? [];
  const entries = edits.flatMap(([duration, media]) =>
    shape.longEdits ? [...be64(duration), ...signed64(media), 0, 1, 0, 0] : [...be32(duration), ...be32(media >>> 0), 0, 1, 0, 0],
  );
  const elst = box('elst', [shape.longEdits ? 1 : 0, 0, 0, 0], be32(edits.length), entries);
  const entry = shape.entry ?? mp4a([0x11, 0x88]);
  const track = box(
    'trak',
    box('tkhd', be32(0), zeros(8), be32(1), zeros(68)),
    ...(edits.length > 0 ? [box('edts', elst)] : []),
    box(
      'mdia',
      box('mdhd', be32(0), zeros(8), be32(shape.timescale ?? 48000), zeros(8)),
      box('hdlr', zeros(8), ascii(shape.handler ?? 'soun'), zeros(13)),
      box('minf', box('stbl', box('stsd', be32(0), be32(1), entry))),
    ),
  );
  const mvex = box('mvex', box('trex', be32(0), be32(1), be32(1), be32(1024), be32(300), be32(0)));
  return box(
    'moov',
    box('mvhd', be32(0), zeros(8), be32(shape.movieTimescale ?? 1000), zeros(80)),
    ...Array.from({ length: shape.tracks ?? 1 }, () => track),
    ...(shape.fragmented === false ? [] : [mvex]),
  );
}

function signed64(n: number): number[] {
  return n < 0 ? [255, 255, 255, 255, ...be32(n >>> 0)] : be64(n);
}

export const ftyp = box('ftyp', [105, 115, 111, 109], be32(512));

export interface FragmentShape {
  readonly start: number;
  readonly samples: number;
  readonly bytes: number;
  readonly sync?: boolean;
}

/** `moof` and `mdat` that lean on `trex` for everything but the first sample's flags. */
export function fragment(shape: FragmentShape): Uint8Array {
  const build = (dataOffset: number): Uint8Array =>
    box(
      'moof',
      box('mfhd', be32(0), be32(1)),
      box(
        'traf',
        box('tfhd', be32(0x02_0000), be32(1)),
        box('tfdt', [1, 0, 0, 0], be64(shape.start)),
        box('trun', be32(0x05), be32(shape.samples), be32(dataOffset), be32(shape.sync === false ? 0x0001_0000 : 0x0200_0000)),
      ),
    );
  return joined([build(build(0).length + 8), box('mdat', new Uint8Array(shape.bytes))]);
}

/** Bytes in memory as a reader that counts what it is asked. */
export function memoryReader(bytes: Uint8Array): ByteReader & { readonly reads: () => number; readonly bytesRead: () => number } {
  let reads = 0;
  let read = 0;
  return {
    size: bytes.length,
    read: (offset, length) => {
      const part = bytes.slice(offset, offset + length);
      reads += 1;
      read += part.length;
      return Promise.resolve(part);
    },
    reads: () => reads,
    bytesRead: () => read,
  };
}
