import type { MeetingSummary } from '#meetings/index.ts';
import { nameOf, pageOf, textFor, type FeedScope } from './feed.domain.ts';

const LONGEST_LINE = 75;

/** iCalendar (RFC 5545): meetings that are coming and that were, for any calendar program. Those without a date are left out. */
export function calendar(scope: FeedScope, meetings: readonly MeetingSummary[]): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Openfloor//Openfloor//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    `NAME:${text(nameOf(scope))}`, `X-WR-CALNAME:${text(nameOf(scope))}`, `SOURCE;VALUE=URI:${scope.self}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H',
    ...meetings.flatMap((meeting) => (meeting.starts === null ? [] : event(scope, meeting, meeting.starts))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function event(scope: FeedScope, meeting: MeetingSummary, starts: string): string[] {
  const ends = meeting.ends ?? (meeting.durationMs === null ? null : new Date(Date.parse(starts) + meeting.durationMs).toISOString());
  const address = pageOf(scope, meeting.slug);
  const languages = [...new Set(meeting.channels.map(({ language }) => language))];
  return [
    'BEGIN:VEVENT',
    `UID:${meeting.id}@${new URL(scope.origin).hostname}`,
    `DTSTAMP:${time(meeting.updatedAt)}`, `LAST-MODIFIED:${time(meeting.updatedAt)}`,
    `DTSTART:${time(starts)}`, ...(ends === null || Date.parse(ends) <= Date.parse(starts) ? [] : [`DTEND:${time(ends)}`]),
    `SUMMARY;LANGUAGE=${scope.language}:${text(textFor(meeting.title, scope))}`,
    `DESCRIPTION:${text([...(meeting.symbol === null ? [] : [meeting.symbol]), ...(languages.length === 0 ? [] : [languages.join(', ')]), address].join('\n'))}`,
    `URL:${address}`,
    ...(meeting.body === null ? [] : [`CATEGORIES:${text(textFor(meeting.body.name, scope))}`]),
    'STATUS:CONFIRMED', 'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** UTC: the reader's program shows it in the reader's zone. */
const time = (iso: string): string => new Date(iso).toISOString().replace(/[-:]|\.\d+/g, '');

const text = (value: string): string => value.replace(/[\\;,]/g, (char) => `\\${char}`).replace(/\r?\n/g, '\\n').replace(/[\r\p{Cc}]/gu, '');

/** Lines of at most 75 octets; a letter is never cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > LONGEST_LINE) {
      parts.push(part);
      // The space that marks a continued line counts too.
      [part, bytes] = ['', 1];
    }
    part += letter;
    bytes += size;
  }
  return [...parts, part].join('\r\n ');
}
