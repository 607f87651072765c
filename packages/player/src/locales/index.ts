import type { PlayerMessages } from './messages.ts';

export type { PlayerMessages } from './messages.ts';

type Locale = Promise<{ readonly default: PlayerMessages }>;

const LOCALES: Readonly<Record<string, () => Locale>> = {
  ar: () => import('./ar.ts'),
  zh: () => import('./zh.ts'),
  en: () => import('./en.ts'),
  fr: () => import('./fr.ts'),
  ru: () => import('./ru.ts'),
  es: () => import('./es.ts'),
};

/** The languages the player speaks itself. */
export const PLAYER_LANGUAGES: readonly string[] = Object.keys(LOCALES);

/** Loads the player's words in a language; English where it has none. Only the asked language is fetched. */
export async function loadMessages(language: string): Promise<PlayerMessages> {
  const load = LOCALES[language.split('-')[0] ?? ''] ?? (() => import('./en.ts'));
  return (await load()).default;
}

/** Fills `{name}` in a message; a name without a value stays as it is, so that a test sees it. */
export function fill(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** A waiting time as people say it, rounded up to whole minutes: "3 minutes", "1 hour and 5 minutes" as the language has it. */
export function sayWait(seconds: number, language: string): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  const unit = (value: number, name: 'hour' | 'minute'): string =>
    new Intl.NumberFormat(`${language}-u-nu-latn`, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  const parts = [
    ...(minutes >= 60 ? [unit(Math.floor(minutes / 60), 'hour')] : []),
    ...(minutes % 60 > 0 ? [unit(minutes % 60, 'minute')] : []),
  ];
  return new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(parts);
}

/** The time left in words: never seconds, which would flicker and never be right. */
export function sayLeft(seconds: number, messages: PlayerMessages, language: string): string {
  return seconds < 60 ? messages.lessThanAMinute : fill(messages.readyIn, { time: sayWait(seconds, language) });
}
