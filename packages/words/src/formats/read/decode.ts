import type { DamageList } from './damage.ts';
import { chooseLegacy } from './legacy-encodings.ts';
import { LIMITS, WordsRefused } from './refused.ts';

const MB = 2 ** 20;
const starts = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
const decodeAs = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

const OTHER_FILES = [{ mark: '%PDF-', name: 'a PDF' }, { mark: '{\\rtf', name: 'an RTF document' }, { mark: 'PK\u0003\u0004', name: 'a ZIP archive (DOCX, ODT, XLSX and others are such)' }] as const;

/** The text of a file, by its byte order mark, by the pattern of its zero bytes, as UTF-8, or by what its letters would be in older encodings. */
export function decodeText(bytes: Uint8Array, damage: DamageList): string {
  if (bytes.length > LIMITS.bytes) {
    throw new WordsRefused('too_large', `The file has ${Math.round(bytes.length / MB)} MB; captions and transcripts of more than ${LIMITS.bytes / MB} MB are not read.`);
  }
  const other = OTHER_FILES.find(({ mark }) => starts(bytes, ...new TextEncoder().encode(mark)));
  if (other !== undefined) throw new WordsRefused('unknown_format', `The file is ${other.name}, not captions or a transcript as text.`);
  if (starts(bytes, 0xff, 0xfe, 0, 0) || starts(bytes, 0, 0, 0xfe, 0xff)) throw new WordsRefused('not_text', 'The file is in UTF-32; save it as UTF-8.');
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return fromUtf8(bytes.subarray(3), damage);
  if (starts(bytes, 0xff, 0xfe)) return decodeAs('utf-16le', bytes);
  if (starts(bytes, 0xfe, 0xff)) return decodeAs('utf-16be', bytes);
  const wide = wideEncoding(bytes);
  return wide === null ? fromUtf8(bytes, damage) : decodeAs(wide, bytes);
}

/** Times, spaces and line ends of a text in UTF-16 have a zero byte on always the same side, whatever its language. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 8192);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const enough = sample.length / 20;
  if (odd > enough && odd > even * 4) return 'utf-16le';
  return even > enough && even > odd * 4 ? 'utf-16be' : null;
}

const BROKEN = '\uFFFD';
const SAMPLE_LETTERS = 1_000_000;

function fromUtf8(bytes: Uint8Array, damage: DamageList): string {
  const sample = bytes.subarray(0, 8192);
  const controls = sample.filter((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d).length;
  if (controls > sample.length / 20) throw new WordsRefused('not_text', 'The file is no text: it is full of control signs.');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const text = decodeAs('utf-8', bytes);
    const broken = text.slice(0, SAMPLE_LETTERS).split(BROKEN).length - 1;
    // A file in another encoding is broken nearly everywhere outside ASCII; one in UTF-8 with a damaged spot nearly nowhere.
    const whole = text.slice(0, SAMPLE_LETTERS).match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
    if (whole > broken * 3) {
      text.split(/\r\n|\n|\r/u).forEach((line, at) => {
        if (line.includes(BROKEN)) damage.add(at + 1, `has bytes that are no text in UTF-8; they stand as ${BROKEN}`);
      });
      return text;
    }
    const chosen = chooseLegacy(bytes);
    if (chosen === null) throw new WordsRefused('not_text', 'The file is no text in an encoding that can be told (UTF-8, UTF-16, Windows-1252, 1256, 1251, GB18030).');
    damage.add(null, `is not in UTF-8; by its letters it was read as ${chosen.label}`);
    return chosen.text;
  }
}
