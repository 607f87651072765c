import { saveChannel } from './save-channel.ts';
import type { Wanted } from './save-page.ts';
import { bytesHere, findSaved, isWhole, removeSaved, type Saved } from './saved-store.ts';
import { fill, sayFailure, size, wordsOf, type SaveWords } from './words.ts';

/** `<openfloor-save>`: saves one channel of the meeting on this device, and says how far it is. The server writes what is in it. */
export class SaveElement extends HTMLElement {
  #saving: AbortController | null = null;
  #words: SaveWords | null = null;

  connectedCallback(): void {
    // Without HTTPS, or in a private window of some browsers, there is nothing to save in.
    if (this.#words || !('caches' in window) || !('locks' in navigator)) return;
    this.#words = wordsOf<SaveWords>(this);
    this.hidden = false;
    this.#select.addEventListener('change', () => void this.#show());
    this.#part('start').addEventListener('click', () => void this.#save());
    this.#part('cancel').addEventListener('click', () => this.#saving?.abort());
    this.#part('remove').addEventListener('click', () => void this.#remove());
    this.#followPlayer();
    void this.#show();
  }

  get #select(): HTMLSelectElement {
    return this.#part('channel') as HTMLSelectElement;
  }

  get #wanted(): Wanted {
    const option = this.#select.selectedOptions[0];
    return { slug: this.getAttribute('slug') ?? '', channel: this.#select.value, page: option?.dataset['page'] ?? '' };
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-${name}]:not(option)`);
    if (!part) throw new Error(`openfloor-save needs an element with data-${name} inside it.`);
    return part;
  }

  #say(text: string): void {
    this.#part('say').textContent = text;
  }

  /** The channel that is heard is the one that people want to take along. */
  #followPlayer(): void {
    const player = this.closest('openfloor-player');
    const choose = (key: string | undefined): void => {
      if (this.#saving || key === undefined || ![...this.#select.options].some(({ value }) => value === key)) return;
      this.#select.value = key;
      void this.#show();
    };
    player?.addEventListener('openfloor-channel', (event) => choose((event as CustomEvent<{ key?: string }>).detail.key));
    player?.addEventListener('openfloor-ready', () => setTimeout(() => choose(player.querySelector<HTMLInputElement>('input[name="ch"]:checked')?.value)));
  }

  /** Shows how the chosen channel stands. */
  async #show(): Promise<void> {
    const wanted = this.#wanted;
    const saved = await findSaved(wanted.slug, wanted.channel);
    const words = this.#words;
    if (!words || this.#saving || wanted.channel !== this.#select.value) return;
    const whole = saved !== null && isWhole(saved) && !saved.replaced;
    this.#say(whole ? words.done : '');
    this.#part('size').textContent = this.#select.selectedOptions[0]?.dataset['size'] ?? '';
    this.#part('start').textContent = saved && !whole && !saved.replaced ? words.resume : words.start;
    this.#part('start').hidden = this.#part('size').hidden = whole;
    this.#part('remove').hidden = saved === null;
    this.#part('open').hidden = !whole || location.pathname + location.search === wanted.page;
    (this.#part('open') as HTMLAnchorElement).href = wanted.page;
    const light = this.parentElement?.querySelector<HTMLAnchorElement>('[data-light]');
    if (light) light.href = wanted.page;
    if (saved && !whole) this.#progress(saved);
    else this.#part('progress').hidden = true;
  }

  #progress(saved: Saved): void {
    const bar = this.#part('progress') as HTMLProgressElement;
    bar.hidden = false;
    bar.value = saved.bytes === 0 ? 0 : bytesHere(saved) / saved.bytes;
    this.#part('size').textContent = fill(this.#words?.progress ?? '', { here: size(bytesHere(saved)), size: size(saved.bytes) });
  }

  async #save(): Promise<void> {
    const words = this.#words;
    if (this.#saving || !words) return;
    this.#saving = new AbortController();
    this.#busy(true);
    this.#say(words.saving);
    let end = '';
    try {
      await saveChannel(this.#wanted, {
        progress: (saved) => { this.#progress(saved); this.#say(words.saving); },
        waiting: () => { this.#say(words.waiting); },
      }, this.#saving.signal);
    } catch (error) {
      end = this.#saving.signal.aborted ? words.stopped : sayFailure(error, words);
    }
    this.#saving = null;
    this.#busy(false);
    await this.#show();
    if (end !== '') this.#say(end);
  }

  #busy(busy: boolean): void {
    const stood = document.activeElement;
    this.#select.disabled = busy;
    this.#part('cancel').hidden = !busy;
    this.#part('start').hidden = busy;
    if (busy) this.#part('remove').hidden = true;
    // The button that had the focus is gone: the one in its place takes it.
    if (stood === this.#part('start') || stood === this.#part('cancel')) this.#part(busy ? 'cancel' : 'start').focus();
  }

  async #remove(): Promise<void> {
    const { slug, channel } = this.#wanted;
    const saved = await findSaved(slug, channel);
    if (saved) await removeSaved(saved);
    await this.#show();
    this.#say(this.#words?.gone ?? '');
    this.#part('start').focus();
  }
}
