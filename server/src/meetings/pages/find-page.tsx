import { formatClock, formatTime } from '@openfloor/player';
import { dirOf } from '#platform/i18n/index.ts';
import { at, Figures, Layout, plain, sayCount, Sign, tongue } from '#web/index.ts';
import { findInText, type FoundInText, type FoundPlace } from './find-in-text.ts';
import { browseWords } from './locales/index.ts';
import { MeetingHead } from './meeting-head.tsx';
import type { MeetingView } from './meeting-view.ts';
import type { Spoken } from './reading.ts';
import { gapOf } from './reading-view.ts';
import { TextName, voiceOf } from './text-kind.tsx';

const PLACES_SHOWN = 10;

/** Every text of a meeting, and a search through all of them at once. */
export function FindPage({ view, texts, find, query }: {
  readonly view: MeetingView; readonly texts: readonly Spoken[]; readonly find: string; readonly query: string;
}) {
  const { page, meeting } = view;
  const { words, reading } = browseWords(page.language);
  const found = texts.map((spoken) => ({ spoken, found: findInText(spoken.text, query, PLACES_SHOWN) }));
  const nothing = query !== '' && found.every((one) => one.found.count === 0);
  return (
    <Layout page={page} watching title={`${plain(meeting.title, page)} · ${reading.everywhereTitle}`} indexed={query === ''}>
      <article class="words-page find-page">
        <MeetingHead view={view} />
        <p><a href={at(page, `meetings/${meeting.slug}`)}>{words.back}</a></p>
        <h2>{reading.everywhereTitle}</h2>
        <form class="spoken-tools" role="search" method="get">
          <div class="spoken-find">
            <label for="find">{reading.find}</label>
            <div class="spoken-field">
              <input type="search" id="find" name="find" value={find} maxlength={200} dir="auto" autocomplete="off" spellcheck={false} enterkeyhint="search" aria-describedby="find-hint" />
              <button class="button"><Sign name="search" /><span>{reading.go}</span></button>
            </div>
          </div>
          <p class="quiet" id="find-hint">{reading.everywhereHint}</p>
        </form>
        <div role="status">{nothing ? <><p>{reading.nowhere}</p><p class="quiet">{reading.nowhereHint}</p></> : null}</div>
        <section aria-labelledby="texts-title">
          <h2 id="texts-title">{reading.texts}</h2>
          <ul class="found-texts">{found.map((one) => <Text view={view} find={find} {...one} />)}</ul>
        </section>
      </article>
    </Layout>
  );
}

function Text({ view, spoken, found, find }: { readonly view: MeetingView; readonly spoken: Spoken; readonly found: FoundInText; readonly find: string }) {
  const { page, meeting } = view;
  const { reading } = browseWords(page.language);
  const query = find === '' ? '' : `?${new URLSearchParams({ find }).toString()}`;
  const more = found.count - found.places.length;
  return (
    <li data-text={spoken.ref} data-count={found.count}>
      <h3>
        <a href={`${at(page, `meetings/${meeting.slug}/words/${spoken.ref}`)}${query}`}><TextName choice={spoken} /></a>{' '}
        <span class="quiet">{voiceOf(spoken, page)}{find === '' ? '' : ` · ${sayCount(reading.places, found.count, page.language)}`}</span>
      </h3>
      {found.places.length === 0 ? null : <ul>{found.places.map((place) => <Place view={view} spoken={spoken} place={place} />)}</ul>}
      {more > 0 && found.places.length >= PLACES_SHOWN ? <p><a href={`${at(page, `meetings/${meeting.slug}/words/${spoken.ref}`)}${query}`}>{sayCount(reading.more, more, page.language)}</a></p> : null}
    </li>
  );
}

function Place({ view: { page, meeting }, spoken, place: { startMs, sentences } }: { readonly view: MeetingView; readonly spoken: Spoken; readonly place: FoundPlace }) {
  const { language } = spoken.text;
  const query = new URLSearchParams({ t: formatTime(startMs), ch: spoken.channel.key }).toString();
  return (
    <li class="spoken-paragraph">
      <a class="spoken-time" href={`${at(page, `meetings/${meeting.slug}`)}?${query}`}><Figures>{formatClock(startMs)}</Figures></a>
      <p {...tongue({ lang: language, dir: dirOf(language) }, page)}>
        {sentences.map(({ pieces }, n) => <>{n === 0 ? null : gapOf(language)}{pieces.map(({ text, hit }) => (hit === null ? text : <mark>{text}</mark>))}</>)}
      </p>
    </li>
  );
}
