import { pick, type UiLanguage } from '#platform/i18n/index.ts';
import { messages, say, type Page } from '#web/index.ts';
import { citationOf, citedDay, citeText, type Citation } from '../../cite/index.ts';
import { browseWords } from '../locales/index.ts';
import { formatName } from '../meeting-head.tsx';
import type { ShownClip } from './clips.ports.ts';

/** What a reference needs of a page. */
type Around = Pick<Page, 'language' | 'words'> & { readonly origin: string; readonly now: Date };

/** The reference to a clip; to one without an address it is that to its moment. */
export function clipCitation(shown: ShownClip, { language, words, origin, now }: Around): Citation {
  const { clip, meeting, place, turn } = shown;
  const name = turn && pick(turn.speaker.name, language)?.text;
  const capacity = turn?.capacity ? pick(turn.capacity, language)?.text : undefined;
  return citationOf({
    meeting, language, format: formatName(meeting.format, { words }), durationMs: meeting.durationMs ?? 0,
    momentMs: place.range?.startMs ?? clip.startMs, publisher: words.site.name, origin, now,
    ...(clip.id !== undefined && { clip: { id: clip.id, speaker: name == null ? null : [name, capacity].filter((one) => one !== undefined).join(', '), quote: clip.quote?.exact ?? null } }),
  });
}

/** The words as they were cited with the reference to them, as plain text in a language of the pages. */
export function citeClip(shown: ShownClip, language: UiLanguage, origin: string, now: Date): string {
  const citation = clipCitation(shown, { language, words: messages(language), origin, now });
  const accessed = say(browseWords(language).cite.accessed, { date: citedDay(citation.accessed, language) });
  const quote = shown.clip.quote === null ? '' : `${shown.clip.quote.exact}\n\n`;
  return `${quote}${citeText(citation, language, accessed)}\n`;
}
