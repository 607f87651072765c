/** How many bytes of a file's start tell what it is. */
export const HEAD_BYTES = 4096;

const ascii = (head: Uint8Array, from: number, to: number): string => String.fromCharCode(...head.subarray(from, to));

/** Beginnings of texts that pass for recordings, in the order in which they are tried. */
const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^#EXTM3U|^\[playlist\]/i, 'a playlist, which only points at other files'],
  [/^ffconcat/i, 'a script, which only points at other files'],
  [/^v=0\r?\n/, 'the address of a network stream (SDP)'],
  [/^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?<svg/is, 'a drawing (SVG)'],
  [/^<!doctype html|^<html/i, 'a web page, as a download that went wrong leaves it'],
  [/^<\?xml|^<[a-z][\w:-]*[\s/>]/i, 'an XML text'],
];

/** Beginnings of other files that are no recordings. */
const BYTES: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF document'],
  ['PK\u0003\u0004', 'a ZIP archive or an office document'],
  ['Rar!', 'a RAR archive'],
  ['7z\u00bc\u00af', 'a 7z archive'],
  ['\u001f\u008b', 'a compressed file (gzip)'],
  ['\u0089PNG', 'a single picture (PNG)'],
  ['\u00ff\u00d8\u00ff', 'a single picture (JPEG)'],
  ['GIF8', 'a single picture (GIF)'],
  ['MZ', 'a program'],
  ['\u007fELF', 'a program'],
  ['SQLite format 3', 'a database'],
];

/**
 * What a file is that is no recording, whatever its name says: the end of the sentence "it is ...".
 * Undefined for recordings, and for what isn't known.
 * @param head the file's first bytes, `HEAD_BYTES` where it has as many
 */
export function disguiseOf(head: Uint8Array): string | undefined {
  if (head.length > 0 && head.every((byte) => byte === 0)) return 'full of zeros, as a copy that never finished leaves it';
  const known = BYTES.find(([magic]) => ascii(head, 0, magic.length) === magic);
  if (known) return known[1];
  const text = textOf(head);
  if (text === undefined) return undefined;
  return TEXTS.find(([pattern]) => pattern.test(text))?.[1] ?? 'a text';
}

/** The bytes as text, without a mark at its start; undefined where they are no text. */
function textOf(head: Uint8Array): string | undefined {
  try {
    // The last letter may be cut in two.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head.subarray(0, head.length), { stream: true });
    return text === '' || /[\p{Cc}--[\t\n\r\f]]/v.test(text) ? undefined : text.trimStart();
  } catch {
    return undefined;
  }
}

/** Whether the file begins as MP4 and MOV do, so that what is missing in it is missing, not something else. */
export const isMp4Start = (head: Uint8Array): boolean => ['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'pnot', 'styp'].includes(ascii(head, 4, 8));

// A recorder that writes on and on puts one of these and corrects it at the end, if it gets there.
const OPEN_ENDED = new Set([0, 0xffff_ffff]);

/** How many bytes the header of a WAV, AVI or AIFF file promises; undefined for other files and where it leaves that open. */
export function promisedBytes(head: Uint8Array): number | undefined {
  const kind = ascii(head, 0, 4);
  if (head.length < 12 || (kind !== 'RIFF' && kind !== 'FORM')) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const size = view.getUint32(4, kind === 'RIFF');
  return OPEN_ENDED.has(size) ? undefined : size + 8;
}
