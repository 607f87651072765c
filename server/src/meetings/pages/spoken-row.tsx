import { formatClock, formatTime } from '@openfloor/player';
import { dirOf, formatDuration } from '#platform/i18n/index.ts';
import { at, Figures, say, tongue, type Page } from '#web/index.ts';
import { browseWords } from './locales/index.ts';
import type { MeetingView } from './meeting-view.ts';
import type { Reading, Spoken } from './reading.ts';
import { gapOf, type Cell } from './reading-view.ts';
import { isCorrected, isUncertain, type Piece, type PieceSentence } from './spoken-pieces.ts';
import { voiceOf } from './text-kind.tsx';
import type { SpokenSegment } from './words.ports.ts';

/** A moment: its time, and what each text says then. */
export function ReadRow({ view, reading, startMs, cells }: {
  readonly view: MeetingView; readonly reading: Reading; readonly startMs: number; readonly cells: readonly (Cell | null)[];
}) {
  const { page, meeting } = view;
  const query = new URLSearchParams({ t: formatTime(startMs), ch: reading.own.channel.key }).toString();
  return (
    <div class="spoken-paragraph">
      <a class="spoken-time" href={`${at(page, `meetings/${meeting.slug}`)}?${query}`} data-start-ms={startMs}><Figures>{formatClock(startMs)}</Figures></a>
      {cells.map((cell, n) => {
        const spoken = reading.columns[n];
        return cell && spoken ? <p {...marksOf(spoken, n, cells.length, page)}><Sentences page={page} spoken={spoken} cell={cell} marked={reading.doubts} /></p> : null;
      })}
    </div>
  );
}

/** Alone, a text in the page's own language needs no marks; beside others each says what it is. */
function marksOf({ text, ...choice }: Spoken, n: number, of: number, page: Page) {
  const { language } = text;
  const marks = { lang: language, dir: dirOf(language) };
  return of === 1 ? tongue(marks, page) : { ...marks, 'data-n': n, 'data-of': choice.record ? voiceOf(choice, page) : choice.channel.name };
}

function Sentences({ page, spoken, cell: { sentences, hitsBefore }, marked }: { readonly page: Page; readonly spoken: Spoken; readonly cell: Cell; readonly marked: boolean }) {
  const { language } = spoken.text;
  return (
    <>
      {sentences.map((sentence, n) => {
        const note = noteOf(sentence.segment, marked, page);
        const next = sentences[n + 1];
        return (
          <>
            {n === 0 ? null : gapOf(language)}
            <Sentence page={page} sentence={sentence} language={language} hitsBefore={hitsBefore} />
            {note === null || (next && noteOf(next.segment, marked, page) === note) ? null : <>{' '}<small class="spoken-note" data-aside lang={page.language} dir={page.dir}>{note}</small></>}
          </>
        );
      })}
    </>
  );
}

function Sentence({ page, sentence: { segment, pieces }, language, hitsBefore }: {
  readonly page: Page; readonly sentence: PieceSentence; readonly language: string; readonly hitsBefore: number;
}) {
  if (segment.hole === true) return <Hole page={page} segment={segment} />;
  const foreign = segment.language === null || segment.language === language ? {} : tongue({ lang: segment.language, dir: dirOf(segment.language) }, page);
  const shown = segment.unspoken === true ? { class: 'unspoken' } : isUncertain(segment) ? { class: 'uncertain' } : {};
  return <span data-ms={segment.startMs} {...shown} {...foreign}>{pieces.map((piece) => <Marked page={page} piece={piece} hitsBefore={hitsBefore} />)}</span>;
}

/** Somebody speaks, and the text has nothing of it: how long. */
function Hole({ page, segment: { startMs, endMs } }: { readonly page: Page; readonly segment: SpokenSegment }) {
  const { reading } = browseWords(page.language);
  return <small class="spoken-hole" data-aside lang={page.language} dir={page.dir}>{say(reading.hole, { time: formatDuration(endMs - startMs, page.language) })}</small>;
}

function Marked({ page, piece: { text, hit, begins, doubtful }, hitsBefore }: { readonly page: Page; readonly piece: Piece; readonly hitsBefore: number }) {
  const found = hit === null ? text : <mark data-hit={hitsBefore + hit + 1} {...(begins ? { id: `hit-${hitsBefore + hit + 1}` } : {})}>{text}</mark>;
  if (!doubtful) return <>{found}</>;
  const { reading } = browseWords(page.language);
  return <span class="doubt" title={reading.doubtful}>{found}<span class="visually-hidden" data-aside lang={page.language}>{` (${reading.doubtful}) `}</span></span>;
}

/** What has to be said of a sentence; once, after the last of those in a row of which it is true. */
function noteOf(segment: SpokenSegment, marked: boolean, page: Page): string | null {
  const { reading } = browseWords(page.language);
  if (segment.unspoken === true) return reading.unspoken;
  if (isUncertain(segment)) return reading.uncertain;
  return marked && isCorrected(segment) ? reading.corrected : null;
}
