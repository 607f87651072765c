import { describe, expect, it } from 'vitest';
import { roleWord, uniqueNames, type ChannelRole, type NamedChannel } from './index.ts';

const channel = (role: ChannelRole, language: string, name?: string): NamedChannel => ({ role, language, ...(name === undefined ? {} : { name }) });

describe('uniqueNames', () => {
  it('names languages by their own names and a floor of several languages as the floor', () => {
    const channels = ['ar', 'zh', 'en', 'fr', 'ru', 'es'].map((language) => channel('interpretation', language));
    expect(uniqueNames([channel('floor', 'mul'), ...channels])).toEqual(['Floor', 'العربية', '中文', 'English', 'Français', 'Русский', 'Español']);
    expect(uniqueNames([channel('floor', 'mul')], 'ar')).toEqual(['القاعة']);
  });

  it('says the role only where the language is not enough, in that language', () => {
    expect(uniqueNames([channel('floor', 'fr'), channel('interpretation', 'en')])).toEqual(['Français', 'English']);
    expect(uniqueNames([channel('floor', 'fr'), channel('interpretation', 'fr')])).toEqual(['Français (salle)', 'Français']);
    expect(uniqueNames([channel('floor', 'ru'), channel('interpretation', 'ru')])).toEqual(['Русский (зал)', 'Русский']);
  });

  it('always says of a machine, a relay and a description what they are', () => {
    expect(uniqueNames([channel('machine-voice', 'es'), channel('relay', 'en'), channel('audio-description', 'zh'), channel('machine-voice', 'pt')])).toEqual([
      'Español (voz sintética)',
      'English (relay)',
      '中文（口述影像）',
      'Português (machine voice)',
    ]);
  });

  it('counts where nothing else tells two channels apart', () => {
    expect(uniqueNames([channel('interpretation', 'fr'), channel('interpretation', 'fr'), channel('interpretation', 'fr')])).toEqual(['Français', 'Français 2', 'Français 3']);
    expect(uniqueNames([channel('floor', 'mul'), channel('floor', 'mul')])).toEqual(['Floor', 'Floor 2']);
  });

  it('gives a name that somebody chose to its channel first', () => {
    expect(uniqueNames([channel('interpretation', 'fr'), channel('relay', 'en', 'Français'), channel('floor', 'fr', ' ')])).toEqual(['Français 2', 'Français', 'Français (salle)']);
  });

  it('takes names that differ in case only for the same', () => {
    expect(uniqueNames([channel('relay', 'en', 'Booth'), channel('relay', 'fr', 'BOOTH')])).toEqual(['Booth', 'BOOTH 2']);
  });

  it('never gives a name twice, whatever the channels', () => {
    const roles: ChannelRole[] = ['floor', 'interpretation', 'relay', 'audio-description', 'machine-voice', 'sign-language'];
    const many = Array.from({ length: 200 }, (_, i) => channel(roles[(i * 7) % 6] ?? 'floor', ['fr', 'mul', 'zh', 'sw', 'ase'][(i * 3) % 5] ?? 'fr', i % 11 === 0 ? 'Français' : undefined));
    const names = uniqueNames(many);
    expect(new Set(names).size).toBe(200);
    expect(names.every((name) => name.trim() !== '')).toBe(true);
  });
});

describe('roleWord', () => {
  it('is there in the six interface languages, and English for others', () => {
    const words = ['ar', 'en', 'es', 'fr', 'ru', 'zh-Hans', 'de'].map((tag) => roleWord('floor', tag));
    expect(words).toEqual(['القاعة', 'Floor', 'Sala', 'Salle', 'Зал', '会场原声', 'Floor']);
  });
});
