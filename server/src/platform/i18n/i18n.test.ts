import { describe, expect, it } from 'vitest';
import { dirOf, endonym, formatBytes, formatClock, formatDate, formatDuration, languageName, negotiate, pick, UI_LANGUAGES, zoneName } from './index.ts';

describe('negotiate', () => {
  it.each([
    ['fr-CH, fr;q=0.9, en;q=0.8', 'fr'],
    ['de, ru;q=0.5, es;q=0.7', 'es'],
    ['zh-Hant-HK', 'zh'],
    ['AR', 'ar'],
    ['en;q=0, ru', 'ru'],
    ['de, *;q=0.5', 'en'],
    ['de', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    [';;q=x,,', 'en'],
  ])('reads %j as %s', (header, language) => {
    expect(negotiate(header)).toBe(language);
  });
});

describe('dirOf', () => {
  it('goes by the script', () => {
    expect(['ar', 'he', 'fa-IR', 'ur', 'az-Arab', 'dv'].map(dirOf)).toEqual(Array(6).fill('rtl'));
    expect(['en', 'zh', 'ru', 'mul', 'az', 'ar-Latn', 'not a tag'].map(dirOf)).toEqual(Array(7).fill('ltr'));
  });
});

describe('pick', () => {
  const title = { 'pt-BR': 'Reunião', 'fr': 'Réunion', 'ar': 'اجتماع', 'zh-Hans': '会议', 'es': ' ' };

  it('takes the wanted language, and says so', () => {
    expect(pick(title, 'ar')).toEqual({ text: 'اجتماع', lang: 'ar', dir: 'rtl', exact: true });
    expect(pick(title, 'pt-br')).toMatchObject({ lang: 'pt-BR', exact: true });
    expect(pick(title, 'fr-CA')).toMatchObject({ lang: 'fr', exact: true });
    expect(pick(title, 'zh')).toMatchObject({ lang: 'zh-Hans', exact: true });
  });

  it('falls back honestly: English, then the first there is; a blank text is none', () => {
    expect(pick({ ...title, en: 'Meeting' }, 'es')).toEqual({ text: 'Meeting', lang: 'en', dir: 'ltr', exact: false });
    expect(pick(title, 'ru')).toEqual({ text: 'Reunião', lang: 'pt-BR', dir: 'ltr', exact: false });
    expect(pick({}, 'ru')).toBeUndefined();
  });
});

describe('names of languages', () => {
  it('are what the reader calls them', () => {
    expect(UI_LANGUAGES.map((ui) => languageName('ru', ui))).toEqual(['الروسية', '俄语', 'Russian', 'russe', 'русский', 'ruso']);
    expect(languageName('mul', 'fr')).toBe('Plusieurs langues');
    expect(languageName('qaa-x-nothing', 'en')).toContain('qaa');
  });

  it('are what their speakers call them', () => {
    expect(['ar', 'zh', 'en', 'fr', 'ru', 'es', 'sw', 'pt-BR'].map(endonym)).toEqual(['العربية', '中文', 'English', 'Français', 'Русский', 'Español', 'Kiswahili', 'Português (Brasil)']);
    expect(endonym('bad tag')).toBe('bad tag');
  });
});

describe('dates and durations', () => {
  const at = new Date('2020-12-03T15:00:00Z');

  it('are written as readers write them, in the time zone of the meeting', () => {
    expect(UI_LANGUAGES.map((ui) => formatDate(at, ui, 'America/New_York'))).toEqual(['3 ديسمبر 2020', '2020年12月3日', '3 December 2020', '3 décembre 2020', '3 декабря 2020 г.', '3 de diciembre de 2020']);
    expect(formatDate(new Date('2020-12-03T03:00:00Z'), 'en', 'America/New_York', 'day')).toBe('Wednesday, 2 December 2020');
    expect(UI_LANGUAGES.map((ui) => formatDate(at, ui, 'America/New_York', 'date-time').replace(/\s/gu, ' '))).toEqual([
      '3 ديسمبر 2020 في 10:00 ص (توقيت نيويورك)', '2020年12月3日 10:00（纽约时间）', '3 December 2020 at 10:00 (New York time)',
      '3 décembre 2020 à 10:00 (New York)', '3 декабря 2020 г. в 10:00 (Нью-Йорк)', '3 de diciembre de 2020 a las 10:00 (hora de Nueva York)',
    ]);
    expect(UI_LANGUAGES.map((ui) => zoneName(at, ui, 'Europe/Helsinki'))).toEqual([
      'توقيت فنلندا', '芬兰时间', 'Eastern European time', 'Finlande', 'Финляндия', 'hora de Europa oriental',
    ]);
    expect(UI_LANGUAGES.map((ui) => zoneName(at, ui, 'Etc/UTC'))).toEqual(['التوقيت العالمي', '协调世界时', 'UTC', 'UTC', 'UTC', 'UTC']);
  });

  it('say how long something is', () => {
    expect([0, 59_999, 61_000, 3_723_000].map(formatClock)).toEqual(['0:00', '0:59', '1:01', '1:02:03']);
    expect([20_000, 45 * 60_000, 125 * 60_000, 120 * 60_000].map((ms) => formatDuration(ms, 'fr').replace(/\s/g, ' '))).toEqual(['20 s', '45 min', '2 h 5 min', '2 h']);
    expect(formatDuration(7_500_000, 'ar')).toBe('2 س 5 د');
  });

  it('say how large something is', () => {
    expect([0, 1, 999_999, 1e6, 35_040_000, 1.25e9].map(formatBytes)).toEqual(['0 kB', '1 kB', '1000 kB', '1.0 MB', '35.0 MB', '1.3 GB']);
  });
});
