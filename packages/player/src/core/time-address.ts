const PARTS = /^(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,7}(?:\.\d{1,3})?)s?)?$/;

/**
 * Reads the `t` of an address, `1h02m03s` or plain seconds such as `3723` or `3723.5`, as milliseconds.
 * Anything else is `null`: a wrong time starts the meeting at its beginning rather than failing the page.
 */
export function parseTime(text: string | null | undefined): number | null {
  const found = text ? PARTS.exec(text.trim().toLowerCase()) : null;
  if (!found) return null;
  const [, hours, minutes, seconds] = found;
  if (hours === undefined && minutes === undefined && seconds === undefined) return null;
  const total = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return Math.round(total * 1000);
}

/** Writes milliseconds as the `t` of an address, to the second below: `1h02m03s`, `2m03s`, `3s`. */
export function formatTime(ms: number): string {
  const { hours, minutes, seconds } = parts(ms);
  if (hours > 0) return `${hours}h${two(minutes)}m${two(seconds)}s`;
  return minutes > 0 ? `${minutes}m${two(seconds)}s` : `${seconds}s`;
}

/** Writes milliseconds as people read a clock: `1:02:03`, or `2:03` below an hour. */
export function formatClock(ms: number): string {
  const { hours, minutes, seconds } = parts(ms);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** Writes milliseconds as the value of HTML's `datetime` for a duration: `PT1H2M3S`. */
export function formatDuration(ms: number): string {
  const { hours, minutes, seconds } = parts(ms);
  return `PT${hours}H${minutes}M${seconds}S`;
}

function parts(ms: number): { hours: number; minutes: number; seconds: number } {
  const total = Math.max(0, Math.floor(ms / 1000));
  return { hours: Math.floor(total / 3600), minutes: Math.floor(total / 60) % 60, seconds: total % 60 };
}

const two = (n: number): string => String(n).padStart(2, '0');
