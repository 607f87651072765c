import { formatClock, formatTime } from '@openfloor/player';
import type { FoundMoment, FoundText } from '#search/index.ts';
import { dirOf, formatDate, languageName } from '#platform/i18n/index.ts';
import { at, Figures, Name, say, Sign, tongue, Words, type Page } from '#web/index.ts';
import { browseWords } from '../locales/index.ts';
import type { WatchableMedia } from '../media.ports.ts';

/** Longer than this, what was found would be no more than a word among others in the meeting. */
const LONGEST_FIND = 60;

/** A moment that was found: what the floor said beside the reader's language, who said it where, and the way to hear it. */
export function MomentHit({ page, moment, media }: { readonly page: Page; readonly moment: FoundMoment; readonly media: WatchableMedia | null }) {
  const { meeting, speaker, capacity } = moment;
  const texts = textsOf(moment);
  const heard = moment.reader ?? moment.floor ?? moment.match;
  const { moments: words } = browseWords(page.language).search;
  const sound = soundOf(media, heard.channel);
  return (
    <li class="hit">
      <p class="hit-head">
        <a class="hit-play" href={playAddress(page, moment, heard)}>
          <Sign name="play" /><span class="visually-hidden">{say(page.words.meeting.playFrom, { time: '' })}</span><Figures>{formatClock(heard.at)}</Figures>
        </a>
        {speaker ? <a class="hit-speaker" href={at(page, `speakers/${speaker.slug}`)}><Name text={speaker.name} page={page} /></a> : null}
        {capacity ? <span class="quiet"><Name text={capacity} page={page} /></span> : null}
      </p>
      <div class={texts.length > 1 ? 'hit-texts several' : 'hit-texts'}>
        {texts.map((text) => <HitText page={page} text={text} isFloor={text === moment.floor} spoken={moment.spoken} />)}
      </div>
      <p class="hit-where">
        <a href={at(page, `meetings/${meeting.slug}`)}><Words text={meeting.title} page={page} /></a>
        {meeting.body ? <span><Name text={meeting.body.name} page={page} /></span> : null}
        {meeting.starts === null ? null : <time datetime={meeting.starts}>{formatDate(new Date(meeting.starts), page.language, meeting.timezone)}</time>}
        {sound === null ? null : <button type="button" class="hit-listen" hidden data-sound={sound} data-from={heard.at / 1000}>{words.listen}</button>}
      </p>
    </li>
  );
}

/**
 * The floor first, then the reader's language; where nothing was found in them, the text in which it was. A language is shown once: where
 * the floor speaks that of the reader, in the text in which more was found.
 */
export function textsOf({ floor, reader, match, spoken }: Pick<FoundMoment, 'floor' | 'reader' | 'match' | 'spoken'>): readonly FoundText[] {
  const shown: FoundText[] = [];
  const hasMarks = [floor, reader].some((text) => text !== null && text.marks.length > 0);
  for (const text of [floor, reader, hasMarks ? null : match]) {
    const tongueOf = (one: FoundText): string => (one === floor && spoken !== null ? spoken : one.language).split('-', 1)[0] ?? '';
    const same = text ? shown.findIndex((one) => tongueOf(one) === tongueOf(text)) : -1;
    if (text && same < 0) shown.push(text);
    else if (text && text.marks.length > (shown[same]?.marks.length ?? 0)) shown[same] = text;
  }
  return shown;
}

function HitText({ page, text: { kind, language, text, marks }, isFloor, spoken }: { readonly page: Page; readonly text: FoundText; readonly isFloor: boolean; readonly spoken: string | null }) {
  const { reading } = browseWords(page.language);
  // A floor that is of many languages speaks in the one that is spoken just then.
  const tag = isFloor && spoken !== null ? spoken : language;
  const kindName = kind === 'record' ? reading.record : isFloor ? reading.original : null;
  return (
    <div class="hit-text">
      <p class="hit-tongue">{languageName(tag, page.language)}{kindName === null ? null : ` · ${kindName}`}</p>
      <blockquote {...tongue({ lang: tag, dir: dirOf(tag) }, page)}>{pieces(text, marks)}</blockquote>
    </div>
  );
}

function pieces(text: string, marks: FoundText['marks']) {
  const shown = [];
  let done = 0;
  for (const { from, to } of marks) {
    if (from < done || to <= from) continue;
    shown.push(text.slice(done, from), <mark>{text.slice(from, to)}</mark>);
    done = to;
  }
  return <>{shown}{text.slice(done)}</>;
}

/** The page of the meeting at the second at which it is heard in that channel, with what was found marked in its words. */
function playAddress(page: Page, { meeting }: Pick<FoundMoment, 'meeting'>, heard: FoundText): string {
  const query = new URLSearchParams({ t: formatTime(heard.at), ch: heard.channel });
  const find = findOf(heard);
  if (find !== '') query.set('find', find);
  return `${at(page, `meetings/${meeting.slug}`)}?${query.toString()}`;
}

/** What to look for in the meeting: the longest stretch that is marked, words that stand beside each other taken together; the question's own words where there are any. */
export function findOf({ text, marks }: Pick<FoundText, 'text' | 'marks'>): string {
  const joined: { from: number; to: number }[] = [];
  const own = marks.filter(({ named }) => named !== true);
  for (const { from, to } of own.length > 0 ? own : marks) {
    const last = joined.at(-1);
    if (last && /^\s*$/u.test(text.slice(last.to, from))) last.to = to;
    else joined.push({ from, to });
  }
  const longest = joined.reduce((best, one) => (one.to - one.from > best.to - best.from ? one : best), { from: 0, to: 0 });
  return text.slice(longest.from, Math.min(longest.to, longest.from + LONGEST_FIND)).trim();
}

/** The sound of a channel in one file, the small one if there is; of a meeting in parts none. */
function soundOf(media: WatchableMedia | null, key: string): string | null {
  const channel = media?.channels.find((one) => one.key === key);
  for (const files of [channel?.voice ?? [], channel?.sound ?? []]) if (files.length === 1) return files[0] ?? null;
  return null;
}
