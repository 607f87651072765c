import { baseOf, dirOf, type Direction } from './languages.ts';

/** One human text per language, by BCP 47 tag. */
export type LocalizedText = Readonly<Record<string, string>>;

/** The text that was found, with the language it really is in, for `lang` and `dir` beside it. */
export type PickedText = {
  readonly text: string;
  readonly lang: string;
  readonly dir: Direction;
  /** False when the wanted language was not there and another one stands in. */
  readonly exact: boolean;
};

const filled = (text: LocalizedText): readonly (readonly [string, string])[] =>
  Object.entries(text).filter(([, value]) => value.trim() !== '');

/**
 * The text in the wanted language, else the nearest honest one: same base language, English, then
 * the first there is. Undefined when no language has one.
 */
export function pick(texts: LocalizedText, wanted: string): PickedText | undefined {
  // Nearly always it is simply there; a page asks hundreds of times.
  const own = Object.hasOwn(texts, wanted) ? texts[wanted] : undefined;
  if (own !== undefined && own.trim() !== '') return { text: own, lang: wanted, dir: dirOf(wanted), exact: true };
  const entries = filled(texts);
  const base = baseOf(wanted);
  const found = entries.find(([tag]) => tag.toLowerCase() === wanted.toLowerCase())
    ?? entries.find(([tag]) => tag.toLowerCase() === base)
    ?? entries.find(([tag]) => baseOf(tag) === base)
    ?? entries.find(([tag]) => baseOf(tag) === 'en')
    ?? entries[0];
  if (!found) return undefined;
  const [lang, text] = found;
  return { text, lang, dir: dirOf(lang), exact: baseOf(lang) === base };
}
