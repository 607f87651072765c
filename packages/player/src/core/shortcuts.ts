/** What a key asks of the player. */
export type Command =
  | 'toggle'
  | 'back'
  | 'forward'
  | 'previous-speaker'
  | 'next-speaker'
  | 'slower'
  | 'faster'
  | 'mute'
  | 'full-screen'
  | 'captions'
  | 'next-channel'
  | 'previous-channel'
  | 'second-picture';

/** One row of the table of keys, as the help page shows it. Keys are `KeyboardEvent.key` values. */
export interface Shortcut {
  readonly command: Command;
  readonly keys: readonly string[];
}

/**
 * The keys of the player. They work while the focus is inside it, so that they never take a letter from a screen reader
 * or a search box (WCAG 2.1.4). Time runs left to right in every script, so the arrows don't mirror.
 */
export const SHORTCUTS: readonly Shortcut[] = [
  { command: 'toggle', keys: [' ', 'k'] },
  { command: 'back', keys: ['ArrowLeft', 'j'] },
  { command: 'forward', keys: ['ArrowRight', 'l'] },
  { command: 'previous-speaker', keys: ['p'] },
  { command: 'next-speaker', keys: ['n'] },
  { command: 'captions', keys: ['c'] },
  { command: 'next-channel', keys: ['b'] },
  { command: 'previous-channel', keys: ['B'] },
  { command: 'second-picture', keys: ['s'] },
  { command: 'slower', keys: ['<'] },
  { command: 'faster', keys: ['>'] },
  { command: 'mute', keys: ['m'] },
  { command: 'full-screen', keys: ['f'] },
];

/** The speeds on offer; 1 is as it was spoken. */
export const SPEEDS: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

/** The command of a key press, or `null`; a press with Ctrl, Alt or Meta belongs to the browser. */
export function commandOf(press: { key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean }): Command | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  return SHORTCUTS.find(({ keys }) => keys.includes(press.key))?.command ?? null;
}

/** The next speed up or down from the current one. */
export function nextSpeed(rate: number, direction: 1 | -1): number {
  const faster = SPEEDS.find((speed) => speed > rate + 0.001);
  const slower = SPEEDS.findLast((speed) => speed < rate - 0.001);
  return (direction === 1 ? faster : slower) ?? rate;
}
