import type { PlayerMessages } from '../locales/index.ts';
import type { PlayerElement } from './player-element.ts';

/** A part of the player on the page; it waits for its `<openfloor-player>` and lives as long as it is in the document. */
export abstract class PlayerPart extends HTMLElement {
  #stop: AbortController | null = null;

  /** Enhances the HTML that is there. `signal` aborts when the element leaves the page. */
  protected abstract attach(player: PlayerElement, messages: PlayerMessages, signal: AbortSignal): void;

  connectedCallback(): void {
    const player = this.closest<PlayerElement>('openfloor-player');
    if (!player || this.#stop) return;
    const stop = new AbortController();
    this.#stop = stop;
    void player.ready.then((messages) => {
      if (messages && !stop.signal.aborted) this.attach(player, messages, stop.signal);
    });
  }

  disconnectedCallback(): void {
    this.#stop?.abort();
    this.#stop = null;
  }
}
