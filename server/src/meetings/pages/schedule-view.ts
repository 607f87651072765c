import type { UiLanguage } from '#platform/i18n/index.ts';
import { formatDate } from '#platform/i18n/index.ts';
import type { MeetingDay } from '../browse/index.ts';
import { daysOfMonth, isDay, isMonth, localDay, weeksOfMonth } from '../day.domain.ts';
import type { MeetingSummary } from '../meeting-detail.domain.ts';

/** What a schedule is of: a day or a whole month, from its first to its last day. */
export interface Span {
  readonly of: 'day' | 'month';
  /** As in the address: `2026-03-12`, `2026-03`. */
  readonly date: string;
  readonly month: string;
  readonly first: string;
  readonly last: string;
}

/** The span of an address; undefined when it names no date of the calendar. */
export function spanOf(date: string): Span | undefined {
  if (isDay(date)) return { of: 'day', date, month: date.slice(0, 7), first: date, last: date };
  return isMonth(date) ? { of: 'month', date, month: date, ...daysOfMonth(date) } : undefined;
}

// Noon in UTC: the date as such, which no zone moves.
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** A day (with its weekday) or a month in words. */
export function dateWords(date: string, language: UiLanguage): string {
  return date.length === 7 ? formatDate(noon(`${date}-01`), language, 'UTC', 'month') : formatDate(noon(date), language, 'UTC', 'day');
}

/** The meetings of each day, in the order of the days. */
export function byDay(meetings: readonly MeetingSummary[]): readonly { readonly day: string; readonly meetings: readonly MeetingSummary[] }[] {
  const days = Map.groupBy(meetings.filter(({ starts }) => starts !== null), ({ starts, timezone }) => localDay(new Date(starts ?? 0), timezone));
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, own]) => ({ day, meetings: own }));
}

export interface CalendarDay {
  readonly day: string;
  readonly number: number;
  readonly meetings: number;
}

export interface Calendar {
  /** Short names of the weekdays, as the language begins its week, and long ones for those who listen. */
  readonly weekdays: readonly { readonly short: string; readonly long: string }[];
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
}

const FIRST_WEEKDAY: Readonly<Record<UiLanguage, number>> = { ar: 7, zh: 1, en: 1, fr: 1, ru: 1, es: 1 };

/** A month as a calendar, with how many meetings each day has. */
export function calendarOf(month: string, days: readonly MeetingDay[], language: UiLanguage): Calendar {
  const first = FIRST_WEEKDAY[language];
  const counts = new Map(days.map(({ day, meetings }) => [day, meetings]));
  const weekday = (place: number, style: 'narrow' | 'short' | 'long'): string =>
    // The first of January 2024 was a Monday.
    new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, first + place)));
  return {
    // Arabic has no short names of weekdays but single letters.
    weekdays: Array.from({ length: 7 }, (_, place) => ({ short: weekday(place, language === 'ar' ? 'narrow' : 'short'), long: weekday(place, 'long') })),
    weeks: weeksOfMonth(month, first).map((week) => week.map((day) =>
      (day === null ? null : { day, number: Number(day.slice(8)), meetings: counts.get(day) ?? 0 }))),
  };
}
