/** What brings a second picture into step: another speed for a while, or a jump. */
export type Correction = { readonly rate: number } | { readonly seekMs: number };

// Within one frame at 25 a second nobody sees a difference, and the clocks can't be read better.
const FREE_MS = 30;
// Further away, catching up would take longer than a jump, which costs a blink.
const JUMP_MS = 700;
const CATCH_UP_MS = 1000;
const MOST = 0.4;

/**
 * How a picture that is `driftMs` ahead of what it follows (behind: below 0) comes into step while both play. `rate` is
 * the speed of what it follows.
 */
export function correct(driftMs: number, timeMs: number, rate: number): Correction {
  if (Math.abs(driftMs) > JUMP_MS) return { seekMs: timeMs };
  if (Math.abs(driftMs) <= FREE_MS) return { rate };
  return { rate: rate * (1 - Math.min(MOST, Math.max(-MOST, driftMs / CATCH_UP_MS))) };
}
