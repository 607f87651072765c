import { describe, it, expect } from 'vitest';
import { chooseChannel, findChannel, orderChannels } from './choose-channel.ts';

const channels = [
  { key: 'fr', language: 'fr', role: 'interpretation' },
  { key: 'zh', language: 'zh-Hans', role: 'interpretation' },
  { key: 'floor', language: 'mul', role: 'floor' },
  { key: 'es-auto', language: 'es', role: 'machine-voice' },
  { key: 'es-ad', language: 'es', role: 'audio-description' },
  { key: 'es', language: 'es', role: 'interpretation' },
];
const opened = (wish: Parameters<typeof chooseChannel>[1]): string | undefined => chooseChannel(channels, wish)?.key;

describe('chooseChannel', () => {
  it('follows the address, then memory, then the pages, then the floor', () => {
    expect(opened({ asked: 'fr', remembered: 'es', uiLanguage: 'zh' })).toBe('fr');
    expect(opened({ remembered: 'es', uiLanguage: 'zh' })).toBe('es');
    expect(opened({ uiLanguage: 'zh' })).toBe('zh');
    expect(opened({ uiLanguage: 'en' })).toBe('floor');
  });

  it('passes over a wish that this meeting cannot fulfil', () => {
    expect(opened({ asked: 'sw', remembered: 'ru', uiLanguage: 'fr' })).toBe('fr');
  });

  it('opens the first channel where there is no floor, and none where there is none', () => {
    expect(chooseChannel(channels.slice(0, 1), { uiLanguage: 'ru' })?.key).toBe('fr');
    expect(chooseChannel([], { uiLanguage: 'ru' })).toBeNull();
  });
});

describe('findChannel', () => {
  it('takes a language of another region or script of the same language', () => {
    expect(findChannel(channels, 'zh')?.key).toBe('zh');
    expect(findChannel(channels, 'fr-CA')?.key).toBe('fr');
  });

  it('prefers people to machines, and never guesses a channel for a special need', () => {
    expect(findChannel(channels.slice(3, 5), 'es')?.key).toBe('es-auto');
    expect(findChannel(channels.slice(4, 5), 'es')).toBeNull();
    expect(findChannel(channels, 'es-ad')?.key).toBe('es-ad');
  });

  it('knows the floor by its word whatever its key is', () => {
    expect(findChannel([{ key: 'room', language: 'en', role: 'floor' }], 'floor')?.key).toBe('room');
  });
});

it('puts the floor first and leaves the rest in order', () => {
  expect(orderChannels(channels).map((channel) => channel.key)).toEqual(['floor', 'fr', 'zh', 'es-auto', 'es-ad', 'es']);
});
