import type { PlayerCore } from '../core/player-core.ts';
import type { PlayerData } from '../core/player-data.ts';
import { keepPlace } from './keep-place.ts';

/** The media element tells its time four times a second: nearer to the end than this, a timer watches it. */
const WATCH_MS = 600;
/** Who presses play so near behind the end wants to hear the clip again. */
const AGAIN_MS = 1500;

/** Keeps a clip within its ends, and of a whole meeting the place where this device left it. */
export function keepWhere(player: { readonly media: HTMLMediaElement; seek(ms: number): void }, core: PlayerCore, signal: AbortSignal): void {
  const { clip } = core.data;
  if (clip) keepToClip(player.media, clip, (ms) => { player.seek(ms); }, signal);
  else keepPlace(core, signal);
}

/** Pauses where a clip ends, and begins it anew at the next press of play. Whoever goes out of the clip is left alone. */
function keepToClip(media: HTMLMediaElement, { startMs, endMs }: NonNullable<PlayerData['clip']>, seek: (ms: number) => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const nowMs = (): number => media.currentTime * 1000;
  const watch = (): void => {
    clearTimeout(timer);
    const left = endMs - nowMs();
    if (media.paused || left > WATCH_MS || left < -WATCH_MS) return;
    if (left <= 0) media.pause();
    else timer = setTimeout(watch, left / media.playbackRate);
  };
  media.addEventListener('timeupdate', watch, { signal });
  media.addEventListener('playing', watch, { signal });
  media.addEventListener('play', () => {
    const over = nowMs() - endMs;
    if (over >= 0 && over < AGAIN_MS) seek(startMs);
  }, { signal });
  signal.addEventListener('abort', () => { clearTimeout(timer); }, { once: true });
}
