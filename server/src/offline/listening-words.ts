import type { UiLanguage } from '#platform/i18n/index.ts';
import { offlineWords } from './locales/index.ts';

/** The words of the page that has sound and text alone. */
export const listeningWords = (language: UiLanguage) => offlineWords(language).listening;

/** What the box for saving is called. */
export const offlineTitle = (language: UiLanguage): string => offlineWords(language).save.title;
