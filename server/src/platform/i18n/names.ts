import { baseOf, isUiLanguage } from './languages.ts';
import { remembered } from './remembered.ts';

// What Intl says about these is a technical name ("Multiple languages" at best, or the code itself).
const SPECIAL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mul: { ar: 'لغات متعددة', zh: '多种语言', en: 'Several languages', fr: 'Plusieurs langues', ru: 'Несколько языков', es: 'Varios idiomas' },
  und: { ar: 'لغة غير محددة', zh: '未知语言', en: 'Unknown language', fr: 'Langue inconnue', ru: 'Язык не указан', es: 'Idioma desconocido' },
};

const namesIn = remembered((language) => {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'language', languageDisplay: 'standard' });
  return remembered((tag) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      return tag;
    }
  });
});

/** The name of a language as a reader of `ui` calls it; the tag itself where nobody knows a name. */
export function languageName(tag: string, ui: string): string {
  const special = SPECIAL[baseOf(tag)];
  if (special !== undefined) return special[baseOf(ui)] ?? special['en'] ?? tag;
  try {
    return namesIn(ui)(tag);
  } catch {
    return tag;
  }
}

/** The name its own speakers give a language, with a capital first letter as in a list: `Français`. */
export const endonym = remembered((tag: string): string => {
  const own = baseOf(tag);
  const name = languageName(tag, own in SPECIAL || !hasNames(own) ? 'en' : tag);
  // In the language's own way (Turkish i); scripts without capitals stay as they are.
  const first = String.fromCodePoint(name.codePointAt(0) ?? 0x20);
  return isUiLanguage(own) || hasNames(own) ? first.toLocaleUpperCase(own) + name.slice(first.length) : name;
});

function hasNames(language: string): boolean {
  try {
    return Intl.DisplayNames.supportedLocalesOf([language]).length > 0;
  } catch {
    return false;
  }
}
