import { editEntries, onlyTrak } from './moov.ts';

/**
 * Sets the media_time of a one-entry edit list: how much of the media's start players skip.
 * @param initBytes `ftyp` and `moov` of a one-track file
 * @param mediaTime in the track's timescale, >= 0
 * @returns a changed copy of the same length; undefined where there is no edit list with exactly one entry, or the
 *   value doesn't fit its field
 */
export function patchEditList(initBytes: Uint8Array, mediaTime: number): Uint8Array | undefined {
  const trak = onlyTrak(initBytes);
  const entries = trak ? editEntries(initBytes, trak) : [];
  const [entry] = entries;
  if (!entry || entries.length !== 1) return undefined;
  const most = entry.width === 8 ? Number.MAX_SAFE_INTEGER : 0x7fff_ffff;
  if (!Number.isInteger(mediaTime) || mediaTime < 0 || mediaTime > most) return undefined;
  const patched = initBytes.slice();
  const view = new DataView(patched.buffer, patched.byteOffset, patched.byteLength);
  if (entry.width === 8) view.setBigInt64(entry.at, BigInt(mediaTime));
  else view.setInt32(entry.at, mediaTime);
  return patched;
}
