import { describe, expect, it } from 'vitest';
import { isLittleWord, knowsLittleWords, littleKeys } from './index.ts';

describe('little words', () => {
  it.each([
    ['en', 'Of THE which'], ['fr', 'de l’une qu’il d’un À où même'], ['es', 'según más El qué'], ['ru', 'который её Ещё той для'], ['ar', 'في وفي إلى الى التي هؤلاء فلا'], ['zh', '的 我们'],
  ])('are known in %s however they are written', (language, text) => {
    for (const word of text.split(' ')) expect([word, isLittleWord(word, language)]).toEqual([word, true]);
  });

  it.each([
    ['en', 'security US May will'], ['fr', 'l’eau d’eau fin'], ['es', 'paz mina'], ['ru', 'мир мина'], ['ar', 'السلاح وقف ولد فيلم'], ['zh', '改革'], ['sw', 'ya na'],
  ])('are not what a text in %s is about', (language, text) => {
    for (const word of text.split(' ')) expect([word, isLittleWord(word, language)]).toEqual([word, false]);
  });

  it('are told by their keys, as another language reads them', () => {
    expect([...littleKeys('Reform of the security', 'en', ['en'])]).toEqual(['of', 'the']);
    expect([...littleKeys('réforme de la sécurité', 'en', ['en'])]).toEqual([]);
    expect([...littleKeys('réforme de la sécurité', 'en', ['en', 'fr'])]).toEqual(['de', 'la']);
    expect(knowsLittleWords('fr-CA')).toBe(true);
    expect(knowsLittleWords('sw')).toBe(false);
  });
});
