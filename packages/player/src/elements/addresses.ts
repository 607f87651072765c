import { formatTime } from '../core/time-address.ts';
import type { PlayerState } from '../core/player-core.ts';

/** The address of this page at a moment and in a channel. */
export function momentAddress(page: string, state: Pick<PlayerState, 'timeMs' | 'channel'>): string {
  const address = new URL(page);
  if (state.timeMs >= 1000) address.searchParams.set('t', formatTime(state.timeMs));
  else address.searchParams.delete('t');
  if (state.channel) address.searchParams.set('ch', state.channel.key);
  address.hash = '';
  return address.href;
}

/** Lets links marked `data-openfloor-keep` (the other languages of the page) carry the present moment and channel along. */
export function keepMomentInLinks(state: () => PlayerState, signal: AbortSignal): void {
  const keep = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-openfloor-keep]') : null;
    if (link) link.href = momentAddress(link.href, state());
  };
  // Before the link is followed or opened in another tab, whichever way that is done.
  for (const type of ['pointerdown', 'keydown', 'click']) document.addEventListener(type, keep, { capture: true, signal });
}
