import { at, Sign } from '#web/index.ts';
import { clipWords } from './clip/locales/index.ts';
import { browseWords } from './locales/index.ts';
import type { MeetingView } from './meeting-view.ts';
import { readingPath, textChoices, type Reading } from './reading.ts';
import { ReadingTools } from './reading-tools.tsx';
import { viewReading, type ReadingView } from './reading-view.ts';
import { ReadRow } from './spoken-row.tsx';
import { SpeakerHeading } from './spoken-speaker.tsx';
import { TextHead } from './text-kind.tsx';

/** The words of the channel that is open, beside the picture: they follow the sound, and each leads to its moment. */
export function SpokenPanel({ view, reading }: { readonly view: MeetingView; readonly reading: Reading }) {
  const { page, meeting } = view;
  const { words, reading: texts } = browseWords(page.language);
  const read = viewReading(reading, view.turns);
  const source = at(page, `meetings/${meeting.slug}/words/`);
  return (
    <section class="spoken-panel" id="words" aria-labelledby="words-title">
      <div class="spoken-title">
        <h2 id="words-title">{words.title}</h2>
        <a href={at(page, `meetings/${meeting.slug}/${readingPath(reading)}`)} hidden={reading.columns.length === 0} data-words-page>{words.read}</a>
      </div>
      <openfloor-words data-source={source} data-channels={[...view.withWords].join(' ')} data-records={[...view.withRecord].join(' ')} data-none={words.none}
        data-place={texts.place} data-nowhere={texts.foundNone} data-everywhere={texts.everywhere}>
        <ReadingTools view={view} reading={reading} choices={textChoices(view)} hits={read.hits} live><QuoteBar view={view} /></ReadingTools>
        <div class="spoken-scroll" data-scroll tabindex={0} role="group" aria-labelledby="words-title">
          <SpokenWords view={view} reading={reading} read={read} />
        </div>
      </openfloor-words>
    </section>
  );
}

/** Choosing sentences to quote; a script shows it. */
function QuoteBar({ view: { page, meeting } }: { readonly view: MeetingView }) {
  const { quote } = clipWords(page.language);
  return (
    <div class="quote-bar" data-quote={at(page, `meetings/${meeting.slug}/clip`)}>
      <button type="button" class="button button-quiet" title={quote.start} data-quote-start hidden><Sign name="quote" /><span>{quote.start}</span></button>
      <div data-quote-choice hidden>
        <p role="status" data-quote-said data-one={quote.one} data-more={quote.more}></p>
        <p class="quiet">{quote.hint}</p>
        <p class="quote-go"><a class="button" href={at(page, `meetings/${meeting.slug}`)} data-quote-open>{quote.open}</a> <button type="button" class="button button-quiet" data-quote-stop>{quote.stop}</button></p>
      </div>
    </div>
  );
}

/** What the texts are, and all of them under their speakers. */
export function SpokenWords({ view, reading, read }: { readonly view: MeetingView; readonly reading: Reading; readonly read: ReadingView }) {
  const { own, columns } = reading;
  const hasOwn = columns.some(({ ref }) => ref === own.ref);
  return (
    <div class="spoken-words" data-words={own.ref} data-with={columns.filter(({ ref }) => ref !== own.ref).map(({ ref }) => ref).join(' ')} data-columns={columns.length}>
      {hasOwn ? null : <p class="quiet spoken-none">{browseWords(view.page.language).words.none}</p>}
      {columns.length === 0 ? null : <div class="spoken-heads">{columns.map((spoken) => <TextHead view={view} spoken={spoken} reading={reading} />)}</div>}
      {read.turns.map(({ turn, speaker, rows }) => (
        <div class="spoken-turn">
          <SpeakerHeading page={view.page} turn={turn} speaker={speaker} />
          {rows.map(({ startMs, cells }) => <ReadRow view={view} reading={reading} startMs={startMs} cells={cells} />)}
        </div>
      ))}
    </div>
  );
}

