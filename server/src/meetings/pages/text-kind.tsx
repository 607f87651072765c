import { at, sayCount, type Page } from '#web/index.ts';
import { roleWords, type ChannelView } from './channel-view.ts';
import { browseWords } from './locales/index.ts';
import type { MeetingView } from './meeting-view.ts';
import { readingPath, type Reading, type Spoken, type TextChoice } from './reading.ts';
import { countDoubts, isCorrected, isUncertain } from './spoken-pieces.ts';

/** What each text is: its name, what it is in a few words, and all that is known about it for those who ask. */
export function TextHead({ view: { page, meeting }, spoken, reading }: { readonly view: MeetingView; readonly spoken: Spoken; readonly reading: Reading }) {
  const { reading: words } = browseWords(page.language);
  const { text } = spoken;
  const doubts = countDoubts(text.segments);
  return (
    <div class="spoken-head">
      <TextName choice={spoken} />
      <details class="spoken-what">
        <summary><span class="visually-hidden">{words.explain}: </span>{kindInShort(spoken, page).join(' · ')}</summary>
        <p>{aboutText(spoken, page)}</p>
        <p>{words.about[text.status]}</p>
        {(text.holes ?? []).length > 0 ? <p>{words.holeAbout}</p> : null}
        {text.formerSound === true ? <p>{words.formerAbout}</p> : null}
        {text.segments.some(isUncertain) ? <p>{words.uncertainAbout}</p> : null}
        {text.segments.some(({ unspoken }) => unspoken) ? <p>{words.unspokenAbout}</p> : null}
        {doubts === 0 && !text.segments.some(isCorrected) ? null : (
          <p><a href={at(page, `meetings/${meeting.slug}/${readingPath(reading, !reading.doubts)}`)} data-doubt={reading.doubts ? '' : '1'}>{reading.doubts ? words.unmark : doubts === 0 ? words.markCorrected : sayCount(words.markDoubts, doubts, page.language)}</a></p>
        )}
      </details>
    </div>
  );
}

/** The name of a text: that of its channel, as in the bar. */
export function TextName({ choice: { channel } }: { readonly choice: TextChoice }) {
  return <strong class="text-name" lang={channel.nameLang} dir={channel.nameDir}>{channel.name}</strong>;
}

/** What a text is: of which voice, made for what, and how far it can be trusted. */
function kindInShort({ text, ...choice }: Spoken, page: Page): readonly string[] {
  const { words, reading } = browseWords(page.language);
  const kind = text.kind === 'record' ? [] : [text.kind === 'captions' ? words.captions : words.transcript];
  return [voiceOf(choice, page), ...kind, reading.status[text.status], ...(text.formerSound === true ? [reading.former] : [])];
}

/** Whose words they are: the speakers', the interpreters', a machine's, or the record's. */
export function voiceOf({ channel, record }: Pick<TextChoice, 'channel' | 'record'>, page: Page): string {
  const { reading } = browseWords(page.language);
  if (record) return reading.record;
  return channel.role === 'floor' ? reading.original : roleWords(channel.role, page);
}

function aboutText({ channel, record }: Spoken, page: Page): string {
  const { about } = browseWords(page.language).reading;
  const roles: Readonly<Record<ChannelView['role'], string>> = {
    floor: about.floor, interpretation: about.interpretation, relay: about.interpretation, 'machine-voice': about.machineVoice,
    'audio-description': about.audioDescription, 'sign-language': about.interpretation,
  };
  return record ? about.record : roles[channel.role];
}
