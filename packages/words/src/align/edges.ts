import { FRAME_MS } from '../sound/features.ts';

// A start that the comparison puts into a pause belongs to the speech after it; one shortly after speech began, to its beginning.
const FAR_BACK = 300 / FRAME_MS;
// What of the speech before is left after a start is its end, not the beginning of the sentence.
const REMNANT = 200 / FRAME_MS;

/**
 * Where speech begins nearest to a frame: at the next speech from a pause or from the last of the speech before on, else at the beginning of the
 * speech around, if it is near.
 * @param end What it comes before.
 */
export function snapStart(speech: Uint8Array, frame: number, end: number): number {
  const begins = speech.lastIndexOf(0, frame) + 1;
  const ends = speech.indexOf(0, frame);
  if (begins <= frame && frame - begins <= FAR_BACK) return begins;
  if (begins > frame || (ends >= 0 && ends - frame <= REMNANT)) {
    const next = speech.indexOf(1, begins > frame ? frame : ends);
    return next >= 0 && next < end ? next : frame;
  }
  return frame;
}

/** Where speech ends nearest to a frame, in the same way; `frame` and the answer are after the last frame. */
export function snapEnd(speech: Uint8Array, frame: number, start: number): number {
  const last = frame - 1;
  const ends = speech.indexOf(0, last);
  const end = ends < 0 ? speech.length : ends;
  if (end > last && end - frame <= FAR_BACK) return end;
  const begins = speech.lastIndexOf(0, last) + 1;
  if (end === last || last - begins < REMNANT) {
    const before = speech.lastIndexOf(1, end === last ? last : begins - 1);
    return before > start ? before + 1 : frame;
  }
  return frame;
}
