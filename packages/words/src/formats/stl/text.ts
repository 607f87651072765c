/** ISO 6937 from 0xA0: letters and signs; a space where there is none. */
const LATIN_A0 = Array.from('\u00a0¡¢£$¥#§¤‘“«←↑→↓°±²³×µ¶·÷’”»¼½¾¿');
const LATIN_D0 = Array.from('―¹®©™♪¬¦    ⅛⅜⅝⅞ΩÆĐªĦ ĲĿŁØŒºÞŦŊŉĸæđðħıĳŀłøœßþŧŋ\u00ad');
/** Marks that stand before their letter, from 0xC1. */
const MARKS = ['\u0300', '\u0301', '\u0302', '\u0303', '\u0304', '\u0306', '\u0307', '\u0308', '\u0308', '\u030a', '\u0327', '', '\u030b', '\u0328', '\u030c'];

/** The code tables of EBU Tech 3264 by their number in the file. */
const TABLES: Readonly<Record<string, string>> = { '00': 'latin', '01': 'iso-8859-5', '02': 'iso-8859-6', '03': 'iso-8859-7', '04': 'iso-8859-8' };

/** True for a number that has a table. */
export const isKnownTable = (table: string): boolean => Object.hasOwn(TABLES, table);

const LINE_END = 0x8a;
const FILLER = 0x8f;

/** The text of a subtitle's bytes: lines and letters; colours, boxes and italics are left out. */
export function decodeStlText(bytes: Uint8Array, table: string): string {
  const encoding = TABLES[table] ?? 'latin';
  const other = encoding === 'latin' ? null : new TextDecoder(encoding);
  let text = '';
  let mark = '';
  for (const byte of bytes) {
    if (byte === FILLER) break;
    if (byte === LINE_END) text += '\n';
    else if (byte < 0x20) text += ' ';
    else if (byte < 0x7f || (other !== null && byte >= 0xa0)) {
      text += (other === null ? String.fromCodePoint(byte) : other.decode(Uint8Array.of(byte))) + mark;
      mark = '';
    } else if (byte >= 0xa0) {
      if (byte >= 0xc1 && byte <= 0xcf) mark = MARKS[byte - 0xc1] ?? '';
      else text += byte < 0xc1 ? (LATIN_A0[byte - 0xa0] ?? '') : (LATIN_D0[byte - 0xd0] ?? '');
    }
  }
  return text.normalize('NFC').replace(/ {2,}/gu, ' ').replace(/ ?\n ?/gu, '\n').replace(/\n{2,}/gu, '\n').trim();
}
