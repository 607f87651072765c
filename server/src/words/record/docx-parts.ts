import { inflateRawSync } from 'node:zlib';
import type { DocxParts } from '@openfloor/words';

const END = 0x06054b50;
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const MOST_ENTRIES = 10_000;
// A record of three hours has half a megabyte of text.
const MOST_TEXT_BYTES = 64 * 1024 * 1024;

/** Whether a file is a ZIP archive, as DOCX files are. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/** Takes the parts with text out of a DOCX; nothing else in it is unpacked. Null where it is no DOCX; throws `RangeError` where its text is larger than any document's. */
export function docxParts(bytes: Uint8Array): DocxParts | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = listEntries(file);
  const document = readEntry(file, entries.get('word/document.xml'));
  return document === null ? null : { document, footnotes: readEntry(file, entries.get('word/footnotes.xml')) };
}

interface Entry {
  readonly method: number;
  readonly size: number;
  readonly at: number;
}

/** By the directory at the archive's end, as every program reads it. */
function listEntries(file: Buffer): Map<string, Entry> {
  const found = new Map<string, Entry>();
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + END_BYTES > file.length || file.readUInt32LE(end) !== END) return found;
  let at = file.readUInt32LE(end + 16);
  const count = Math.min(file.readUInt16LE(end + 10), MOST_ENTRIES);
  for (let n = 0; n < count && at + ENTRY_BYTES <= file.length && file.readUInt32LE(at) === ENTRY; n += 1) {
    const nameBytes = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes);
    found.set(name, { method: file.readUInt16LE(at + 10), size: file.readUInt32LE(at + 20), at: file.readUInt32LE(at + 42) });
    at += ENTRY_BYTES + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return found;
}

function readEntry(file: Buffer, entry: Entry | undefined): string | null {
  if (entry === undefined || entry.at + LOCAL_BYTES > file.length) return null;
  const from = entry.at + LOCAL_BYTES + file.readUInt16LE(entry.at + 26) + file.readUInt16LE(entry.at + 28);
  const packed = file.subarray(from, from + entry.size);
  if (entry.method === STORED) return packed.toString('utf8');
  // A bomb stops here: `ERR_BUFFER_TOO_LARGE` is a RangeError.
  return entry.method === DEFLATED ? inflateRawSync(packed, { maxOutputLength: MOST_TEXT_BYTES }).toString('utf8') : null;
}
