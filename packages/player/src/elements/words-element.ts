import type { PlayerState } from '../core/player-core.ts';
import { PlayerPart } from './base.ts';
import type { PlayerElement } from './player-element.ts';
import type { QuoteChooser } from './quote-chooser.ts';
import { bringIntoView } from './reveal.ts';
import { keepWish, writeWish } from './words-address.ts';
import { closeOnLeave, WordsChoice } from './words-choice.ts';
import { WordsFollower } from './words-follower.ts';
import type { WordsFinder } from './words-finder.ts';

/**
 * `<openfloor-words>`: what is said in the chosen channel, and beside it in others. Enhances `[data-ms]` sentences, which it follows
 * and seeks by. With `data-source` it fetches the words of another channel from the page `{data-source}{key}`, if that is one of
 * `data-channels` (their keys, spaces between), else the record where it is one of `data-records`, and shows `data-none` where there are none. A form `[data-tools]` in it looks for
 * words (`find`) and chooses what stands beside (`with`).
 */
export class WordsElement extends PlayerPart {
  readonly #follower = new WordsFollower(this);
  #choice = new WordsChoice(this);
  #finder: WordsFinder | null = null;
  #doubts = false;
  #asked: AbortController | null = null;
  #chooser: QuoteChooser | null = null;
  /** What is shown, as an address. */
  #shown = '';

  protected attach(player: PlayerElement, _messages: unknown, signal: AbortSignal): void {
    const { core } = player;
    this.#choice = new WordsChoice(this);
    this.#doubts = new URL(location.href).searchParams.get('doubt') === '1';
    const words = this.querySelector<HTMLElement>('[data-words]')?.dataset['words'];
    this.#shown = words === undefined ? '' : this.#address(words);
    this.#follower.read();
    this.#change(core.state);
    signal.addEventListener('abort', core.subscribe((now, before) => {
      if (now.channel !== before.channel) {
        this.#choice.swap(before.channel?.key, now.channel?.key ?? '');
        this.#change(now);
      } else if (now.timeMs !== before.timeMs) this.#follower.follow(now);
    }), { once: true });
    this.addEventListener('click', (event) => this.#clicked(event, player), { signal });
    this.#enhance(player, signal);
    this.#offerQuotes(player, signal);
  }

  /** Sentences can be chosen and quoted, from the first press of the button on. */
  #offerQuotes(player: PlayerElement, signal: AbortSignal): void {
    const bar = this.querySelector<HTMLElement>('[data-quote]');
    const button = bar?.querySelector<HTMLButtonElement>('[data-quote-start]');
    if (!bar || !button) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      void import('./quote-chooser.ts').then(({ QuoteChooser }) => {
        if (signal.aborted) return;
        this.#chooser ??= new QuoteChooser(this, bar, player);
        this.#chooser.start();
      });
    }, { signal });
  }

  #enhance(player: PlayerElement, signal: AbortSignal): void {
    const form = this.querySelector<HTMLFormElement>('form[data-tools]');
    const field = form?.querySelector<HTMLInputElement>('input[name="find"]');
    const place = this.querySelector<HTMLElement>('[data-scroll]');
    const status = form?.querySelector<HTMLElement>('[data-found]');
    const others = form?.querySelector<HTMLElement>('[data-elsewhere]');
    if (!form || !field || !place || !status || !others) return;
    form.querySelector<HTMLElement>('[data-go]')?.setAttribute('hidden', '');
    const list = form.querySelector('details');
    if (list) closeOnLeave(list, signal);
    form.addEventListener('submit', (event) => { event.preventDefault(); }, { signal });
    form.addEventListener('change', (event) => { if (event.target !== field) this.#change(player.core.state); }, { signal });
    const begin = (): void => {
      // Who never looks for anything needs none of it.
      void import('./words-finder.ts').then(({ WordsFinder }) => {
        if (signal.aborted) return;
        this.#finder ??= new WordsFinder({
          part: this, field, place, status, others, everywhere: this.dataset['source']?.replace(/\/$/, '') ?? '',
          beside: (ref) => {
            this.#choice.add(ref, player.core.state.channel?.key ?? '');
            this.#change(player.core.state);
          },
          show: (mark) => { bringIntoView(this, mark); },
          seek: (ms) => { player.seek(ms); }, strip: player.querySelector<SVGElement>('[data-hits]'), durationMs: player.core.data.durationMs, now: () => player.core.state.timeMs, keep: () => { this.#keep(player.core.state); },
        }, signal);
      });
    };
    if (field.value === '') field.addEventListener('focus', begin, { once: true, signal });
    else begin();
  }

  #clicked(event: MouseEvent, player: PlayerElement): void {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ms], a[data-start-ms], a[data-doubt]') : null;
    // Whoever marks words to copy them doesn't want to be taken anywhere.
    if (!target || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    const { doubt, ms, startMs } = target.dataset;
    if (doubt === undefined) return player.playFrom(Number(ms ?? startMs));
    this.#doubts = doubt === '1';
    this.#change(player.core.state);
  }

  /** Shows the words of the channel that is heard now, and what is wanted beside them. */
  #change(state: PlayerState): void {
    const place = this.querySelector<HTMLElement>('[data-scroll]');
    const key = state.channel?.key;
    if (place === null || key === undefined || this.dataset['source'] === undefined) return this.#follower.follow(state);
    this.#choice.offer(key);
    const address = this.#address(key);
    if (address === this.#shown) return this.#follower.follow(state);
    this.#link(address);
    const sameChannel = place.querySelector<HTMLElement>('[data-words]')?.dataset['words'] === key;
    this.#shown = address;
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    void this.#fetch(address, key, asked.signal).then((found) => {
      if (asked.signal.aborted) return;
      this.#chooser?.stop();
      place.replaceChildren(found);
      if (!sameChannel) place.scrollTop = 0;
      this.#follower.read();
      this.#follower.follow(state);
      if (this.#finder) this.#finder.find();
      else this.#keep(state);
    }, () => undefined);
  }

  /** The way to the page of what is shown here. */
  #link(address: string): void {
    const link = this.parentElement?.querySelector<HTMLAnchorElement>('a[data-words-page]');
    if (!link) return;
    link.hidden = address === '';
    if (address !== '') link.href = address;
  }

  /** Where the words of a channel come from, with what is wanted beside them; empty where none of that has any. */
  #address(key: string): string {
    const { source = '', channels, records = '' } = this.dataset;
    const record = records.split(' ').includes(key) ? [`${key}.record`] : [];
    const [own, ...beside] = new Set([...(channels?.split(' ').includes(key) ?? true ? [key] : record), ...this.#choice.beside(key)]);
    return own === undefined ? '' : writeWish(new URL(source + encodeURIComponent(own), location.href), { beside, doubts: this.#doubts, find: '' }).href;
  }

  async #fetch(address: string, key: string, signal: AbortSignal): Promise<Element> {
    const answer = address === '' ? null : await fetch(address, { signal });
    const found = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector<HTMLElement>('[data-words]') : null;
    if (found?.dataset['words'] === key) return found;
    const own = found ?? document.createElement('div');
    own.dataset['words'] = key;
    own.prepend(Object.assign(document.createElement('p'), { className: 'quiet spoken-none', textContent: this.dataset['none'] ?? '' }));
    return own;
  }

  #keep(state: PlayerState): void {
    const find = this.querySelector<HTMLInputElement>('input[name="find"]')?.value ?? '';
    const key = state.channel?.key ?? '';
    if (this.querySelector('form[data-tools]')) keepWish(key, { beside: this.#choice.beside(key), doubts: this.#doubts, find });
  }
}
