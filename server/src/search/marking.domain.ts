import { isLittleWord, knowsLittleWords, littleKeys, readQuery, UNSPACED, type QueryPart } from '@openfloor/words';
import { labelsIn, readLabel } from './rank/reading.domain.ts';
import type { NamedConcept } from './search.domain.ts';

/** What is marked in the texts of a language. */
export interface Marking {
  /** Each wherever it stands. */
  readonly parts: readonly QueryPart[];
  /** What a concept is called: marked only where all of it is there, for one of several words says something else. */
  readonly names: readonly { readonly whole: readonly QueryPart[]; readonly marked: readonly QueryPart[] }[];
}

/**
 * What of a question is marked in texts of a language: its phrases and the words that say what it is about. Little words (of, the, في)
 * are marked only where there are no others.
 * @param frequent words that nearly every text has, as a language and a key: they stand for the little words of languages whose own we don't know
 */
export function toMark(language: string, text: string, concepts: readonly NamedConcept[], frequent: ReadonlySet<string>): Marking {
  const all = readQuery(text, language).filter(({ excluded }) => !excluded);
  const little = littleKeys(text, language, [language, ...languagesOf(text)]);
  const isTelling = ({ words, prefix, quoted }: QueryPart, own: ReadonlySet<string>): boolean =>
    words.length > 1 || prefix || quoted || words.some(({ key }) => !own.has(key) && (knowsLittleWords(language) || !frequent.has(`${language} ${key}`)));
  const telling = [...all.filter((part) => isTelling(part, little)), ...wordsOfRuns(text, language)];
  const labels = concepts.flatMap((concept) => labelsIn(concept, language));
  return {
    parts: telling.length > 0 ? telling : all,
    names: labels.map((label) => {
      const whole = readLabel(label, language);
      const ownLittle = littleKeys(label, language, [language]);
      return { whole, marked: whole.filter((part) => isTelling(part, ownLittle)) };
    }),
  };
}

const UI = ['ar', 'en', 'es', 'fr', 'ru'];

/** The languages of which a text has the most little words: most likely its own. */
function languagesOf(text: string): readonly string[] {
  const words = text.split(/[^\p{L}\p{M}'’]+/u);
  const counts = UI.map((language) => ({ language, words: words.filter((word) => word !== '' && isLittleWord(word, language)).length }));
  const most = Math.max(...counts.map((count) => count.words));
  return most === 0 ? [] : counts.filter((count) => count.words === most).map(({ language }) => language);
}

/** The words in what is written without spaces: where its letters don't stand side by side, these may. */
function wordsOfRuns(text: string, language: string): readonly QueryPart[] {
  if (!UNSPACED.test(text)) return [];
  const loose = text.replaceAll(/["“”„«][^"“”„«»]*["“”„«»]?|(?<=^|\s)[-−–]\S+/gu, ' ');
  const segments = Array.from(new Intl.Segmenter(language, { granularity: 'word' }).segment(loose), ({ segment }) => segment);
  return segments.filter((word) => word.length > 1 && UNSPACED.test(word) && !isLittleWord(word, language)).flatMap((word) => readQuery(`"${word}"`, language));
}
