import type { PlayerState } from '../core/player-core.ts';
import { fill, type PlayerMessages } from '../locales/index.ts';
import { loadHls } from '../engine/hls-engine.ts';
import { PlayerPart } from './base.ts';
import { make } from './make.ts';
import type { PlayerElement } from './player-element.ts';

// What is decoded beforehand lasts a few seconds; it is looked at again before that is over.
const EXPECT_AGAIN_MS = 1000;

/** `<openfloor-channels>`: the language bar. Enhances a group of radio buttons named `ch` whose values are channel keys. */
export class ChannelsElement extends PlayerPart {
  protected attach(player: PlayerElement, messages: PlayerMessages, signal: AbortSignal): void {
    const news = make('p', { class: 'visually-hidden', role: 'status' });
    this.append(news);
    const show = ({ channel }: PlayerState): void => {
      for (const radio of this.#radios()) radio.checked = radio.value === channel?.key;
      this.#reveal();
    };
    const view = this.querySelector<HTMLInputElement>('input[data-second-picture]');
    if (view) view.checked = player.core.state.second;
    // Where no picture is fetched there is none of these either.
    if (view) player.addEventListener('openfloor-picture', () => { view.disabled = player.playback.mode !== 'full'; }, { signal });
    show(player.core.state);
    signal.addEventListener('abort', player.core.subscribe((now, before) => {
      if (view) view.checked = now.second;
      if (now.channel === before.channel) return;
      show(now);
      news.textContent = fill(messages.nowHearing, { channel: now.channel?.name ?? '' });
    }), { once: true });
    this.addEventListener('change', (event) => {
      if (event.target instanceof HTMLInputElement && event.target.name === 'ch') player.choose(event.target.value);
      if (view && event.target === view) player.showSecondPicture(view.checked);
    }, { signal });
    this.#expectWhatIsPointedAt(player, signal);
    for (const type of ['pointerenter', 'focusin']) this.addEventListener(type, () => { void loadHls().catch(() => undefined); player.playback.expectAny(); }, { signal });
  }

  /** Whoever points at a language or brings the focus to it may choose it: it is fetched until hand or focus move on. */
  #expectWhatIsPointedAt(player: PlayerElement, signal: AbortSignal): void {
    let timer: ReturnType<typeof setInterval> | undefined;
    const leave = (): void => clearInterval(timer);
    const point = ({ target }: Event): void => {
      const radio = target instanceof Element ? target.closest('label')?.querySelector('input') : null;
      if (!radio) return;
      leave();
      // With the focus on the chosen one, an arrow key takes the next or the one before.
      const likely = radio.checked ? [player.core.neighbour(1)?.key, player.core.neighbour(-1)?.key] : [radio.value];
      const expect = (): void => { for (const key of likely) if (key !== undefined) player.expect(key); };
      expect();
      timer = setInterval(expect, EXPECT_AGAIN_MS);
    };
    for (const type of ['pointerover', 'pointerdown', 'focusin']) this.addEventListener(type, point, { signal });
    for (const type of ['pointerleave', 'focusout']) this.addEventListener(type, leave, { signal });
    signal.addEventListener('abort', leave, { once: true });
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
