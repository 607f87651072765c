/** `date`: 3 December 2020; `day`: with the weekday; `month`: December 2020; `time`: 10:00; `date-time`: both, and whose time it is. */
export type DateStyle = 'date' | 'day' | 'month' | 'time' | 'date-time';

const STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  'date': { day: 'numeric', month: 'long', year: 'numeric' },
  'day': { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  'month': { month: 'long', year: 'numeric' },
  'time': { hour: 'numeric', minute: '2-digit' },
  'date-time': { day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A date as readers of `ui` write it, in the time zone of the meeting. Always the Gregorian calendar
 * and European digits: dates of documents are cited that way in all six languages.
 */
export function formatDate(at: Date, ui: string, timeZone: string, style: DateStyle = 'date'): string {
  const key = `${ui} ${timeZone} ${style}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(`${localeOf(ui)}-u-ca-gregory-nu-latn`, { ...STYLES[style], timeZone });
    formats.set(key, format);
  }
  const text = format.format(at);
  if (style !== 'date-time') return text;
  const zone = zoneName(at, ui, timeZone);
  return ui === 'zh' ? `${text}（${zone}）` : `${text} (${zone})`;
}

const UTC_NAMES: Readonly<Record<string, string>> = { ar: 'التوقيت العالمي', zh: '协调世界时' };
const zoneFormats = new Map<string, Intl.DateTimeFormat>();

function zonePart(at: Date, ui: string, timeZone: string, timeZoneName: 'shortGeneric' | 'longGeneric'): string {
  const key = `${ui} ${timeZone} ${timeZoneName}`;
  let format = zoneFormats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(localeOf(ui), { timeZone, timeZoneName });
    zoneFormats.set(key, format);
  }
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** Whose time it is, as readers of `ui` say it: by the place (New York time, 纽约时间), never by a difference from Greenwich where there is a place. */
export function zoneName(at: Date, ui: string, timeZone: string): string {
  if (/^(Etc\/)?(UTC|UCT|GMT|Zulu|Universal)$/i.test(timeZone)) return UTC_NAMES[ui] ?? 'UTC';
  const short = zonePart(at, ui, timeZone, 'shortGeneric');
  // Letters such as EET are known to few.
  const name = /^[A-Z]{2,5}$/.test(short) ? zonePart(at, ui, timeZone, 'longGeneric') : short;
  // CLDR's French reads like a table ("heure : New York"); its English has a capital that running text has not.
  return name.replace(/^heure : /, '').replace(/ Time$/, ' time');
}

// British order and 24 hours, as in documents of the United Nations.
const localeOf = (ui: string): string => (ui === 'en' ? 'en-GB' : ui);

/** A duration on a clock: `1:02:03`, `2:03`. Digits only, so it reads the same everywhere; set it left to right. */
export function formatClock(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** A size of files for the operator, in decimal units: `1.2 GB`, `35.0 MB`, `4 kB`. */
export function formatBytes(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.ceil(bytes / 1e3)} kB`;
}

const unitFormats = new Map<string, Intl.NumberFormat>();

function unit(value: number, name: 'hour' | 'minute' | 'second', ui: string): string {
  const key = `${ui} ${name}`;
  let format = unitFormats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(`${localeOf(ui)}-u-nu-latn`, { style: 'unit', unit: name, unitDisplay: 'short' });
    unitFormats.set(key, format);
  }
  return format.format(value);
}

/** A duration in words, as long as one needs to know: `2 hrs 5 min`, `45 min`, `20 sec`. */
export function formatDuration(ms: number, ui: string): string {
  const total = Math.max(0, Math.round(ms / 1000));
  if (total < 60) return unit(total, 'second', ui);
  const minutes = Math.round(total / 60);
  const parts = [
    ...(minutes >= 60 ? [unit(Math.floor(minutes / 60), 'hour', ui)] : []),
    ...(minutes % 60 > 0 ? [unit(minutes % 60, 'minute', ui)] : []),
  ];
  return parts.join(' ');
}
