import type { Child } from 'hono/jsx';
import { formatClock } from '@openfloor/player';
import { at, Figures, sayCount, Sign } from '#web/index.ts';
import { browseWords } from './locales/index.ts';
import type { MeetingView } from './meeting-view.ts';
import type { Reading, TextChoice } from './reading.ts';
import { TextName, voiceOf } from './text-kind.tsx';

/** So many places are listed as links; who looks for "the" wants none of them. */
const MOST_PLACES = 200;

/** Find in the texts, and choose which stand side by side; what else can be done with them stands beside that. Without scripts it is a form that opens the page of the words. */
export function ReadingTools({ view, reading, choices, hits, live, children }: {
  readonly view: MeetingView; readonly reading: Reading; readonly choices: readonly TextChoice[]; readonly hits: readonly number[];
  /** True where a script answers at once. */
  readonly live: boolean;
  readonly children?: Child;
}) {
  const { page, meeting } = view;
  const { reading: words } = browseWords(page.language);
  return (
    <form class="spoken-tools" role="search" method="get" action={at(page, `meetings/${meeting.slug}/words/${reading.own.ref}`)} autocomplete="off" data-tools>
      <div class="spoken-find">
        <label for="find">{words.find}</label>
        <div class="spoken-field">
          <input type="search" id="find" name="find" value={reading.find} maxlength={200} dir="auto" autocomplete="off" spellcheck={false} enterkeyhint="search" />
          <button class="button button-quiet" data-go><Sign name="search" /><span>{words.go}</span></button>
          {live ? <Steps next={words.next} previous={words.previous} /> : null}
        </div>
      </div>
      {choices.length > 1 ? <Beside view={view} reading={reading} choices={choices} live={live} /> : null}
      {children}
      {reading.doubts ? <input type="hidden" name="doubt" value="1" /> : null}
      <div class="spoken-found" role="status" data-found>{reading.query === '' ? null : <Found view={view} reading={reading} hits={hits} />}</div>
      {live ? <ul class="found-elsewhere" data-elsewhere></ul> : null}
    </form>
  );
}

/** From one place to the next, once a script has found some. */
function Steps({ next, previous }: { readonly next: string; readonly previous: string }) {
  return (
    <span class="spoken-steps" data-steps hidden>
      <button type="button" class="step" data-step="-1" aria-label={previous} title={previous}><Sign name="up" /></button>
      <button type="button" class="step" data-step="1" aria-label={next} title={next}><Sign name="down" /></button>
    </span>
  );
}

function Beside({ view: { page }, reading, choices, live }: { readonly view: MeetingView; readonly reading: Reading; readonly choices: readonly TextChoice[]; readonly live: boolean }) {
  const { reading: words } = browseWords(page.language);
  const shown = new Set(reading.columns.map(({ ref }) => ref));
  const button = <button class="button">{words.show}</button>;
  return (
    <details class="spoken-choose">
      <summary><Sign name="beside" /><span>{words.beside}</span></summary>
      <fieldset>
        <legend>{words.besideLegend}</legend>
        {choices.map((choice) => (
          <label hidden={choice.ref === reading.own.ref}>
            <input type="checkbox" name="with" value={choice.ref} checked={choice.ref !== reading.own.ref && shown.has(choice.ref)} disabled={choice.ref === reading.own.ref} />
            <span><TextName choice={choice} /> <span class="quiet">{voiceOf(choice, page)}</span></span>
          </label>
        ))}
        {live ? <noscript>{button}</noscript> : button}
      </fieldset>
    </details>
  );
}

/** How often it was found, and each place with its time. */
function Found({ view, reading, hits }: { readonly view: MeetingView; readonly reading: Reading; readonly hits: readonly number[] }) {
  const { page } = view;
  const { reading: words } = browseWords(page.language);
  return (
    <>
      <p>{hits.length === 0 ? words.foundNone : sayCount(words.found, hits.length, page.language)} <Everywhere view={view} find={reading.find} /></p>
      {hits.length === 0 ? null : <ol class="found-places">{hits.slice(0, MOST_PLACES).map((ms, n) => <li><a href={`#hit-${n + 1}`}><Figures>{formatClock(ms)}</Figures></a></li>)}</ol>}
    </>
  );
}

function Everywhere({ view: { page, meeting }, find }: { readonly view: MeetingView; readonly find: string }) {
  return <a href={`${at(page, `meetings/${meeting.slug}/words`)}?${new URLSearchParams({ find }).toString()}`}>{browseWords(page.language).reading.everywhere}</a>;
}
