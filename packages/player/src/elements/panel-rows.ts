import { make } from './make.ts';

/** One choice of a list: its value and its words. */
export type Choice = readonly [value: string, label: string];

/** A row of a panel: a list to choose from. */
export function select(label: string, choices: readonly Choice[], chosen: string, act: (value: string) => void, dir = ''): HTMLElement {
  const box = make('select', dir ? { dir } : {}, ...choices.map(([value, text]) => make('option', { value }, text)));
  box.value = chosen;
  box.addEventListener('change', () => { act(box.value); });
  return make('label', {}, make('span', {}, label), box);
}

/** A row of a panel: yes or no. */
export function checkbox(label: string, on: boolean, act: (on: boolean) => void): HTMLElement {
  const box = make('input', { type: 'checkbox' });
  box.checked = on;
  box.addEventListener('change', () => { act(box.checked); });
  return make('label', {}, make('span', {}, label), box);
}

/** A row of a panel: something to do. */
export function press(label: string, act: () => void): HTMLElement {
  const button = make('button', { type: 'button' }, label);
  button.addEventListener('click', act);
  return button;
}
