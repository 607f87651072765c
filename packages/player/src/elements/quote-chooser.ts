import type { PlayerElement } from './player-element.ts';

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
/** The last sentence of all has no other behind it that says where it ends. */
const LAST_MS = 5000;

/**
 * Choosing sentences to quote, by pointer (the first, then the last) or by keyboard (arrows; with Shift for several; Space chooses). The bar has
 * `data-quote` with the address of the clip, `[data-quote-said]` that says how many are chosen, by `data-one` and `data-more` (`{n}`), a link
 * `[data-quote-open]` and a button `[data-quote-stop]`.
 */
export class QuoteChooser {
  readonly #part: HTMLElement;
  readonly #bar: HTMLElement;
  readonly #player: PlayerElement;
  #sentences: readonly HTMLElement[] = [];
  #anchor = 0;
  /** A press has begun a stretch; the next one ends it. */
  #begun = false;
  #on = new AbortController();

  constructor(part: HTMLElement, bar: HTMLElement, player: PlayerElement) {
    this.#part = part;
    this.#bar = bar;
    this.#player = player;
  }

  /** Begins with what is marked or said now. */
  start(): void {
    this.#on.abort();
    this.#on = new AbortController();
    const { signal } = this.#on;
    // Of several texts side by side the first one is quoted.
    this.#sentences = [...this.#part.querySelectorAll<HTMLElement>('[data-words] [data-ms]')].filter((one) => one.closest('[data-n="1"], [data-n="2"]') === null);
    if (this.#sentences.length === 0) return;
    this.#part.dataset['choosing'] = '';
    for (const one of this.#sentences) one.setAttribute('role', 'checkbox');
    const marked = this.#sentences.flatMap((one, n) => (getSelection()?.isCollapsed === false && getSelection()?.containsNode(one, true) === true ? [n] : []));
    getSelection()?.removeAllRanges();
    const begin = marked[0] ?? Math.max(0, this.#sentences.findIndex((one) => one.hasAttribute('aria-current')));
    this.#begun = false;
    this.#choose(begin, marked.at(-1) ?? begin);
    this.#part.addEventListener('click', (event) => { this.#pressed(event); }, { signal, capture: true });
    this.#part.addEventListener('keydown', (event) => { this.#key(event); }, { signal, capture: true });
    this.#bar.querySelector('[data-quote-stop]')?.addEventListener('click', () => { this.stop(); }, { signal });
  }

  /** Leaves the sentences as they were. */
  stop(): void {
    this.#on.abort();
    delete this.#part.dataset['choosing'];
    for (const one of this.#sentences) for (const name of ['role', 'aria-checked', 'tabindex']) one.removeAttribute(name);
    this.#toggle(false);
    this.#bar.querySelector<HTMLElement>('[data-quote-start]')?.focus();
  }

  #pressed(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ms]') : null;
    const at = target ? this.#sentences.indexOf(target) : -1;
    if (at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    // The first press begins, the second ends; a third begins anew.
    const ends = event.shiftKey || this.#begun;
    this.#begun = !ends;
    this.#choose(ends ? this.#anchor : at, at);
  }

  #key(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    const here = this.#sentences.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape') this.stop();
    else if (here < 0) return;
    else if (step !== undefined) {
      const to = Math.min(Math.max(here + step, 0), this.#sentences.length - 1);
      this.#choose(event.shiftKey ? this.#anchor : to, to);
    } else if (event.key === ' ') this.#choose(here, here);
    else if (event.key === 'Enter') this.#bar.querySelector<HTMLAnchorElement>('[data-quote-open]')?.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #choose(anchor: number, head: number): void {
    this.#anchor = anchor;
    const [first, last] = [Math.min(anchor, head), Math.max(anchor, head)];
    this.#sentences.forEach((one, n) => {
      one.setAttribute('aria-checked', String(n >= first && n <= last));
      one.tabIndex = n === head ? 0 : -1;
    });
    this.#sentences[head]?.focus({ preventScroll: true });
    this.#sentences[head]?.scrollIntoView({ block: 'nearest' });
    this.#toggle(true);
    const said = this.#bar.querySelector<HTMLElement>('[data-quote-said]');
    const count = last - first + 1;
    if (said) said.textContent = ((count === 1 ? said.dataset['one'] : said.dataset['more']) ?? '').replace('{n}', new Intl.NumberFormat(this.#player.core.data.uiLanguage).format(count));
    const link = this.#bar.querySelector<HTMLAnchorElement>('[data-quote-open]');
    if (link) link.href = this.#address(first, last);
  }

  #address(first: number, last: number): string {
    const ms = (n: number): number => Number(this.#sentences[n]?.dataset['ms'] ?? 0);
    const text = this.#part.querySelector<HTMLElement>('[data-words]')?.dataset['words'] ?? '';
    const later = this.#sentences.slice(last + 1).findIndex((_, n) => ms(last + 1 + n) > ms(last));
    const end = later < 0 ? ms(last) + LAST_MS : ms(last + 1 + later);
    const url = new URL(this.#bar.dataset['quote'] ?? '', location.href);
    url.search = new URLSearchParams({ ch: text.replace(/\.record$/, ''), ...(text.endsWith('.record') && { record: '1' }), from: String(ms(first) / 1000), to: String(end / 1000) }).toString();
    return url.href;
  }

  #toggle(choosing: boolean): void {
    const [start, choice] = [this.#bar.querySelector<HTMLElement>('[data-quote-start]'), this.#bar.querySelector<HTMLElement>('[data-quote-choice]')];
    if (start) start.hidden = choosing;
    if (choice) choice.hidden = !choosing;
  }
}
