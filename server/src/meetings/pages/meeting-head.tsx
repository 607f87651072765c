import { formatDuration as htmlDuration } from '@openfloor/player';
import { formatDate, formatDuration } from '#platform/i18n/index.ts';
import { at, Figures, Name, plain, Words, type Page } from '#web/index.ts';
import type { MeetingSummary } from '../meeting-detail.domain.ts';
import { browseWords } from './locales/index.ts';
import type { MeetingView } from './meeting-view.ts';

/** Whose meeting it is, its title, the agenda item, when and how long. */
export function MeetingHead({ view }: { readonly view: MeetingView }) {
  const { page, meeting, durationMs } = view;
  return (
    <header class="meeting-head">
      <Kicker page={page} meeting={meeting} />
      <h1 {...(isLong(plain(meeting.title, page)) ? { class: 'long' } : {})}><Words text={meeting.title} page={page} /></h1>
      {meeting.series ? <p class="series"><a href={at(page, `series/${meeting.series.slug}`)}><Words text={meeting.series.title} page={page} /></a></p> : null}
      <When page={page} meeting={{ ...meeting, durationMs: durationMs > 0 ? durationMs : null }} reader />
    </header>
  );
}

/** Body and format: the line above a title. */
export function Kicker({ page, meeting }: { readonly page: Page; readonly meeting: Pick<MeetingSummary, 'body' | 'format'> }) {
  const format = formatName(meeting.format, page);
  return (
    <p class="kicker">
      {meeting.body ? <a href={at(page, `bodies/${meeting.body.slug}`)}><Name text={meeting.body.name} page={page} /></a> : null}
      {format === null ? null : <span>{format}</span>}
    </p>
  );
}

/** Date, length and symbol: the line below a title. */
export function When({ page, meeting, reader = meeting.state === 'scheduled' }: {
  readonly page: Page;
  readonly meeting: Pick<MeetingSummary, 'state' | 'starts' | 'timezone' | 'durationMs' | 'symbol'>;
  /** Lets the script, where the page has it, say the time on the reader's own clock too; so with all that is still to come. */
  readonly reader?: boolean;
}) {
  const { starts, timezone, durationMs, symbol } = meeting;
  return (
    <p class="when">
      {starts === null ? null : <time datetime={starts} {...(reader ? readerAttributes(page, meeting) : {})}>{formatDate(new Date(starts), page.language, timezone, 'date-time')}</time>}
      {durationMs === null ? null : <time datetime={htmlDuration(durationMs)}>{formatDuration(durationMs, page.language)}</time>}
      {symbol === null ? null : <span><Figures>{symbol}</Figures></span>}
    </p>
  );
}

/** Lets the script say a time on the reader's own clock too. */
export const readerAttributes = (page: Page, { timezone }: Pick<MeetingSummary, 'timezone'>): Record<string, string> =>
  ({ 'data-zone': timezone, 'data-reader': browseWords(page.language).time.reader });

/** The name of a format; a format of this installation's own has none yet and stays unsaid. */
export function formatName(format: string, page: Pick<Page, 'words'>): string | null {
  const names: Readonly<Record<string, string>> = page.words.formats;
  return names[format] ?? null;
}

// Chinese says in one character what takes others two or three letters.
const isLong = (title: string): boolean => title.length + (title.match(/\p{Script=Han}/gu)?.length ?? 0) > 64;
