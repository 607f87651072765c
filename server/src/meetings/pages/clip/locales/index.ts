import type { UiLanguage } from '#platform/i18n/index.ts';
import ar from './ar.ts';
import en from './en.ts';
import es from './es.ts';
import fr from './fr.ts';
import type { ClipMessages } from './messages.ts';
import ru from './ru.ts';
import zh from './zh.ts';

const LOCALES: Readonly<Record<UiLanguage, ClipMessages>> = { ar, zh, en, fr, ru, es };

/** Those words in one language. */
export const clipWords = (language: UiLanguage): ClipMessages => LOCALES[language];
