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

/** Makes an element with attributes and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Readonly<Record<string, string>> = {}, ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A sign of 24 x 24 drawn by one path; the words are the button's. */
export function sign(path: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
