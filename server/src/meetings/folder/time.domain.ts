const CLOCK = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:\.(\d{1,3}))?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Seconds from a number or from h:mm:ss (or m:ss); undefined when it is neither. */
export function parseSeconds(value: number | string): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const found = CLOCK.exec(value.trim());
  if (found === null) return undefined;
  const [, hours, minutes = '0', seconds = '0', fraction = '0'] = found;
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return undefined;
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction}`);
}

/** Whole milliseconds of such a time; of NaN when it is none, which the schema has ruled out. */
export const toMs = (value: number | string): number => Math.round((parseSeconds(value) ?? NaN) * 1000);

/** Milliseconds as the seconds of meeting.yaml. */
export const toSeconds = (ms: number): number => ms / 1000;

/** The instant in UTC with ms (2020-12-03T15:00:00.000Z); undefined without an offset, or for a day there never was. */
export function parseInstant(value: string): string | undefined {
  if (!INSTANT.test(value)) return undefined;
  const time = Date.parse(value);
  if (Number.isNaN(time)) return undefined;
  // `Date.parse` rolls 30 February over into March; the day that was written must come back.
  const written = Date.parse(`${value.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(written) || new Date(written).toISOString().slice(0, 10) !== value.slice(0, 10)) return undefined;
  const utc = new Date(time).toISOString();
  return /^[12]\d{3}-/.test(utc) ? utc : undefined;
}

/** True for an IANA name this runtime knows; offsets such as +05:00 are none. */
export function isTimezone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The instant as clocks in the zone show it, with their offset: 2020-12-03T10:00:00-05:00; ms only where there are any. */
export function inTimezone(iso: string, timezone: string): string {
  const time = Date.parse(iso);
  const name = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' })
    .formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  // Zones of long ago had offsets with seconds, which ISO 8601 can't say; UTC can say every instant.
  const [, sign, hours, minutes] = /^GMT([+-])(\d{2}):(\d{2})$/.exec(name) ?? [];
  if (sign === undefined || (hours === '00' && minutes === '00')) return new Date(time).toISOString().replace('.000Z', 'Z');
  const shift = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  return `${new Date(time + shift).toISOString().slice(0, -1).replace(/\.000$/, '')}${sign}${hours}:${minutes}`;
}
