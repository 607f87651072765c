import { searchTokens, stemmerOf, UNSPACED, type SearchToken } from '@openfloor/words';

const MARKS = /\p{Mn}/gu;
const FIRST_UNSPACED = 0x0E00;
const LAST_FIGURE = 0x3A;
const SHORTEST = 3;
const LONGEST = 40;

/** A written word as it is looked for: small, without accents. */
export const plainForm = (word: string): string => word.normalize('NFKD').replace(MARKS, '').toLowerCase();

const segmenters = new Map<string, Intl.Segmenter>();

/** The words of texts in a language as they are written, with how often each stands there. One look in a large map tells that and what all forms of a word share. */
export class WrittenWords implements Iterable<readonly [word: string, times: number]> {
  readonly #language;
  readonly #stem;
  readonly #words = new Map<string, { readonly stem: string; times: number }>();

  constructor(language: string) {
    this.#language = language;
    this.#stem = stemmerOf(language);
  }

  /** The words of a text as search knows them; as they are written, they are counted. */
  read(text: string): readonly SearchToken[] {
    const tokens = searchTokens(text, this.#language, this.#count);
    let unspaced = false;
    for (const { key, from, to } of tokens) {
      // Letters of Latin, Greek, Cyrillic, Arabic and their like; all scripts without spaces come after.
      if (text.charCodeAt(from) >= FIRST_UNSPACED && UNSPACED.test(text.charAt(from))) unspaced = true;
      else if (key.includes('/')) this.#count(text.slice(from, to));
    }
    if (unspaced) for (const { segment } of segmenterOf(this.#language).segment(text)) if (segment.length > 1 && UNSPACED.test(segment)) this.#count(segment);
    return tokens;
  }

  * [Symbol.iterator](): Generator<readonly [word: string, times: number]> {
    for (const [word, { times }] of this.#words) yield [word, times];
  }

  readonly #count = (word: string): string => {
    const known = this.#words.get(word);
    if (known !== undefined) {
      known.times += 1;
      return known.stem;
    }
    const stem = this.#stem(word);
    this.#words.set(word, { stem, times: 1 });
    return stem;
  };
}

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) segmenters.set(language, segmenter = new Intl.Segmenter(language, { granularity: 'word' }));
  return segmenter;
}

/** Whether a word is worth suggesting. */
const isShown = (word: string): boolean => UNSPACED.test(word) || (word.length >= SHORTEST && word.length <= LONGEST && word.charCodeAt(0) > LAST_FIGURE);

/** Words worth suggesting by how they are looked for: with the most frequent way to write each, and how often all of these stand there. */
export function plainForms(words: Iterable<readonly [word: string, times: number]>): readonly (readonly [form: string, shown: string, times: number])[] {
  const plain = new Map<string, { shown: string; most: number; times: number }>();
  for (const [word, times] of words) {
    if (!isShown(word)) continue;
    const form = plainForm(word);
    const known = plain.get(form);
    if (!known) plain.set(form, { shown: word, most: times, times });
    else {
      known.times += times;
      // Of two as frequent the one in small letters, and with its accents.
      if (times > known.most || (times === known.most && word > known.shown)) [known.shown, known.most] = [word, times];
    }
  }
  return Array.from(plain, ([form, { shown, times }]) => [form, shown, times] as const);
}
