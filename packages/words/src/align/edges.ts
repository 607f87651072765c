import { FRAME_MS } from '../sound/features.ts';

/** A stretch of time, in frames of 20 ms; `to` is after its last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

// A start that the comparison puts into a pause belongs to the speech after it; one shortly after speech began, to its beginning.
const FAR_BACK = 300 / FRAME_MS;
const FAR_ON = 6000 / FRAME_MS;

/** Where speech begins nearest to a frame: at the next speech from a pause on, else at the beginning of the speech around, if it is near. */
export function snapStart(speech: Uint8Array, frame: number, end: number): number {
  if (speech[frame] !== 1) {
    for (let at = frame; at < Math.min(end, frame + FAR_ON); at += 1) if (speech[at] === 1) return at;
    return frame;
  }
  for (let at = frame; at >= Math.max(0, frame - FAR_BACK); at -= 1) if (speech[at - 1] !== 1) return at;
  for (let at = frame; at < Math.min(end, frame + FAR_BACK); at += 1) if (speech[at - 1] !== 1 && speech[at] === 1) return at;
  return frame;
}

/** Where speech ends nearest to a frame, in the same way; `frame` and the answer are after the last frame. */
export function snapEnd(speech: Uint8Array, frame: number, start: number): number {
  if (speech[frame - 1] !== 1) {
    for (let at = frame; at > Math.max(start, frame - FAR_ON); at -= 1) if (speech[at - 1] === 1) return at;
    return frame;
  }
  for (let at = frame; at <= Math.min(speech.length, frame + FAR_BACK); at += 1) if (speech[at] !== 1) return at;
  return frame;
}
