import { Fmp4Error } from './fmp4-error.ts';

/** One box inside a buffer: `start` is its first byte, `body` the first after size and type, `end` the one after it. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

/** Reads size and type at `at`; undefined when fewer than a header's bytes are left or the size is impossible. */
export function boxHeader(bytes: Uint8Array, at: number): { type: string; size: number; header: number } | undefined {
  if (at + 8 > bytes.length) return undefined;
  const type = fourcc(bytes, at + 4);
  const size = u32(bytes, at);
  if (size === 1) return at + 16 > bytes.length ? undefined : { type, size: u64(bytes, at + 8), header: 16 };
  return { type, size, header: 8 };
}

/** The boxes that lie between `from` and `to`, in order; throws `broken_box` when one doesn't fit there. */
export function* boxesIn(bytes: Uint8Array, from: number, to: number): Generator<Box> {
  let at = from;
  while (at + 8 <= to) {
    const found = boxHeader(bytes, at);
    // Size 0 means "to the end of what holds it" (ISO/IEC 14496-12, 4.2).
    const size = found?.size === 0 ? to - at : found?.size;
    if (!found || size === undefined || size < found.header || at + size > to) {
      throw new Fmp4Error('broken_box', `The MP4 box at byte ${at} of its header doesn't fit in what holds it.`);
    }
    yield { type: found.type, start: at, body: at + found.header, end: at + size };
    at += size;
  }
}

/** The first box of a type among the children of `parent`. */
export function childOf(bytes: Uint8Array, parent: { body: number; end: number }, type: string): Box | undefined {
  for (const box of boxesIn(bytes, parent.body, parent.end)) if (box.type === type) return box;
  return undefined;
}

/** Follows a path of box types downwards; undefined where one is missing. */
export function boxAt(bytes: Uint8Array, parent: { body: number; end: number }, ...path: string[]): Box | undefined {
  let here: Box | undefined;
  for (const type of path) {
    here = childOf(bytes, here ?? parent, type);
    if (!here) return undefined;
  }
  return here;
}

/** Four characters as text, one per byte. */
export function fourcc(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(u8(bytes, at), u8(bytes, at + 1), u8(bytes, at + 2), u8(bytes, at + 3));
}

/** A byte; 0 past the end. */
export function u8(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

/** Big-endian, unsigned, 16 bits. */
export function u16(bytes: Uint8Array, at: number): number {
  return u8(bytes, at) * 0x100 + u8(bytes, at + 1);
}

/** Big-endian, unsigned, 32 bits. */
export function u32(bytes: Uint8Array, at: number): number {
  return u16(bytes, at) * 0x10000 + u16(bytes, at + 2);
}

/** Big-endian, signed, 32 bits. */
export function i32(bytes: Uint8Array, at: number): number {
  return u32(bytes, at) | 0;
}

/** Big-endian, unsigned, 64 bits, exact up to 2^53. */
export function u64(bytes: Uint8Array, at: number): number {
  return u32(bytes, at) * 0x1_0000_0000 + u32(bytes, at + 4);
}

/** Big-endian, signed, 64 bits, exact within 2^53. */
export function i64(bytes: Uint8Array, at: number): number {
  return i32(bytes, at) * 0x1_0000_0000 + u32(bytes, at + 4);
}
