import { formatDate, zoneName } from '#platform/i18n/index.ts';
import { at, Layout, say, sayCount, type Page } from '#web/index.ts';
import type { MeetingDay } from '../browse/index.ts';
import type { MeetingSummary } from '../meeting-detail.domain.ts';
import { browseWords } from './locales/index.ts';
import { Kicker, readerAttributes } from './meeting-head.tsx';
import { CardLanguages, MeetingLink } from './meeting-list.tsx';
import { byDay, calendarOf, dateWords, type Span } from './schedule-view.ts';

export interface ScheduleProps {
  readonly page: Page;
  readonly span: Span;
  /** The soonest first; empty with `days` full where a month has too many to list. */
  readonly meetings: readonly MeetingSummary[];
  /** Of the whole month. */
  readonly days: readonly MeetingDay[];
  /** The nearest dates with meetings, of the span's own kind. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What takes place on a day or in a month, each at the time of its place. */
export function SchedulePage({ page, span, meetings, days, before, after }: ScheduleProps) {
  const { schedule } = browseWords(page.language);
  const date = dateWords(span.date, page.language);
  const title = `${schedule.title}: ${date}`;
  const empty = meetings.length === 0 && !(span.of === 'month' && days.length > 0);
  const coming = meetings.some(({ state }) => state === 'scheduled');
  return (
    <Layout page={page} title={title} description={title} indexed={!empty} scripts={coming ? ['reader-time.js'] : []}>
      <div class="home schedule">
        <header class="place-head">
          <p class="kicker"><span>{schedule.title}</span></p>
          <h1>{date}</h1>
        </header>
        <nav class="date-steps" aria-label={schedule.steps}>
          <Step page={page} date={before} rel="prev" />
          {span.of === 'day' ? <a class="up" href={at(page, `schedule/${span.month}`)}>{dateWords(span.month, page.language)}</a> : null}
          <Step page={page} date={after} rel="next" />
        </nav>
        <div class="columns">
          <div class="column-main">
            {empty ? <div class="empty"><p>{schedule.none}</p><p class="quiet">{schedule.noneHint}</p></div> : <p class="quiet zone">{schedule.zone}</p>}
            {byDay(meetings).map((own) => <Day page={page} {...own} heading={span.of === 'month'} />)}
            {meetings.length === 0 && !empty ? <DayLinks page={page} days={days} /> : null}
          </div>
          <div class="column-side"><MonthTable page={page} span={span} days={days} /></div>
        </div>
      </div>
    </Layout>
  );
}

function Step({ page, date, rel }: { readonly page: Page; readonly date: string | null; readonly rel: 'prev' | 'next' }) {
  const { schedule } = browseWords(page.language);
  if (date === null) return <span></span>;
  return <a class={rel} rel={rel} href={at(page, `schedule/${date}`)}>{say(rel === 'prev' ? schedule.previous : schedule.next, { date: dateWords(date, page.language) })}</a>;
}

function Day({ page, day, meetings, heading }: { readonly page: Page; readonly day: string; readonly meetings: readonly MeetingSummary[]; readonly heading: boolean }) {
  return (
    <section class="day" id={`d${day}`}>
      {heading ? <h2><a href={at(page, `schedule/${day}`)}>{dateWords(day, page.language)}</a></h2> : null}
      <ul>{meetings.map((meeting) => <Entry page={page} meeting={meeting} heading={heading} />)}</ul>
    </section>
  );
}

function Entry({ page, meeting, heading }: { readonly page: Page; readonly meeting: MeetingSummary; readonly heading: boolean }) {
  const starts = new Date(meeting.starts ?? 0);
  const title = <MeetingLink page={page} meeting={meeting} />;
  return (
    <li class="entry">
      <p class="entry-time">
        <time datetime={starts.toISOString()} {...(meeting.state === 'scheduled' ? readerAttributes(page, meeting) : {})}>
          <span class="entry-clock">{formatDate(starts, page.language, meeting.timezone, 'time')}</span>{' '}
          <span class="entry-zone">{zoneName(starts, page.language, meeting.timezone)}</span>
        </time>
      </p>
      <div class="card-words">
        <Kicker page={page} meeting={meeting} />
        {heading ? <h3>{title}</h3> : <h2>{title}</h2>}
        <CardLanguages page={page} meeting={meeting} />
      </div>
    </li>
  );
}

/** A month with more meetings than one page should hold is a list of its days. */
function DayLinks({ page, days }: { readonly page: Page; readonly days: readonly MeetingDay[] }) {
  const { place } = browseWords(page.language);
  return <ul class="day-links">{days.map(({ day, meetings }) =>
    <li><a href={at(page, `schedule/${day}`)}>{dateWords(day, page.language)}</a> <span class="count">{sayCount(place.count, meetings, page.language)}</span></li>)}</ul>;
}

function MonthTable({ page, span, days }: { readonly page: Page; readonly span: Span; readonly days: readonly MeetingDay[] }) {
  const { place } = browseWords(page.language);
  const { weekdays, weeks } = calendarOf(span.month, days, page.language);
  return (
    <table class="calendar">
      <caption><a href={at(page, `schedule/${span.month}`)}>{dateWords(span.month, page.language)}</a></caption>
      <thead><tr>{weekdays.map(({ short, long }) => <th scope="col" abbr={long}>{short}</th>)}</tr></thead>
      <tbody>
        {weeks.map((week) => (
          <tr>
            {week.map((day) => <td>{day === null ? null : day.meetings === 0 ? <span class="quiet">{String(day.number)}</span> : (
              <a href={at(page, `schedule/${day.day}`)} {...(day.day === span.date ? { 'aria-current': 'date' } : {})}
                aria-label={`${dateWords(day.day, page.language)}: ${sayCount(place.count, day.meetings, page.language)}`}>{String(day.number)}</a>
            )}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
