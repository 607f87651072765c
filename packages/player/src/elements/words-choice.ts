/** More than three columns can't be read on any screen. */
const MOST_BESIDE = 2;

/** What a reader wants beside the channel that is heard, by the boxes of the form. */
export class WordsChoice {
  readonly #boxes: readonly HTMLInputElement[];

  constructor(part: HTMLElement) {
    this.#boxes = [...part.querySelectorAll<HTMLInputElement>('input[name="with"]')];
  }

  /** The texts beside that of a channel, by their names in addresses. */
  beside(key: string): readonly string[] {
    return this.#boxes.filter(({ checked, value }) => checked && value !== key).map(({ value }) => value);
  }

  /** Sets a text beside the channel, in place of the last one where there is no room. */
  add(ref: string, key: string): void {
    const last = this.#boxes.findLast(({ checked, value }) => checked && value !== key);
    if (last && this.beside(key).length >= MOST_BESIDE) last.checked = false;
    for (const box of this.#boxes) if (box.value === ref) box.checked = true;
  }

  /** The channel has changed: what was heard before stands beside what is heard now, if that stood beside it. */
  swap(before: string | undefined, key: string): void {
    const now = this.#boxes.find(({ value }) => value === key);
    const last = this.#boxes.find(({ value }) => value === before);
    if (!now?.checked || !last) return;
    now.checked = false;
    last.checked = true;
  }

  /** Offers what can be chosen now: not the channel itself, and nothing more when two are there. */
  offer(key: string): void {
    const full = this.beside(key).length >= MOST_BESIDE;
    for (const box of this.#boxes) {
      const own = box.value === key;
      const label = box.closest('label');
      if (label) label.hidden = own;
      box.disabled = own || (full && !box.checked);
    }
  }
}

/** Closes a list that lies over other things when somebody presses Escape in it or presses elsewhere. */
export function closeOnLeave(list: HTMLDetailsElement, signal: AbortSignal): void {
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !list.open) return;
    event.preventDefault();
    list.open = false;
    list.querySelector('summary')?.focus();
  }, { signal });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!list.open || !(target instanceof Node) || list.contains(target)) return;
    // Where it stands in the row of things, closing it would move away what is pressed.
    const { lastElementChild: content } = list;
    if (content && getComputedStyle(content).position === 'absolute') list.open = false;
  }, { signal });
}
