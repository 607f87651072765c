/** Bytes behind one another. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Four letters and their like, one byte each. */
export const text = (letters: string): Uint8Array => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));

/** Big-endian numbers of 32 bits; negative ones as their two's complement. */
export function u32s(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, n) => { view.setUint32(n * 4, value >>> 0); });
  return bytes;
}

/** Big-endian numbers of 16 bits. */
export function u16s(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  values.forEach((value, n) => { view.setUint16(n * 2, value); });
  return bytes;
}

/** A box of an MP4 file. */
export const box = (type: string, ...body: readonly Uint8Array[]): Uint8Array => {
  const inside = joined(...body);
  return joined(u32s(8 + inside.length), text(type), inside);
};

/** A box with version and flags. */
export const full = (type: string, version: number, flags: number, ...body: readonly Uint8Array[]): Uint8Array =>
  box(type, u32s(version * 0x100_0000 + flags), ...body);
