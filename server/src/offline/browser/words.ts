import type { OfflineMessages } from '../locales/messages.ts';
import { sizeIn } from '../size.domain.ts';
import { SaveFailure } from './save-failure.ts';

export type SaveWords = OfflineMessages['save'];

/** The words that the server wrote into an element. */
export function wordsOf<T>(element: Element): T {
  return JSON.parse(element.querySelector('script[type="application/json"]')?.textContent ?? '{}') as T;
}

/** Fills `{name}` in a message. */
export const fill = (message: string, values: Readonly<Record<string, string>>): string =>
  message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** A size in the language of the page. */
export const size = (bytes: number): string => sizeIn(bytes, document.documentElement.lang);

/** What went wrong, in a sentence that says what to do. */
export function sayFailure(error: unknown, words: SaveWords): string {
  if (!(error instanceof SaveFailure)) return words.failed;
  if (error.reason === 'full') return fill(words.full, { size: size(error.room?.needs ?? 0), free: size(error.room?.free ?? 0) });
  return words[error.reason];
}
