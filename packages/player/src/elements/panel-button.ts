import { make } from './make.ts';

const LEAST_ROOM_PX = 160;

/** How a panel over the row of controls is made. */
export interface PanelOptions {
  /** Class of what holds button and panel. */
  readonly place: string;
  /** Makes the panel anew each time it is opened, and is given what closes it. */
  readonly make: (close: () => void) => HTMLElement;
}

/** A button with a panel that it opens and closes; Escape and a press elsewhere close it too. */
export function panelButton(opener: HTMLButtonElement, { place, make: makePanel }: PanelOptions, signal: AbortSignal): HTMLElement {
  opener.setAttribute('aria-expanded', 'false');
  const holder = make('span', { class: `panel-place ${place}` }, opener);
  let panel: HTMLElement | null = null;
  const close = (): void => {
    opener.setAttribute('aria-expanded', 'false');
    panel?.remove();
    panel = null;
  };
  opener.addEventListener('click', () => {
    if (panel) return close();
    opener.setAttribute('aria-expanded', 'true');
    panel = makePanel(close);
    // It opens upwards, and what is above the window can't be reached.
    panel.style.setProperty('--settings-room', `${Math.max(LEAST_ROOM_PX, (opener.closest('.stage-controls') ?? opener).getBoundingClientRect().top - 8)}px`);
    holder.append(panel);
    panel.querySelector<HTMLElement>('input:checked, select, input, button')?.focus();
  });
  holder.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !panel) return;
    event.preventDefault();
    event.stopPropagation();
    close();
    opener.focus();
  }, { signal });
  document.addEventListener('pointerdown', ({ target }) => {
    if (panel && target instanceof Node && !holder.contains(target)) close();
  }, { signal });
  return holder;
}
