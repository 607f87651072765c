import type { MeetingDetail } from '#meetings/index.ts';
import { pick } from '#platform/i18n/index.ts';

/** One column of the table of meetings. */
interface Column {
  readonly name: string;
  readonly of: (meeting: MeetingDetail) => string | number | null;
}

const words = (values: readonly string[]): string => values.join(' ');

/** The columns of the CSV export. New ones are added at the end: spreadsheets refer to them by place. */
const COLUMNS: readonly Column[] = [
  { name: 'id', of: (m) => m.id },
  { name: 'slug', of: (m) => m.slug },
  { name: 'state', of: (m) => m.state },
  { name: 'title', of: (m) => pick(m.title, 'en')?.text ?? '' },
  { name: 'title_language', of: (m) => pick(m.title, 'en')?.lang ?? '' },
  { name: 'body', of: (m) => m.body?.slug ?? null },
  { name: 'series', of: (m) => m.series?.slug ?? null },
  { name: 'format', of: (m) => m.format },
  { name: 'symbol', of: (m) => m.symbol },
  { name: 'starts', of: (m) => m.starts },
  { name: 'ends', of: (m) => m.ends },
  { name: 'timezone', of: (m) => m.timezone },
  { name: 'duration_seconds', of: (m) => (m.durationMs === null ? null : m.durationMs / 1000) },
  { name: 'floor_languages', of: (m) => words(m.floorLanguages) },
  { name: 'interpretation_languages', of: (m) => words(m.channels.filter(({ role }) => role === 'interpretation' || role === 'relay').map(({ language }) => language)) },
  { name: 'categories', of: (m) => words(m.categories.map(({ path }) => path)) },
  { name: 'topics', of: (m) => words(m.topics.map(({ slug }) => slug)) },
  { name: 'interventions', of: (m) => m.interventions.length },
  { name: 'licence', of: (m) => m.rights?.licence ?? null },
  { name: 'published', of: (m) => m.publishedAt },
  { name: 'updated', of: (m) => m.updatedAt },
];

/** A field of RFC 4180. A text that a spreadsheet would run as a formula is made a text by an apostrophe. */
function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const line = (fields: readonly string[]): string => `${fields.join(',')}\r\n`;

/** The first line of the table. */
export const csvHead = (): string => line(COLUMNS.map(({ name }) => name));

/** One meeting as a line of the table. */
export const csvLine = (meeting: MeetingDetail): string => line(COLUMNS.map(({ of }) => field(of(meeting))));
