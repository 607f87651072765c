// As the list of what is not over takes it, in SQL.
const USUAL_LENGTH_MS = 4 * 60 * 60 * 1000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day, `2026-03-12`, on which `at` falls in a time zone. */
export function localDay(at: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    // Swedish writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(at);
}

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);
const iso = (at: Date): string => at.toISOString().slice(0, 10);

/** True for a day of the calendar written as `2026-03-12`, in the years 1800 to 2999. */
export const isDay = (text: string): boolean =>
  /^(1[89]|2\d)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(utc(text).getTime()) && iso(utc(text)) === text;

/** True for a month written as `2026-03`. */
export const isMonth = (text: string): boolean => isDay(`${text}-01`);

/** First and last day of a month. */
export function daysOfMonth(month: string): { readonly first: string; readonly last: string } {
  const first = utc(`${month}-01`);
  return { first: iso(first), last: iso(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0))) };
}

/** The weeks of a month as a calendar shows them: seven places each, null outside the month. `firstWeekday`: 1 is Monday, 7 Sunday. */
export function weeksOfMonth(month: string, firstWeekday: number): readonly (readonly (string | null)[])[] {
  const { first, last } = daysOfMonth(month);
  const before = (utc(first).getUTCDay() - (firstWeekday % 7) + 7) % 7;
  const days = Array.from({ length: Number(last.slice(8)) }, (_, n) => `${month}-${String(n + 1).padStart(2, '0')}`);
  const places = [...Array.from({ length: before }, () => null), ...days];
  return Array.from({ length: Math.ceil(places.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_empty, n) => places[week * 7 + n] ?? null));
}

/** Where a scheduled meeting stands at a time; without an end of its own it is taken to last four hours. */
export function stageOf({ starts, ends }: { readonly starts: string | null; readonly ends: string | null }, now: Date): 'to-come' | 'under-way' | 'over' {
  if (starts === null || now < new Date(starts)) return 'to-come';
  return now.getTime() < (ends === null ? Date.parse(starts) + USUAL_LENGTH_MS : Date.parse(ends)) ? 'under-way' : 'over';
}
