import { describe, expect, it } from 'vitest';
import { SCRIPT } from '../../../fixtures/sample/script/index.ts';
import { readsAsAnother } from './read-language.domain.ts';

const LANGUAGES = ['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const;
const spoken = (language: (typeof LANGUAGES)[number]) => SCRIPT.flatMap(({ sentences }) => sentences.map((sentence) => sentence[language]));
/** What is recognised in a minute, one after the other. */
const minutes = (language: (typeof LANGUAGES)[number]): string[] => {
  const all = spoken(language);
  return Array.from({ length: Math.floor(all.length / 6) }, (_, n) => all.slice(n * 6, n * 6 + 6).join(' '));
};

describe('a minute of a text', () => {
  it.each(LANGUAGES)('in %s is never taken for another language', (language) => {
    expect(minutes(language).length).toBeGreaterThanOrEqual(5);
    expect(minutes(language).filter((text) => readsAsAnother(text, language) !== null)).toEqual([]);
  });

  it.each(LANGUAGES.flatMap((language) => LANGUAGES.filter((other) => other !== language).map((other) => [language, other] as const)))('in %s is found out in a channel in %s', (language, other) => {
    const found = minutes(language).map((text) => readsAsAnother(text, other));
    // Between languages in different scripts the script alone tells; names in one script fill some minutes.
    const told = found.filter((one) => one === language || (one === 'und' && other !== 'en' && other !== 'fr'));
    expect(told.length / found.length).toBeGreaterThanOrEqual(0.8);
  });
});

describe('nothing is said', () => {
  it.each([
    ['of a few words', 'Thank you very much, Mr. President. The meeting is adjourned.', 'fr'],
    ['of a language whose words are not known here', spoken('es').join(' ').replaceAll(/\p{L}+/gu, (word) => word.split('').toReversed().join('')), 'sw'],
    ['of letters alone', 'A B C '.repeat(100), 'en'],
  ])('%s', (_, text, language) => expect(readsAsAnother(text, language)).toBeNull());

  it('of a channel whose language is written in two scripts', () => expect(readsAsAnother(spoken('ru').slice(0, 3).join(' ').replaceAll(/[ыэёъщ]/gu, 'и').replaceAll(/\b\p{L}{1,3}\b/gu, ''), 'sr')).not.toBe('und'));
});
