import { seededRandom } from '../../../fixtures/sound/index.ts';
import { bodyOf, nameOf } from './archive.ts';
import { LANGUAGES, type Language } from './pools.ts';

/** A question with the reader's language, as the API is asked. */
export interface Question {
  readonly text: string;
  readonly language: Language;
  readonly body?: string;
}

/** As people ask, in all languages alike: names, words, what a sentence is about, phrases, whole questions, one word within one body. */
export function questions(pools: Readonly<Record<Language, readonly string[]>>, count: number): readonly Question[] {
  const random = seededRandom(7);
  return Array.from({ length: count }, (_, n): Question => {
    const language = LANGUAGES[n % LANGUAGES.length] ?? 'en';
    const pool = pools[language];
    const words = wordsOf(pool[Math.floor(random() * pool.length)] ?? '', language);
    const from = Math.floor(random() * Math.max(1, words.length - 4));
    const long = words.toSorted((a, b) => b.length - a.length);
    switch (Math.floor(n / LANGUAGES.length) % 6) {
      case 0: return { language, text: nameOf(Math.floor(20_000 * random())) };
      case 1: return { language, text: long[Math.floor(random() * 3)] ?? '' };
      case 2: return { language, text: long.slice(0, 3).join(' ') };
      case 3: return { language, text: `"${words.slice(from, from + 2).join(language === 'zh' ? '' : ' ')}"` };
      case 4: return { language, text: words.slice(from, from + 5).join(language === 'zh' ? '' : ' ') };
      default: return { language, text: long[0] ?? '', body: bodyOf(Math.floor(random() * 40)) };
    }
  }).filter(({ text }) => text.replaceAll('"', '').trim() !== '');
}

function wordsOf(sentence: string, language: Language): readonly string[] {
  if (language === 'zh') return Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(sentence)).filter(({ isWordLike }) => isWordLike === true).map(({ segment }) => segment);
  return sentence.match(/[\p{L}\p{M}]{2,}/gu) ?? [];
}
