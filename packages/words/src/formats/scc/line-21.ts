/** What a pair of bytes of CEA-608 ("line 21") means. */
export type Line21 =
  | { readonly is: 'text'; readonly text: string }
  /** A letter that stands in for the plain one sent before it. */
  | { readonly is: 'extended'; readonly text: string }
  | { readonly is: 'row'; readonly row: number }
  | { readonly is: 'tab' }
  | { readonly is: 'style' }
  | { readonly is: 'command'; readonly command: Command }
  | { readonly is: 'nothing' };

/** Commands by the standard's short names; those that don't matter to words are left out. */
export type Command = 'RCL' | 'BS' | 'DER' | 'RU' | 'RDC' | 'EDM' | 'CR' | 'ENM' | 'EOC' | 'OTHER';

const COMMANDS: Readonly<Record<number, Command>> = {
  0x20: 'RCL', 0x21: 'BS', 0x24: 'DER', 0x25: 'RU', 0x26: 'RU', 0x27: 'RU', 0x29: 'RDC', 0x2c: 'EDM', 0x2d: 'CR', 0x2e: 'ENM', 0x2f: 'EOC',
};

const BASIC: Readonly<Record<number, string>> = {
  0x27: '’', 0x2a: 'á', 0x5c: 'é', 0x5e: 'í', 0x5f: 'ó', 0x60: 'ú', 0x7b: 'ç', 0x7c: '÷', 0x7d: 'Ñ', 0x7e: 'ñ', 0x7f: '█',
};
const SPECIAL = Array.from('®°½¿™¢£♪à èâêîôû');
const EXTENDED_12 = Array.from('ÁÉÓÚÜü‘¡*’—©℠•“”ÀÂÇÈÊËëÎÏïÔÙùÛ«»');
const EXTENDED_13 = Array.from('ÃãÍÌìÒòÕõ{}\\^_|~ÄäÖöß¥¤│ÅåØø┌┐└┘');

/** Rows of the preamble codes by the first byte's last three bits, lower and upper half of the second byte. */
const ROWS: readonly (readonly [number, number])[] = [[11, 11], [1, 2], [3, 4], [12, 13], [14, 15], [5, 6], [7, 8], [9, 10]];

const letter = (byte: number): string => (byte < 0x20 ? '' : (BASIC[byte] ?? String.fromCodePoint(byte)));

/** Reads a pair of bytes without their parity bits. */
export function readPair(first: number, second: number): Line21 {
  if (first >= 0x20) return { is: 'text', text: letter(first) + letter(second) };
  if (first < 0x10) return { is: 'nothing' };
  // 0x08 in the first byte is the second channel of the field.
  const code = first & 0x17;
  if (second >= 0x40) return { is: 'row', row: ROWS[code & 7]?.[second >= 0x60 ? 1 : 0] ?? 15 };
  if (second < 0x20) return { is: 'nothing' };
  switch (code) {
    case 0x11: return second >= 0x30 ? { is: 'text', text: SPECIAL[second - 0x30] ?? '' } : { is: 'style' };
    case 0x12: return { is: 'extended', text: EXTENDED_12[second - 0x20] ?? '' };
    case 0x13: return { is: 'extended', text: EXTENDED_13[second - 0x20] ?? '' };
    case 0x14: case 0x15: return { is: 'command', command: COMMANDS[second] ?? 'OTHER' };
    case 0x17: return second <= 0x23 ? { is: 'tab' } : { is: 'style' };
    default: return { is: 'style' };
  }
}

/** True where a byte has an odd number of bits, as everything of line 21 must. */
export function hasOddParity(byte: number): boolean {
  let bits = 0;
  for (let rest = byte; rest > 0; rest >>= 1) bits += rest & 1;
  return bits % 2 === 1;
}
