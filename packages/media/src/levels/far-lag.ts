import { createFft } from './fft.ts';
import { REACH, type Track } from './windows.ts';

// Files given with a wrong start are out by seconds or minutes; further out they are another meeting.
const FARTHEST = 6000;
// 3.6 hours are enough to find the place, and bound the memory.
const LONGEST = 1 << 17;
// Slower than 2 s the level says only who pauses when, which interpretation follows at some distance.
const SMOOTH = 10;
const CANDIDATES = 3;

/**
 * Lags in hops, beyond the reach of the window search and up to 10 minutes either way, at which the two channels are
 * most alike: the best first. They are guesses, to be confirmed window by window.
 */
export function farLags(first: Track, second: Track): number[] {
  const length = Math.min(LONGEST, Math.max(first.envelope.length, second.envelope.length));
  let size = 1;
  while (size < length + Math.min(length, FARTHEST)) size *= 2;
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  detail(first, real.subarray(0, length));
  detail(second, imaginary.subarray(0, length));
  correlate(real, imaginary);
  const furthest = Math.min(FARTHEST, length - 1);
  const found: { readonly lag: number; readonly value: number }[] = [];
  for (let lag = -furthest; lag <= furthest; lag += 1) {
    const at = (index: number): number => real[(index + size) % size] ?? 0;
    const value = at(lag);
    if (Math.abs(lag) > REACH && value > 0 && value >= at(lag - 1) && value > at(lag + 1)) found.push({ lag, value });
  }
  return found.toSorted((a, b) => b.value - a.value).slice(0, CANDIDATES).map((one) => one.lag);
}

/** The quick changes of the level where the channel is active, else 0. */
function detail({ envelope, activeLufs }: Track, target: Float64Array): void {
  const clipped = (index: number): number => Math.max(activeLufs, envelope[index] ?? activeLufs);
  let sum = 0;
  for (let index = -SMOOTH; index < SMOOTH; index += 1) sum += clipped(index);
  for (let index = 0; index < target.length; index += 1) {
    sum += clipped(index + SMOOTH);
    const value = clipped(index);
    target[index] = value > activeLufs ? value - sum / (2 * SMOOTH + 1) : 0;
    sum -= clipped(index - SMOOTH);
  }
}

/** Turns the pair (first, second) into their cross-correlation, in `real`: both are real, so one transform takes both. */
function correlate(real: Float64Array, imaginary: Float64Array): void {
  const size = real.length;
  const fft = createFft(size);
  fft(real, imaginary);
  for (let index = 0; index <= size / 2; index += 1) {
    const mirror = (size - index) % size;
    const [a, b] = [real[index] ?? 0, imaginary[index] ?? 0];
    const [c, d] = [real[mirror] ?? 0, imaginary[mirror] ?? 0];
    const [firstRe, firstIm, secondRe, secondIm] = [(a + c) / 2, (b - d) / 2, (b + d) / 2, (c - a) / 2];
    // second * conjugate(first): a later second has its peak at a positive lag. Swapped parts invert the transform below.
    const productRe = secondRe * firstRe + secondIm * firstIm;
    const productIm = secondIm * firstRe - secondRe * firstIm;
    real[index] = productRe;
    imaginary[index] = productIm;
    real[mirror] = productRe;
    imaginary[mirror] = -productIm;
  }
  fft(imaginary, real);
}
