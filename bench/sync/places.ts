import type { TestMeeting } from '../../fixtures/meeting/index.ts';

/** A stretch of the meeting that is listened to: at its start, in its middle or at its end. */
export interface Place {
  readonly name: 'start' | 'middle' | 'end';
  /** Where to begin and for how long, in seconds of the meeting. */
  readonly from: number;
  readonly seconds: number;
  /** The clicks in it, in milliseconds of the meeting. */
  readonly clicks: readonly number[];
}

const BEFORE_SECONDS = 2.5;
const AFTER_SECONDS = 1.5;

/** Three places with `count` clicks each. */
export function placesOf({ clicks }: TestMeeting, count: number): Place[] {
  const firsts = { start: 0, middle: Math.floor((clicks.length - count) / 2), end: clicks.length - count } as const;
  return (['start', 'middle', 'end'] as const).map((name) => {
    const own = clicks.slice(firsts[name], firsts[name] + count);
    const from = name === 'start' ? 0 : (own[0] ?? 0) / 1000 - BEFORE_SECONDS;
    return { name, from, seconds: (own.at(-1) ?? 0) / 1000 + AFTER_SECONDS - from, clicks: own };
  });
}

/** How far the measured times are from the true ones at worst; infinite when one is missing or too many. */
export function worst(measured: readonly number[], truth: readonly number[]): number {
  if (measured.length !== truth.length) return Infinity;
  return Math.max(...truth.map((time, n) => Math.abs((measured[n] ?? Infinity) - time)));
}
