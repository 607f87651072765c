import { remembered, type UiLanguage } from '#platform/i18n/index.ts';
import ar from './ar.ts';
import en from './en.ts';
import es from './es.ts';
import fr from './fr.ts';
import type { Messages, Plural } from './messages.ts';
import ru from './ru.ts';
import zh from './zh.ts';

export type { Messages, MessagesOf, Plural } from './messages.ts';

const LOCALES: Readonly<Record<UiLanguage, Messages>> = { ar, zh, en, fr, ru, es };

/** The words of the pages in one language. */
export const messages = (language: UiLanguage): Messages => LOCALES[language];

/** Fills `{name}` in a message. */
export function say(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

const pluralsOf = remembered((language) => new Intl.PluralRules(language));
const numbersOf = remembered((language) => remembered((digits) => new Intl.NumberFormat(`${language}-u-nu-latn`, { maximumFractionDigits: Number(digits) })));
const listsOf = remembered((language) => new Intl.ListFormat(language, { type: 'unit', style: 'short' }));

/** The plural form for a number, with the number filled in. */
export function sayCount(plural: Plural, n: number, language: UiLanguage): string {
  const form = plural[pluralsOf(language).select(n)] ?? plural.other;
  return say(form, { n: number(n, language) });
}

/** A number as the language writes it, in European digits as all numbers of the pages; at most `digits` decimals. */
export function number(n: number, language: UiLanguage, digits = 0): string {
  // A true minus: a hyphen is too short to be seen before a figure.
  return numbersOf(language)(String(digits)).format(n).replace('-', '−');
}

/** Several names in one line, as the language lists them. */
export function list(names: readonly string[], language: UiLanguage): string {
  // In Chinese, CLDR writes units without anything between them.
  return language === 'zh' ? names.join('、') : listsOf(language).format(names);
}
