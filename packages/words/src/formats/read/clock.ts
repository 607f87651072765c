const two = (value: number): string => String(value).padStart(2, '0');

/** `HH:MM:SS` and ms after the given sign; hours may have more digits. */
export function clockText(ms: number, point: '.' | ','): string {
  const whole = Math.max(0, Math.round(ms));
  const seconds = Math.floor(whole / 1000);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${point}${String(whole % 1000).padStart(3, '0')}`;
}

const CLOCK = /^(?:(?:(\d+):)?(\d+):)?(\d+)(?:[.,](\d+))?$/u;

/** Reads `[[H:]M:]S[.fraction]` into ms; null where it isn't such a time. Minutes and seconds over 59 are counted as they stand. */
export function parseClock(text: string): number | null {
  const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = CLOCK.exec(text) ?? [];
  if (!CLOCK.test(text)) return null;
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Math.round(Number(`0.${fraction || '0'}`) * 1000);
  return Number.isSafeInteger(ms) ? ms : null;
}
