import { make, sign } from './make.ts';

/** A round button that shows a sign and says its label; pages know it as the part `button` and by its own name. */
export function button(part: string, label: string, path: string, act: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button', class: 'step', part: `button ${part}`, 'aria-label': label, title: label }, sign(path));
  made.addEventListener('click', act);
  return made;
}

/** Gives a button another label and sign. */
export function relabel(made: HTMLElement, label: string, path: string): void {
  if (made.title === label) return;
  made.title = label;
  made.setAttribute('aria-label', label);
  made.querySelector('path')?.setAttribute('d', path);
}
