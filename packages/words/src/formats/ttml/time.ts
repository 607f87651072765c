import { parseClock } from '../read/clock.ts';
import type { XmlElement } from './xml.ts';

/** How a TTML file counts. */
export interface TimeRates {
  /** Frames a second, the multiplier included. */
  readonly frames: number;
  readonly ticks: number;
  readonly subFrames: number;
}

const positive = (text: string | undefined): number | null => {
  const value = Number(text ?? Number.NaN);
  return Number.isFinite(value) && value > 0 ? value : null;
};

/** The rates from the attributes of the root element, with TTML's defaults. */
export function readRates({ attributes }: XmlElement): TimeRates {
  const stated = positive(attributes.get('frameRate'));
  const [top, bottom] = (attributes.get('frameRateMultiplier') ?? '').split(/[\s:]+/u).map(positive);
  const frames = (stated ?? 30) * ((top ?? 1) / (bottom ?? 1));
  const subFrames = positive(attributes.get('subFrameRate')) ?? 1;
  return { frames, subFrames, ticks: positive(attributes.get('tickRate')) ?? (stated === null ? 1 : frames * subFrames) };
}

const CLOCK = /^(\d{2,}):(\d{2}):(\d{2})(?:(\.\d+)|:(\d{2,})(?:\.(\d+))?)?$/u;
const OFFSET = /^(\d+(?:\.\d+)?)(h|m|s|ms|f|t)$/u;

/** A TTML time expression in ms, fractions kept; null where it is none (wall clocks are none of a recording). */
export function parseTtmlTime(text: string, { frames, ticks, subFrames }: TimeRates): number | null {
  const [, hours, minutes, seconds, fraction, frame, subFrame] = CLOCK.exec(text) ?? [];
  if (hours !== undefined) {
    const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
    return 1000 * (whole + Number(`0${fraction ?? ''}`) + (Number(frame ?? 0) + Number(subFrame ?? 0) / subFrames) / frames);
  }
  const [, count, unit] = OFFSET.exec(text) ?? [];
  const units: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1, f: 1000 / frames, t: 1000 / ticks };
  if (count !== undefined && unit !== undefined) return Number(count) * (units[unit] ?? 0);
  return parseClock(text);
}
