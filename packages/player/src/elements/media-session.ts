import { momentAddress } from './addresses.ts';
import type { KeyedPlayer } from './keys.ts';

const STEP_MS = 10_000;

/** Puts the meeting on the lock screen and on the keys of the keyboard, where the browser has them. */
export function joinMediaSession(player: KeyedPlayer, signal: AbortSignal): void {
  if (!('mediaSession' in navigator)) return;
  const { core, media } = player;
  const session = navigator.mediaSession;
  const title = player.querySelector('h1')?.textContent ?? document.title;
  const poster = media instanceof HTMLVideoElement ? media.poster : '';
  const show = (): void => {
    session.metadata = new MediaMetadata({
      title, artist: core.state.turn?.name ?? '', album: core.state.channel?.name ?? '',
      ...(poster === '' ? {} : { artwork: [{ src: new URL(poster, momentAddress(location.href, core.state)).href }] }),
    });
  };
  show();
  // The lock screen draws its own timeline by this.
  const place = (): void => {
    const duration = core.data.durationMs / 1000;
    if (duration > 0) session.setPositionState({ duration, position: Math.min(media.currentTime, duration), playbackRate: media.playbackRate });
  };
  for (const type of ['playing', 'seeked', 'ratechange', 'pause']) media.addEventListener(type, place, { signal });
  const leave = core.subscribe((now, before) => { if (now.turn !== before.turn || now.channel !== before.channel) show(); });
  const step = (direction: 1 | -1) => (): void => {
    const to = core.speakerStep(direction);
    if (to !== null) player.seek(to);
  };
  const actions: readonly (readonly [MediaSessionAction, MediaSessionActionHandler])[] = [
    ['play', () => { if (media.paused) player.toggle(); }], ['pause', () => { media.pause(); }],
    ['seekbackward', () => { player.seek(core.state.timeMs - STEP_MS); }], ['seekforward', () => { player.seek(core.state.timeMs + STEP_MS); }],
    ['seekto', ({ seekTime }) => { if (seekTime !== undefined) player.seek(seekTime * 1000); }],
    ['previoustrack', step(-1)], ['nexttrack', step(1)],
  ];
  const set = (name: MediaSessionAction, act: MediaSessionActionHandler | null): void => {
    try {
      session.setActionHandler(name, act);
    } catch {
      // A browser may know fewer actions.
    }
  };
  for (const [name, act] of actions) set(name, act);
  signal.addEventListener('abort', () => {
    leave();
    session.metadata = null;
    for (const [name] of actions) set(name, null);
  }, { once: true });
}
