import { isUiLanguage, type UiLanguage } from '#platform/i18n/index.ts';
import type { MeetingView } from './meeting-view.ts';
import { textChoices, type Reading, type TextChoice } from './reading.ts';

/** Where search engines find a page of words, and the same words in other languages. */
export interface WordsAddresses {
  /** Path of the page in the language of its words. */
  readonly canonical: string;
  /** The paths of what is said in other languages, by language; itself among them. */
  readonly alternates: readonly (readonly [language: string, path: string])[];
}

/**
 * French words are French on a page in any language: the one all in French is the page, and its other languages are the
 * other channels. Words in a language that the pages don't speak have a page in each, as everything else.
 */
export function wordsAddresses(view: MeetingView, { own }: Pick<Reading, 'own'>): Partial<WordsAddresses> {
  const language = pageLanguage(own);
  if (language === null) return {};
  const path = (choice: TextChoice, ui: UiLanguage): string => `/${ui}/meetings/${encodeURIComponent(view.meeting.slug)}/words/${choice.ref}`;
  const others = new Map<UiLanguage, TextChoice>([[language, own]]);
  for (const choice of textChoices(view)) {
    const ui = choice.record === own.record ? pageLanguage(choice) : null;
    if (ui !== null && !others.has(ui)) others.set(ui, choice);
  }
  return { canonical: path(own, language), alternates: [...others].map(([ui, choice]) => [choice.channel.language, path(choice, ui)]) };
}

function pageLanguage({ channel }: TextChoice): UiLanguage | null {
  const base = channel.language.split('-', 1)[0] ?? '';
  return isUiLanguage(base) ? base : null;
}
