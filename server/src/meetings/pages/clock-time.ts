const CLOCK = /^(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)$/;

/** A time as people read it off a clock, `12:30` or `1:02:03`, in ms; null for anything else. */
export function parseClock(text: string): number | null {
  const found = CLOCK.exec(text.trim());
  if (!found) return null;
  const [, hours = '0', minutes, seconds] = found;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}
