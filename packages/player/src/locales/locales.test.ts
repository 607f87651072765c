import { describe, it, expect } from 'vitest';
import { fill, loadMessages, PLAYER_LANGUAGES, sayWait, type PlayerMessages } from './index.ts';

const names = (message: string): readonly string[] => [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

describe('the words of the player', async () => {
  const english = await loadMessages('en');

  it.each(PLAYER_LANGUAGES)('%s says everything, with the same blanks', async (language) => {
    const messages = await loadMessages(language);
    const blanks = (of: PlayerMessages) => Object.entries(of).map(([key, message]: [string, string]) => [key, names(message)]);
    expect(blanks(messages)).toEqual(blanks(english));
    expect(Object.values(messages)).not.toContain('');
  });

  it('translates rather than repeats English', async () => {
    for (const language of PLAYER_LANGUAGES.filter((tag) => tag !== 'en')) {
      const messages = await loadMessages(language);
      const keys = Object.keys(english) as (keyof PlayerMessages)[];
      const same = keys.filter((key) => /\w{3}/.test(english[key].replace(/\{\w+\}/g, '')) && messages[key] === english[key]);
      expect(same).toEqual([]);
    }
  });

  it('falls back to English and takes a region', async () => {
    expect((await loadMessages('sw')).play).toBe('Play');
    expect((await loadMessages('fr-CA')).play).toBe('Lire');
  });
});

describe('filling and saying', () => {
  it('fills blanks and leaves what it has no value for', () => {
    expect(fill('{a} and {b}', { a: 'x' })).toBe('x and {b}');
  });

  it('rounds a wait up to minutes, in the plural of the language', () => {
    expect(sayWait(61, 'en')).toBe('2 minutes');
    expect(sayWait(1, 'ru')).toBe('1 минута');
    expect(sayWait(3_900, 'fr')).toMatch(/^1\sheure et 5\sminutes$/);
    expect(sayWait(7_200, 'es')).toBe('2 horas');
  });
});
