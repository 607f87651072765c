import { remembered } from './remembered.ts';

/** The languages of the interface: the six official ones of the United Nations, in their English order. */
export const UI_LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

export type Direction = 'ltr' | 'rtl';

const RTL_SCRIPTS = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr', 'Aran']);

export function isUiLanguage(tag: string): tag is UiLanguage {
  return (UI_LANGUAGES as readonly string[]).includes(tag);
}

/** The primary language of a tag in lower case: `zh` for `zh-Hant-HK`. */
export const baseOf = (tag: string): string => tag.split('-', 1)[0]?.toLowerCase() ?? '';

/** Which way text in this language runs; by its script, so `az-Arab` is right and `mul` left to right. */
export const dirOf = remembered((tag: string): Direction => {
  try {
    const script = new Intl.Locale(tag).maximize().script;
    return script !== undefined && RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
});

/**
 * The interface language for a browser's Accept-Language header: the most wanted one we have,
 * English when there is none or the header makes no sense.
 */
export function negotiate(acceptLanguage: string | undefined | null): UiLanguage {
  const wishes = (acceptLanguage ?? '').split(',').map((part, order) => {
    const [tag = '', ...parameters] = part.trim().split(';');
    const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
    return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality), order };
  });
  const ranked = wishes.filter((wish) => wish.tag !== '' && wish.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.order - b.order);
  for (const { tag } of ranked) {
    const base = baseOf(tag);
    if (isUiLanguage(base)) return base;
    if (tag === '*') break;
  }
  return 'en';
}
