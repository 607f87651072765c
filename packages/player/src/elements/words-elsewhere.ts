import { make } from './make.ts';

const WAIT_MS = 700;

/** Tells in which other texts of the meeting the words stand, and how often; a press shows that text beside the others. */
export class WordsElsewhere {
  readonly #list: HTMLElement;
  readonly #address: string;
  readonly #show: (ref: string) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: AbortController | null = null;

  /** @param address of the page that looks in every text. */
  constructor(list: HTMLElement, address: string, show: (ref: string) => void) {
    [this.#list, this.#address, this.#show] = [list, address, show];
  }

  /** Asks for words, in other texts than those that are shown; none where nothing is looked for. */
  ask(find: string, shown: readonly string[], label: string): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    this.#list.replaceChildren();
    if (find === '') return;
    const page = `${this.#address}?find=${encodeURIComponent(find)}`;
    const asked = new AbortController();
    this.#asked = asked;
    // Not at every letter: it is looked for in all that was said.
    this.#timer = setTimeout(() => {
      void fetch(page, { signal: asked.signal }).then((answer) => answer.text()).then((html) => {
        const texts = new DOMParser().parseFromString(html, 'text/html').querySelectorAll<HTMLElement>('[data-text]');
        const items = [...texts].flatMap((text) => this.#item(text, shown));
        this.#list.replaceChildren(...items, make('li', {}, make('a', { href: page }, label)));
      }, () => undefined);
    }, WAIT_MS);
  }

  #item(text: HTMLElement, shown: readonly string[]): HTMLElement[] {
    const { text: ref = '', count = '0' } = text.dataset;
    const name = text.querySelector('.text-name');
    const what = text.querySelector('h3 .quiet')?.textContent ?? count;
    if (count === '0' || shown.includes(ref) || name === null) return [];
    const press = make('button', { type: 'button' }, document.importNode(name, true), ' ', make('span', { class: 'quiet' }, what));
    press.addEventListener('click', () => this.#show(ref));
    return [make('li', {}, press)];
  }
}
