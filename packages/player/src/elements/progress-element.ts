import { listen, type Progress } from '../engine/live-updates.ts';
import { loadMessages, sayLeft, type PlayerMessages } from '../locales/index.ts';
import { refreshPage } from './refresh.ts';

/**
 * `<openfloor-progress events="..." lang="...">`: keeps the server's `<progress>` and `[data-left]` up to date while a
 * recording is prepared, and brings the page up to date when it can be watched.
 */
export class ProgressElement extends HTMLElement {
  #close: (() => void) | null = null;

  connectedCallback(): void {
    const events = this.getAttribute('events');
    if (events === null || this.#close) return;
    const language = this.closest('[lang]')?.getAttribute('lang') ?? 'en';
    const messages = loadMessages(language);
    this.#close = listen(events, {
      progress: (progress) => void messages.then((words) => this.#show(progress, words, language)),
      state: (state) => { if (state !== 'processing') void refreshPage(() => this.isConnected); },
    });
  }

  disconnectedCallback(): void {
    this.#close?.();
    this.#close = null;
  }

  #show({ percent, secondsLeft }: Progress, messages: PlayerMessages, language: string): void {
    const bar = this.querySelector('progress');
    if (bar) bar.value = percent;
    const left = this.querySelector('[data-left]');
    if (left) left.textContent = secondsLeft === null ? '' : sayLeft(secondsLeft, messages, language);
  }
}
