import type { PlayerCore } from '../core/player-core.ts';
import { commandOf, nextSpeed, type Command } from '../core/shortcuts.ts';
import { toggleFullScreen } from './full-screen.ts';

/** What the keys act on: the player, as far as they need it. */
export interface KeyedPlayer extends HTMLElement {
  readonly core: Pick<PlayerCore, 'data' | 'state' | 'subscribe' | 'neighbour' | 'speakerStep' | 'otherCaptionWish'>;
  readonly media: HTMLMediaElement;
  toggle(): void;
  seek(ms: number): void;
  choose(wish: string): void;
  showSecondPicture(shown: boolean): void;
  showCaptions(wish: string): void;
}

const STEP_MS = 10_000;

// Where a key already means something: text, choices, and buttons that Space presses.
const TYPING = 'input:not([type="radio"]), textarea, select, [contenteditable]';
const ARROWS_TAKEN = 'input[type="radio"], [role="slider"]';
const SPACE_TAKEN = 'button, a, summary, input';

/** Listens to the player's keys while the focus is inside it, until `signal` aborts. */
export function handleKeys(player: KeyedPlayer, signal: AbortSignal): void {
  player.addEventListener('keydown', (event) => {
    const command = event.defaultPrevented ? null : commandOf(event);
    if (!command || !(event.target instanceof Element) || isTaken(event.key, event.target)) return;
    event.preventDefault();
    run(player, command);
  }, { signal });
}

function isTaken(key: string, target: Element): boolean {
  if (target.matches(TYPING) || target.closest('dialog')) return true;
  // A media element's own controls seek by arrows and play by Space: both mean the same there.
  if (key.startsWith('Arrow')) return target.matches(ARROWS_TAKEN) || (target instanceof HTMLMediaElement && target.controls);
  return key === ' ' && (target.closest(SPACE_TAKEN) !== null || (target instanceof HTMLMediaElement && target.controls));
}

function run(player: KeyedPlayer, command: Command): void {
  const { core, media } = player;
  const step = (ms: number | null): void => { if (ms !== null) player.seek(ms); };
  const speed = (direction: 1 | -1): void => { media.playbackRate = nextSpeed(media.playbackRate, direction); };
  const channel = (direction: 1 | -1): void => {
    const neighbour = core.neighbour(direction);
    if (neighbour) player.choose(neighbour.key);
  };
  const commands: Readonly<Record<Command, () => void>> = {
    toggle: () => player.toggle(),
    back: () => step(core.state.timeMs - STEP_MS),
    forward: () => step(core.state.timeMs + STEP_MS),
    'previous-speaker': () => step(core.speakerStep(-1)),
    'next-speaker': () => step(core.speakerStep(1)),
    captions: () => player.showCaptions(core.otherCaptionWish),
    'next-channel': () => channel(1),
    'previous-channel': () => channel(-1),
    'second-picture': () => player.showSecondPicture(!core.state.second),
    slower: () => speed(-1),
    faster: () => speed(1),
    mute: () => { media.muted = !media.muted; },
    'full-screen': () => void toggleFullScreen(player),
  };
  commands[command]();
}
