import { FRAME_MS } from '../sound/features.ts';

const LONGEST_PAUSE = 300 / FRAME_MS;

/** The frames that are compared: all of speech, and of each pause the first and the last 150 ms at most. */
export function withShortPauses(speech: Uint8Array): Int32Array {
  const kept = new Int32Array(speech.length);
  let count = 0;
  for (let from = 0; from < speech.length;) {
    let to = from + 1;
    while (to < speech.length && speech[to] === speech[from]) to += 1;
    const whole = speech[from] === 1 || to - from <= LONGEST_PAUSE;
    for (let frame = from; frame < to; frame += 1) {
      if (whole || frame < from + LONGEST_PAUSE / 2 || frame >= to - LONGEST_PAUSE / 2) kept[count++] = frame;
    }
    from = to;
  }
  return kept.slice(0, count);
}
