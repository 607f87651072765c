import type { PlayerState } from '../core/player-core.ts';
import { PlayerPart } from './base.ts';
import type { PlayerElement } from './player-element.ts';
import { revealIn } from './reveal.ts';

/**
 * `<openfloor-words>`: what is said in the chosen channel. Enhances `[data-ms]` sentences, which it follows and seeks by. With
 * `data-source` it fetches the words of another channel from the page `{data-source}{key}`, if that is one of `data-channels`
 * (their keys, spaces between), and shows `data-none` where there are none.
 */
export class WordsElement extends PlayerPart {
  #sentences: readonly { readonly startMs: number; readonly element: HTMLElement }[] = [];
  #current: HTMLElement | null = null;
  #asked: AbortController | null = null;

  protected attach(player: PlayerElement, _messages: unknown, signal: AbortSignal): void {
    this.#read();
    this.#change(player.core.state);
    signal.addEventListener('abort', player.core.subscribe((now, before) => {
      if (now.channel !== before.channel) this.#change(now);
      else if (now.timeMs !== before.timeMs) this.#follow(now);
    }), { once: true });
    this.addEventListener('click', (event) => {
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ms], a[data-start-ms]') : null;
      // Whoever marks words to copy them doesn't want to be taken anywhere.
      if (!target || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      player.playFrom(Number(target.dataset['ms'] ?? target.dataset['startMs']));
    }, { signal });
  }

  /** Shows the words of the channel that is heard now. */
  #change(state: PlayerState): void {
    const { source } = this.dataset;
    const place = this.querySelector<HTMLElement>('[data-scroll]');
    const key = state.channel?.key;
    if (place === null || source === undefined || key === undefined || this.querySelector('[data-words]')?.getAttribute('data-words') === key) return this.#follow(state);
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    const has = this.dataset['channels']?.split(' ').includes(key) ?? true;
    void (has ? this.#fetch(source + encodeURIComponent(key), asked.signal) : Promise.resolve(null)).then((found) => {
      if (asked.signal.aborted) return;
      place.replaceChildren(found ?? this.#nothing(key));
      place.scrollTop = 0;
      this.#read();
      this.#follow(state);
    }, () => undefined);
  }

  async #fetch(address: string, signal: AbortSignal): Promise<Element | null> {
    const answer = await fetch(address, { signal });
    if (!answer.ok) return null;
    return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-words]');
  }

  #nothing(key: string): HTMLElement {
    const element = document.createElement('p');
    element.className = 'quiet spoken-none';
    element.dataset['words'] = key;
    element.textContent = this.dataset['none'] ?? '';
    return element;
  }

  #read(): void {
    this.#current = null;
    this.#sentences = [...this.querySelectorAll<HTMLElement>('[data-ms]')].map((element) => ({ startMs: Number(element.dataset['ms']), element }));
  }

  #follow({ timeMs, phase }: PlayerState): void {
    const element = this.#sentences.findLast(({ startMs }) => startMs <= timeMs)?.element ?? null;
    if (element === this.#current) return;
    this.#current?.removeAttribute('aria-current');
    element?.setAttribute('aria-current', 'true');
    this.#current = element;
    if (element && phase !== 'idle') revealIn(this, element);
  }
}
