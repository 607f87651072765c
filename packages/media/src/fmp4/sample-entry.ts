import { boxAt, childOf } from './boxes.ts';
import { sampleEntry } from './codec-string.ts';
import { Fmp4Error } from './fmp4-error.ts';
import { onlyTrak } from './moov.ts';

/** How the frames of a track are coded: the sample entry of its `stsd`, as it stands in the header of a one-track file. */
export function sampleEntryOf(init: Uint8Array): Uint8Array {
  const trak = onlyTrak(init);
  const stsd = trak && boxAt(init, trak, 'mdia', 'minf', 'stbl', 'stsd');
  const entry = stsd && sampleEntry(init, stsd);
  if (!entry) throw new Fmp4Error('broken_box', 'The MP4 track has no sample description.');
  return init.slice(entry.start, entry.end);
}

/** A box inside a video sample entry, such as `avcC`, with its head; undefined where there is none. */
export function inVideoEntry(entry: Uint8Array, type: string): { readonly start: number; readonly body: number; readonly end: number } | undefined {
  // After the fixed fields of a visual sample entry (ISO/IEC 14496-12, 12.1.3).
  return childOf(entry, { body: 8 + 78, end: entry.length }, type);
}
