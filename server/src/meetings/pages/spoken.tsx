import { formatClock, formatTime } from '@openfloor/player';
import { dirOf, languageName } from '#platform/i18n/index.ts';
import { at, Figures, Name, tongue, type Page } from '#web/index.ts';
import type { ChannelView } from './channel-view.ts';
import { browseWords } from './locales/index.ts';
import type { MeetingView } from './meeting-view.ts';
import { viewSpoken, type Paragraph, type SpokenTurn } from './spoken-view.ts';
import type { SpokenSegment, SpokenText } from './words.ports.ts';

/** A channel with its words. */
export interface Spoken {
  readonly channel: ChannelView;
  readonly text: SpokenText;
}

/** The words of the channel that is open, beside the picture: they follow the sound, and each leads to its moment. */
export function SpokenPanel({ view, spoken }: { readonly view: MeetingView; readonly spoken: Spoken | null }) {
  const { page, meeting } = view;
  const { words } = browseWords(page.language);
  return (
    <section class="spoken-panel" id="words" aria-labelledby="words-title">
      <h2 id="words-title">{words.title}</h2>
      <openfloor-words data-source={at(page, `meetings/${meeting.slug}/words/`)} data-channels={[...view.withWords].join(' ')} data-none={words.none}>
        <div class="spoken-scroll" data-scroll tabindex={0} role="group" aria-labelledby="words-title">
          {spoken ? <SpokenWords view={view} spoken={spoken} /> : <p class="quiet spoken-none">{words.none}</p>}
        </div>
      </openfloor-words>
    </section>
  );
}

/** What the words are, and all of them under their speakers. */
export function SpokenWords({ view, spoken: { channel, text } }: { readonly view: MeetingView; readonly spoken: Spoken }) {
  const { page } = view;
  const marks = tongue({ lang: text.language, dir: dirOf(text.language) }, page);
  const turns = viewSpoken(text.segments, view.turns, channel.role !== 'floor');
  return (
    <div class="spoken-words" data-words={channel.key}>
      <p class="quiet spoken-what"><What page={page} text={text} /></p>
      {turns.map((turn) => <Turn view={view} channel={channel} spoken={turn} marks={marks} text={text} />)}
    </div>
  );
}

/** Of what kind the words are, in which language, and whether a machine wrote them. */
function What({ page, text }: { readonly page: Page; readonly text: SpokenText }) {
  const { words } = browseWords(page.language);
  const language = languageName(text.language, page.language);
  return <>{`${text.kind === 'captions' ? words.captions : words.transcript} · ${language}`}{text.status === 'machine' ? ` · ${words.machine}` : ''}</>;
}

type Marks = ReturnType<typeof tongue>;

function Turn({ view, channel, spoken, marks, text }: {
  readonly view: MeetingView; readonly channel: ChannelView; readonly spoken: SpokenTurn; readonly marks: Marks; readonly text: SpokenText;
}) {
  const { turn, speaker, paragraphs } = spoken;
  return (
    <div class="spoken-turn">
      {turn ? (
        <h3><span class={`turn-mark speaker-${turn.colour}`}></span><span><Name text={turn.speaker.name} page={view.page} />{turn.capacity ? <span class="turn-capacity"><Name text={turn.capacity} page={view.page} /></span> : null}</span></h3>
      ) : speaker === null ? null : <h3><span class="turn-mark"></span><bdi>{speaker}</bdi></h3>}
      {paragraphs.map((paragraph) => <Words view={view} channel={channel} paragraph={paragraph} marks={marks} text={text} />)}
    </div>
  );
}

function Words({ view, channel, paragraph, marks, text }: {
  readonly view: MeetingView; readonly channel: ChannelView; readonly paragraph: Paragraph; readonly marks: Marks; readonly text: SpokenText;
}) {
  const { page, meeting } = view;
  const query = new URLSearchParams({ t: formatTime(paragraph.startMs), ch: channel.key }).toString();
  return (
    <div class="spoken-paragraph">
      <a class="spoken-time" href={`${at(page, `meetings/${meeting.slug}`)}?${query}`} data-start-ms={paragraph.startMs}><Figures>{formatClock(paragraph.startMs)}</Figures></a>
      <p {...marks}>{paragraph.segments.map((segment, n) => <>{n === 0 ? null : gap(text.language)}<Segment segment={segment} page={page} text={text} /></>)}</p>
    </div>
  );
}

function Segment({ segment, page, text }: { readonly segment: SpokenSegment; readonly page: Page; readonly text: SpokenText }) {
  const foreign = segment.language === null || segment.language === text.language ? {} : tongue({ lang: segment.language, dir: dirOf(segment.language) }, page);
  return <span data-ms={segment.startMs} {...foreign}>{segment.text.replace(/\s*\n\s*/g, gap(text.language))}</span>;
}

/** Chinese and Japanese put nothing between sentences. */
const gap = (language: string): string => (/^(zh|ja|yue)\b/.test(language) ? '' : ' ');
