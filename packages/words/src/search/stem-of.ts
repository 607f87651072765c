import { baseOf } from '../base-language.ts';
import { bareLetters } from './letters.ts';
import { arabic } from './stems/arabic.ts';
import { english } from './stems/english.ts';
import { french } from './stems/french.ts';
import { russian } from './stems/russian.ts';
import { spanish } from './stems/spanish.ts';

const STEMS: Readonly<Record<string, (word: string) => string>> = { ar: arabic, en: english, es: spanish, fr: french, ru: russian };
/** Words of a language that are kept: more than a large archive has; what is made up by somebody fills no memory. */
const MOST_WORDS = 200_000;
const LONGEST = 60;

const known = new Map<string, Map<string, string>>();

/** Tells what all forms of a word share, in a language (BCP 47); of languages that we have no rules for, the word without accents. */
export function stemmerOf(language: string): (word: string) => string {
  const base = baseOf(language);
  const words = known.get(base) ?? new Map<string, string>();
  known.set(base, words);
  const rules = STEMS[base] ?? bareLetters;
  return (word) => {
    const before = words.get(word);
    if (before !== undefined) return before;
    // A stem may come out empty (a lone apostrophe, a vowel sign): then the word stands for itself.
    const stem = (rules(word) || word).slice(0, LONGEST);
    if (words.size >= MOST_WORDS) words.clear();
    words.set(word, stem);
    return stem;
  };
}
