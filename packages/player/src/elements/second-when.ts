import type { PlayerState } from '../core/player-core.ts';
import type { PlayerMessages } from '../locales/index.ts';
import type { PlayerElement } from './player-element.ts';

/**
 * Puts the second picture on the screen while it is wanted. One that was remembered waits for the first press of play,
 * so that a page that is only looked at fetches nothing; and where only sound is fetched there is none.
 */
export function showSecondWhenWanted(player: PlayerElement, messages: PlayerMessages, screen: HTMLElement, signal: AbortSignal): void {
  const { core } = player;
  if (!core.data.secondPicture) return;
  let open: AbortController | null = null;
  let asked = false;
  const show = ({ second, phase }: PlayerState): void => {
    const wanted = second && (asked || phase !== 'idle') && player.playback.mode === 'full';
    if (wanted === (open !== null)) return;
    open?.abort();
    open = wanted ? new AbortController() : null;
    const own = open?.signal;
    if (!own) return;
    void import('./second-picture.ts').then(({ addSecondPicture }) => {
      if (!own.aborted) addSecondPicture(player, messages, screen, own);
    }).catch(() => { open = null; }); // without a connection the next change tries again
  };
  show(core.state);
  signal.addEventListener('abort', core.subscribe((now, before) => {
    if (now.second !== before.second) asked = true;
    show(now);
  }), { once: true });
  player.addEventListener('openfloor-picture', () => show(core.state), { signal });
  signal.addEventListener('abort', () => open?.abort(), { once: true });
}
