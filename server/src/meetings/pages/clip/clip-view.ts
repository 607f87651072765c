import { joinTexts } from '@openfloor/words';
import { dirOf, languageName, type Direction } from '#platform/i18n/index.ts';
import type { MeetingView } from '../meeting-view.ts';
import { textOf, type TextChoice } from '../reading.ts';
import type { SpokenText } from '../words.ports.ts';
import type { ShownClip } from './clips.ports.ts';

/** Words with what a browser must know of them. */
export interface ClipWords {
  readonly text: string;
  readonly lang: string;
  readonly dir: Direction;
  /** The name of that language, in the language of the page. */
  readonly name: string;
}

/** What the page of a clip shows. */
export interface ClipPageView {
  readonly shown: ShownClip;
  /** The meeting's own view, beginning and ending with the clip. */
  readonly view: MeetingView;
  /** The words as they stand now, or where they are gone as they were cited. */
  readonly words: ClipWords | null;
  /** As they were cited, where that is something else. */
  readonly cited: ClipWords | null;
  /** What is said then in the language of the page, where the quote is in another. */
  readonly beside: ClipWords | null;
  /** Whose words they are. */
  readonly choice: TextChoice | null;
}

/** The channel whose words stand beside a quote: in the language of the page, if that is another and has words. */
export function besideChannel({ channels, withWords, page }: MeetingView, shown: ShownClip) {
  const quoted = base(shown.clip.quote?.language ?? shown.channel.language);
  if (quoted === page.language) return null;
  return channels.find(({ key, language }) => withWords.has(key) && base(language) === page.language) ?? null;
}

/**
 * Puts together what the page shows.
 * @param own the text that was cited, with when the floor said it; null where there is none
 * @param other the text of `besideChannel`
 */
export function viewClip(shown: ShownClip, view: MeetingView, own: SpokenText | null, other: SpokenText | null): ClipPageView {
  const { clip, place } = shown;
  const { page } = view;
  const lang = clip.quote?.language ?? shown.channel.language;
  const words = (text: string, of: string): ClipWords => ({ text, lang: of, dir: dirOf(of), name: languageName(of, page.language) });
  const now = place.text ?? clip.quote?.exact ?? null;
  const channel = view.channels.find(({ key }) => key === shown.channel.key);
  return {
    shown, view, words: now === null ? null : words(now, lang),
    cited: place.state === 'changed' && clip.quote ? words(clip.quote.exact, lang) : null,
    beside: other && place.range ? besideWords(other, own, place.range, (text) => words(text, other.language)) : null,
    choice: channel ? { ...textOf(channel), record: clip.quote?.kind === 'record' } : null,
  };
}

const base = (language: string): string => language.split('-', 1)[0] ?? language;

/** What the other text says of the same: by when the floor said it, where that is known of both. */
function besideWords(other: SpokenText, own: SpokenText | null, range: { readonly startMs: number; readonly endMs: number }, words: (text: string) => ClipWords): ClipWords | null {
  const quoted = (own?.segments ?? []).filter((one) => one.startMs >= range.startMs - 1 && one.startMs < range.endMs);
  const shift = (one: SpokenText['segments'][number] | undefined): number => (one?.floorMs === undefined ? 0 : one.startMs - one.floorMs);
  const [from, to] = [range.startMs - shift(quoted[0]), range.endMs - shift(quoted.at(-1))];
  const said = other.segments.filter((one) => {
    const middle = (one.startMs + one.endMs) / 2 - shift(one);
    return middle >= from && middle < to;
  });
  return said.length === 0 ? null : words(joinTexts(said.map(({ text }) => text)));
}
