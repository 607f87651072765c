import { type DamageList, quote } from '../read/damage.ts';
import { splitLines } from '../read/lines.ts';
import type { Reader } from '../read/reading.ts';
import { hasOddParity, readPair } from './line-21.ts';
import { CaptionScreen } from './screen.ts';

const LINE = /^\s*(\d{1,3}):(\d{2}):(\d{2})([:;.,])(\d{2})\s+(.*)$/u;
const FRAMES = 30_000 / 1001;
const STAYS_MS = 3000;

/** A time code of 30 counted frames a second in ms; with a semicolon frame numbers are dropped so that it keeps to the clock. */
export function timeCodeMs(hours: number, minutes: number, seconds: number, frames: number, drop: boolean): number {
  const allMinutes = hours * 60 + minutes;
  const counted = (allMinutes * 60 + seconds) * 30 + frames;
  return ((counted - (drop ? 2 * (allMinutes - Math.floor(allMinutes / 10)) : 0)) / FRAMES) * 1000;
}

/** Reads Scenarist SCC: the first channel that speaks, pop-on, roll-up (a segment a line) and paint-on. */
export const readScc: Reader = (text, damage) => {
  const screen = new CaptionScreen();
  let nowMs = 0;
  let channel: number | null = null;
  let others = 0;
  splitLines(text).forEach((line, at) => {
    if (line.trim() === '' || /^\uFEFF?Scenarist_SCC/iu.test(line)) return;
    const [, hours, minutes, seconds, sign, frames, codes = ''] = LINE.exec(line) ?? [];
    if (hours === undefined) {
      damage.add(at + 1, `is no line of SCC: ${quote(line)}`);
      return;
    }
    const startMs = timeCodeMs(Number(hours), Number(minutes), Number(seconds), Number(frames), sign === ';');
    if (startMs < nowMs - 1000 / FRAMES) damage.add(at + 1, 'goes back in time');
    let before: number | null = null;
    readCodes(codes, at + 1, damage).forEach((pair, index) => {
      nowMs = Math.max(nowMs, startMs + (index * 1000) / FRAMES);
      const first = (pair >> 8) & 0x7f;
      const isControl = first >= 0x10 && first < 0x20;
      // Control codes are sent twice, for safety.
      const again = isControl && pair === before;
      before = again ? null : pair;
      if (isControl) {
        channel ??= first & 0x08;
        if ((first & 0x08) !== channel) others += 1;
      }
      if (!again && (!isControl || (first & 0x08) === channel)) screen.take(readPair(first, pair & 0x7f), nowMs);
    });
  });
  if (screen.end(Math.max(nowMs, screen.sinceMs + STAYS_MS))) damage.add(null, `never clears its last caption; it was given ${STAYS_MS} ms`);
  if (others > 0) damage.add(null, `has ${others} codes for another caption channel, which were not read`);
  return { segments: screen.segments, passages: [], language: null };
};

function readCodes(codes: string, line: number, damage: DamageList): number[] {
  const words = codes.trim().split(/\s+/u).filter((word) => word !== '');
  const bad = words.filter((word) => !/^[0-9a-f]{4}$/iu.test(word));
  if (bad.length > 0) damage.add(line, `has ${bad.length} codes that are none: ${quote(bad.join(' '))}`);
  const pairs = words.filter((word) => /^[0-9a-f]{4}$/iu.test(word)).map((word) => Number.parseInt(word, 16));
  if (pairs.some((pair) => !hasOddParity(pair >> 8) || !hasOddParity(pair & 0xff))) damage.add(line, 'has codes with wrong parity; they were read by their other bits');
  return pairs;
}
