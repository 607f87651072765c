import type { UiLanguage } from '#platform/i18n/index.ts';
import ar from './ar.ts';
import en from './en.ts';
import es from './es.ts';
import fr from './fr.ts';
import type { FollowMessages } from './messages.ts';
import ru from './ru.ts';
import zh from './zh.ts';

const LOCALES: Readonly<Record<UiLanguage, FollowMessages>> = { ar, zh, en, fr, ru, es };

/** The words of following a search in one language. */
export const followWords = (language: UiLanguage): FollowMessages => LOCALES[language];
