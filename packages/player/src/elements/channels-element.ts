import type { PlayerState } from '../core/player-core.ts';
import { loadHls } from '../engine/hls-engine.ts';
import { fill, type PlayerMessages } from '../locales/index.ts';
import { make, PlayerPart } from './base.ts';
import type { PlayerElement } from './player-element.ts';

/** `<openfloor-channels>`: the language bar. Enhances a group of radio buttons named `ch` whose values are channel keys. */
export class ChannelsElement extends PlayerPart {
  protected attach(player: PlayerElement, messages: PlayerMessages, signal: AbortSignal): void {
    const news = make('p', { class: 'visually-hidden', role: 'status' });
    this.append(news);
    const show = ({ channel }: PlayerState): void => {
      for (const radio of this.#radios()) radio.checked = radio.value === channel?.key;
      this.#reveal();
    };
    show(player.core.state);
    signal.addEventListener('abort', player.core.subscribe((now, before) => {
      if (now.channel === before.channel) return;
      show(now);
      news.textContent = fill(messages.nowHearing, { channel: now.channel?.name ?? '' });
    }), { once: true });
    this.addEventListener('change', (event) => {
      if (event.target instanceof HTMLInputElement && event.target.name === 'ch') player.choose(event.target.value);
    }, { signal });
    // Whoever reaches for a language is about to listen.
    this.addEventListener('pointerover', () => void loadHls().catch(() => undefined), { once: true, signal });
  }

  #radios(): readonly HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[name="ch"]')];
  }

  /** Brings the chosen pill into the bar's view without moving the page. */
  #reveal(): void {
    const bar = this.querySelector<HTMLElement>('[data-bar]');
    const pill = this.#radios().find((radio) => radio.checked)?.closest<HTMLElement>('label');
    if (!bar || !pill) return;
    const [outer, inner] = [bar.getBoundingClientRect(), pill.getBoundingClientRect()];
    if (inner.left >= outer.left && inner.right <= outer.right) return;
    bar.scrollBy({ left: inner.left + inner.width / 2 - (outer.left + outer.width / 2) });
  }
}
