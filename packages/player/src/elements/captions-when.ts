import type { PlayerCaptions } from '../core/player-data.ts';
import { OWN_TRACK, type Engine } from '../engine/engine.ts';
import type { PlayerElement } from './player-element.ts';

/**
 * Puts captions on the screen while they are wanted, from the first press of play on: a page that is only looked at fetches
 * nothing. Where the browser plays HLS by itself it shows them by itself too, on other screens and on the phone's full screen.
 */
export function showCaptionsWhenWanted(player: PlayerElement, screen: HTMLElement, signal: AbortSignal): void {
  const { core, media } = player;
  if (!core.data.captions?.length) return;
  let open: AbortController | null = null;
  let shown: PlayerCaptions | null = null;
  let by: Engine | null = null;
  const show = (anew = false): void => {
    const { captions, phase } = core.state;
    const wanted = phase === 'idle' || phase === 'failed' ? null : captions;
    const { engine } = player.playback;
    if (wanted === shown && engine === by && !anew) return;
    [shown, by] = [wanted, engine];
    open?.abort();
    open = null;
    if (engine?.showCaptions(wanted, core.data.captions ?? []) === true || !wanted) return;
    open = new AbortController();
    const own = open.signal;
    void import('./caption-screen.ts').then(({ showCaptions }) => {
      if (!own.aborted) showCaptions(player, wanted, screen, own);
    }).catch(() => { shown = null; }); // without a connection the next change tries again
  };
  show();
  signal.addEventListener('abort', core.subscribe(() => show()), { once: true });
  media.textTracks.addEventListener('addtrack', ({ track }) => { if (track?.label !== OWN_TRACK) show(true); }, { signal });
  signal.addEventListener('abort', () => open?.abort(), { once: true });
}
