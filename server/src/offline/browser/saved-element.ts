import type { OfflineMessages } from '../locales/messages.ts';
import { checkSaved } from './check-saved.ts';
import { bytesHere, isWhole, listSaved, removeSaved, takeNotices, type Saved, type Spoken } from './saved-store.ts';
import { saveChannel } from './save-channel.ts';
import { fill, sayFailure, size, wordsOf } from './words.ts';

type Words = OfflineMessages['saved'] & OfflineMessages['save'];

/** `<openfloor-saved>`: what is saved on this device, with ways to hear it, go on with it and remove it. */
export class SavedElement extends HTMLElement {
  #words: Words | null = null;
  readonly #saving = new Map<string, AbortController>();

  connectedCallback(): void {
    if (this.#words || !('caches' in window)) return;
    this.#words = wordsOf<Words>(this);
    void this.#begin();
  }

  async #begin(): Promise<void> {
    await this.#show();
    // The server may have withdrawn one of them; whoever is offline learns it when the line is back.
    await this.#check();
    window.addEventListener('online', () => void this.#check());
  }

  async #check(): Promise<void> {
    if (navigator.onLine) for (const saved of await listSaved()) await checkSaved(saved);
    await this.#show();
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-${name}]`);
    if (!part) throw new Error(`openfloor-saved needs an element with data-${name} inside it.`);
    return part;
  }

  async #show(): Promise<void> {
    const words = this.#words;
    if (!words || this.#saving.size > 0) return;
    const saved = await listSaved();
    this.#part('list').replaceChildren(...saved.map((one) => this.#row(one, words)));
    this.#part('none').hidden = saved.length > 0;
    this.#part('total').textContent = saved.length > 1 ? fill(words.total, { size: size(saved.reduce((sum, one) => sum + bytesHere(one), 0)) }) : '';
    for (const { title } of await takeNotices()) this.#part('notices').append(make('li', { text: fill(words.removed, { title: title.text }) }));
  }

  #row(saved: Saved, words: Words): HTMLElement {
    const whole = isWhole(saved);
    const title = make('span', { spoken: saved.title });
    const head = whole ? make('a', { href: saved.page }, title) : title;
    const facts = make('p', { className: 'quiet' }, make('bdi', { spoken: saved.channelName }), ' · ', whole ? size(saved.bytes) : fill(words.partly, { here: size(bytesHere(saved)), size: size(saved.bytes) }));
    const status = make('p', { text: saved.replaced ? words.replaced : '' });
    status.setAttribute('role', 'status');
    const remove = this.#button(words.remove, fill(words.removeThis, { title: saved.title.text }), async () => {
      this.#saving.get(saved.page)?.abort();
      await removeSaved(saved);
      await this.#show();
      // The button that had the focus is gone: the nearest thing that is left takes it.
      this.querySelector<HTMLElement>('[data-list] button, [data-none]:not([hidden]) a')?.focus();
    });
    const actions = make('p', { className: 'save-links' }, remove);
    if (!whole || saved.replaced) actions.prepend(this.#button(words.resume, `${words.resume}: ${saved.title.text}`, () => this.#resume(saved, status, facts, words)));
    return make('li', {}, make('h2', {}, head), facts, status, actions);
  }

  async #resume(saved: Saved, status: HTMLElement, facts: HTMLElement, words: Words): Promise<void> {
    if (this.#saving.has(saved.page)) return;
    const stop = new AbortController();
    this.#saving.set(saved.page, stop);
    status.textContent = words.saving;
    let end = '';
    try {
      await saveChannel(saved, {
        progress: (now) => { facts.textContent = fill(words.partly, { here: size(bytesHere(now)), size: size(now.bytes) }); status.textContent = words.saving; },
        waiting: () => { status.textContent = words.waiting; },
      }, stop.signal);
    } catch (error) {
      end = stop.signal.aborted ? words.stopped : sayFailure(error, words);
    }
    this.#saving.delete(saved.page);
    if (end === '') await this.#show();
    else status.textContent = end;
  }

  #button(text: string, name: string, act: () => Promise<void>): HTMLElement {
    const button = make('button', { className: 'link', text });
    button.setAttribute('type', 'button');
    button.setAttribute('aria-label', name);
    button.addEventListener('click', () => void act());
    return button;
  }
}

interface Looks {
  readonly text?: string;
  readonly spoken?: Spoken;
  readonly className?: string;
  readonly href?: string;
}

function make(name: string, { text, spoken, className, href }: Looks, ...children: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  if (spoken !== undefined) Object.assign(element, { textContent: spoken.text, lang: spoken.lang, dir: spoken.dir });
  if (className !== undefined) element.className = className;
  if (href !== undefined) element.setAttribute('href', href);
  element.append(...children);
  return element;
}
