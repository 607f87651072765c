import { InvalidArgumentError } from 'commander';

const CLOCK = /^(?:(?:(\d{1,3}):)?(\d{1,2}):)?(\d{1,6})(?:[.,](\d{1,3}))?$/;

/** Milliseconds of a time as people write it: `1:02:03.5`, `62:05`, `75.25` (seconds). */
export function parseClock(text: string): number {
  const [matched, hours = '0', minutes = '0', seconds = '0', fraction = ''] = CLOCK.exec(text.trim()) ?? [];
  if (matched === undefined) throw new InvalidArgumentError('It must be a time such as 1:02:03.5, 12:05 or 75.25 (seconds).');
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
}

/** A time as `parseClock` reads it, to the millisecond. */
export function clockText(ms: number): string {
  const [hours, minutes, seconds] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, (ms % 60_000) / 1000];
  const two = String(minutes).padStart(2, '0');
  return `${hours > 0 ? `${hours}:${two}` : minutes}:${seconds.toFixed(3).padStart(6, '0')}`;
}
