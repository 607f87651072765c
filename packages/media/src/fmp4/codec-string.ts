import { childOf, fourcc, u16, u32, u8, type Box } from './boxes.ts';

/** What a sample entry says of its codec. */
export interface CodecFacts {
  readonly codec: string;
  /** Audio channels by the codec's own configuration; undefined where it leaves that to the container. */
  readonly channels?: number;
}

/** The RFC 6381 name of a video sample entry; its own four letters where we know no more of it. */
export function videoCodec(bytes: Uint8Array, entry: Box): CodecFacts {
  const children = { body: entry.body + 78, end: entry.end };
  const avc = childOf(bytes, children, 'avcC');
  if (avc) return { codec: `${entry.type}.${hex(u8(bytes, avc.body + 1))}${hex(u8(bytes, avc.body + 2))}${hex(u8(bytes, avc.body + 3))}` };
  const hevc = childOf(bytes, children, 'hvcC');
  if (hevc) return { codec: `${entry.type}.${hevcProfile(bytes, hevc.body)}` };
  return { codec: entry.type };
}

/** The RFC 6381 name of an audio sample entry, and how many channels it really has. */
export function audioCodec(bytes: Uint8Array, entry: Box): CodecFacts {
  const children = { body: entry.body + 28, end: entry.end };
  if (entry.type === 'mp4a') {
    const esds = childOf(bytes, children, 'esds');
    return esds ? fromDescriptor(bytes, esds.body + 4, esds.end) : { codec: 'mp4a' };
  }
  const opus = childOf(bytes, children, 'dOps');
  if (opus) return { codec: 'Opus', channels: u8(bytes, opus.body + 1) };
  return { codec: entry.type };
}

/** ISO/IEC 14496-15, annex E: profile, compatibility (bits reversed), tier and level, constraints without trailing zeros. */
function hevcProfile(bytes: Uint8Array, at: number): string {
  const first = u8(bytes, at + 1);
  const space = ['', 'A', 'B', 'C'][first >> 6] ?? '';
  let compatibility = 0;
  for (let bit = 0, flags = u32(bytes, at + 2); bit < 32; bit += 1) {
    compatibility = compatibility * 2 + ((flags >>> bit) & 1);
  }
  const constraints = Array.from({ length: 6 }, (_, i) => u8(bytes, at + 6 + i));
  while (constraints.at(-1) === 0) constraints.pop();
  const tier = (first & 0x20) === 0 ? 'L' : 'H';
  const parts = [`${space}${first & 0x1f}`, compatibility.toString(16).toUpperCase(), `${tier}${u8(bytes, at + 12)}`];
  return [...parts, ...constraints.map((c) => c.toString(16).toUpperCase())].join('.');
}

/** MPEG-4 descriptors (ISO/IEC 14496-1): ES -> DecoderConfig -> DecoderSpecificInfo. */
function fromDescriptor(bytes: Uint8Array, from: number, end: number): CodecFacts {
  let at = from;
  let objectType = 0;
  while (at + 2 <= end) {
    const tag = u8(bytes, at);
    at += 1;
    let size = 0;
    for (let more = true, i = 0; more && i < 4; i += 1, at += 1) {
      size = size * 128 + (u8(bytes, at) & 0x7f);
      more = (u8(bytes, at) & 0x80) !== 0;
    }
    if (tag === 0x03) at += esHeader(bytes, at);
    else if (tag === 0x04) {
      objectType = u8(bytes, at);
      at += 13;
    } else if (tag === 0x05 && objectType === 0x40) return audioConfig(bytes, at, Math.min(at + size, end));
    else at += size;
  }
  return objectType === 0 ? { codec: 'mp4a' } : { codec: `mp4a.${objectType.toString(16)}` };
}

function esHeader(bytes: Uint8Array, at: number): number {
  const flags = u8(bytes, at + 2);
  const url = (flags & 0x40) === 0 ? 0 : 1 + u8(bytes, at + 3 + ((flags & 0x80) === 0 ? 0 : 2));
  return 3 + ((flags & 0x80) === 0 ? 0 : 2) + url + ((flags & 0x20) === 0 ? 0 : 2);
}

/** AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1), with SBR and PS told in either of the two ways. */
function audioConfig(bytes: Uint8Array, at: number, end: number): CodecFacts {
  const bits = new BitReader(bytes, at, end);
  let type = objectTypeOf(bits);
  sampleRateOf(bits);
  const layout = bits.take(4);
  if (type !== 5 && type !== 29) type = impliedExtension(bits, type);
  const channels = layout === 7 ? 8 : layout;
  return { codec: `mp4a.40.${type}`, ...(channels === 0 ? {} : { channels }) };
}

function objectTypeOf(bits: BitReader): number {
  const type = bits.take(5);
  return type === 31 ? 32 + bits.take(6) : type;
}

function sampleRateOf(bits: BitReader): void {
  if (bits.take(4) === 15) bits.take(24);
}

/** Backward-compatible signalling: sync word 0x2b7 after the plain AAC-LC configuration. */
function impliedExtension(bits: BitReader, type: number): number {
  if (type !== 2) return type;
  bits.take(3);
  if (bits.left < 17 || bits.take(11) !== 0x2b7) return type;
  const extension = objectTypeOf(bits);
  if (extension !== 5 || bits.take(1) === 0) return type;
  sampleRateOf(bits);
  return bits.left >= 12 && bits.take(11) === 0x548 && bits.take(1) === 1 ? 29 : 5;
}

class BitReader {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #bit: number;

  constructor(bytes: Uint8Array, from: number, end: number) {
    this.#bytes = bytes;
    this.#bit = from * 8;
    this.#end = end * 8;
  }

  get left(): number {
    return this.#end - this.#bit;
  }

  take(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i += 1, this.#bit += 1) {
      const bit = this.#bit < this.#end ? (u8(this.#bytes, this.#bit >> 3) >> (7 - (this.#bit & 7))) & 1 : 0;
      value = value * 2 + bit;
    }
    return value;
  }
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

/** Width and height of a video sample entry, in pixels. */
export function videoSize(bytes: Uint8Array, entry: Box): { width: number; height: number } {
  return { width: u16(bytes, entry.body + 24), height: u16(bytes, entry.body + 26) };
}

/** Channel count and sample rate as the audio sample entry states them (MP4 writers often put 2 for mono AAC). */
export function audioShape(bytes: Uint8Array, entry: Box): { channels: number; sampleRate: number } {
  return { channels: u16(bytes, entry.body + 16), sampleRate: u16(bytes, entry.body + 24) };
}

/** The first sample entry below an `stsd` box. */
export function sampleEntry(bytes: Uint8Array, stsd: Box): Box | undefined {
  const at = stsd.body + 8;
  const size = u32(bytes, at);
  if (at + 8 > stsd.end || size < 8 || at + size > stsd.end) return undefined;
  return { type: fourcc(bytes, at + 4), start: at, body: at + 8, end: at + size };
}
