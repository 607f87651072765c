import { UNSPACED, type SearchToken } from '@openfloor/words';
import type { Tally } from './tally.ts';

const MARKS = /\p{Mn}/gu;
const FIRST_UNSPACED = 0x0E00;
const LAST_FIGURE = 0x3A;
const SHORTEST = 3;
const LONGEST = 40;

/** A written word as it is looked for: small, without accents. */
export const plainForm = (word: string): string => word.normalize('NFKD').replace(MARKS, '').toLowerCase();

const segmenters = new Map<string, Intl.Segmenter>();

/** Adds the words of a text that are worth suggesting, as they are written. */
export function countForms(text: string, language: string, tokens: readonly SearchToken[], forms: Tally): void {
  let unspaced = false;
  for (const { from, to } of tokens) {
    const first = text.charCodeAt(from);
    // Letters of Latin, Greek, Cyrillic, Arabic and their like; all scripts without spaces come after.
    if (first >= FIRST_UNSPACED && UNSPACED.test(text.charAt(from))) unspaced = true;
    else if (first > LAST_FIGURE && to - from >= SHORTEST && to - from <= LONGEST) forms.add(text.slice(from, to));
  }
  if (!unspaced) return;
  let segmenter = segmenters.get(language);
  if (!segmenter) segmenters.set(language, segmenter = new Intl.Segmenter(language, { granularity: 'word' }));
  for (const { segment } of segmenter.segment(text)) if (segment.length > 1 && UNSPACED.test(segment)) forms.add(segment);
}

/** Words by how they are looked for: with the most frequent way to write each, and how often all of these stand there. */
export function plainForms(forms: Tally): readonly (readonly [form: string, shown: string, times: number])[] {
  const plain = new Map<string, { shown: string; most: number; times: number }>();
  for (const [word, times] of forms) {
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
