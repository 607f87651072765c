import type { PlayerState } from '../core/player-core.ts';
import { revealIn } from './reveal.ts';

interface Sentence { readonly startMs: number; readonly element: HTMLElement }

/** Marks the sentence that is said now in each of the texts, and keeps that of the first in view. */
export class WordsFollower {
  readonly #part: HTMLElement;
  #columns: readonly (readonly Sentence[])[] = [];
  #current: readonly (HTMLElement | null)[] = [];

  constructor(part: HTMLElement) {
    this.#part = part;
  }

  /** Reads which sentences there are now. */
  read(): void {
    const columns: (Sentence[] | undefined)[] = [];
    for (const element of this.#part.querySelectorAll<HTMLElement>('[data-ms]')) {
      const n = Number(element.parentElement?.dataset['n'] ?? 0);
      (columns[n] ??= []).push({ startMs: Number(element.dataset['ms']), element });
    }
    // Where a text has no sentence, its column stays empty.
    this.#columns = Array.from(columns, (column) => column ?? []);
    this.#current = [];
  }

  /** Marks what is said now. */
  follow({ timeMs, phase }: PlayerState): void {
    const now = this.#columns.map((sentences) => sentences.findLast(({ startMs }) => startMs <= timeMs)?.element ?? null);
    if (now.every((element, n) => element === (this.#current[n] ?? null))) return;
    this.#current.forEach((element) => element?.removeAttribute('aria-current'));
    now.forEach((element) => element?.setAttribute('aria-current', 'true'));
    const [first, before] = [now[0], this.#current[0]];
    this.#current = now;
    if (first && first !== before && phase !== 'idle') revealIn(this.#part, first);
  }
}
