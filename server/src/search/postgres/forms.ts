import { UNSPACED, type SearchToken } from '@openfloor/words';

const MARKS = /\p{Mn}/gu;
const SHORTEST = 3;
const LONGEST = 40;

/** A written word as it is looked for: small, without accents. */
export const plainForm = (word: string): string => word.normalize('NFKD').replace(MARKS, '').toLowerCase();

const plain = new Map<string, string>();

function remembered(word: string): string {
  let form = plain.get(word);
  if (form === undefined) {
    form = plainForm(word);
    if (plain.size > 200_000) plain.clear();
    plain.set(word, form);
  }
  return form;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** The written words of a text worth suggesting, each once: how it is looked for, and how it is written. */
export function formsOf(text: string, language: string, tokens: readonly SearchToken[]): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  const add = (word: string): void => {
    if (word.length > LONGEST || !/^\p{L}/u.test(word)) return;
    const form = remembered(word);
    if (!forms.has(form)) forms.set(form, word);
  };
  let unspaced = false;
  for (const { from, to } of tokens) {
    if (UNSPACED.test(text.charAt(from))) unspaced = true;
    else if (to - from >= SHORTEST) add(text.slice(from, to));
  }
  if (unspaced) {
    let segmenter = segmenters.get(language);
    if (!segmenter) segmenters.set(language, segmenter = new Intl.Segmenter(language, { granularity: 'word' }));
    for (const { segment, isWordLike } of segmenter.segment(text)) if (isWordLike === true && segment.length > 1 && UNSPACED.test(segment.charAt(0))) add(segment);
  }
  return forms;
}
