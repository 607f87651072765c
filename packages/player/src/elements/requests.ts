import type { KeyedPlayer } from './keys.ts';

/** What of the player requests need. */
interface AskedPlayer extends KeyedPlayer {
  play(): Promise<void>;
  playFrom(ms: number): void;
  show(mode: 'full' | 'sound' | 'low'): void;
}

/**
 * What a page may ask of the player by an `openfloor-request` event, sent to the element or to anything inside it.
 * Times in ms; a channel is a key or a language.
 */
export type PlayerRequest =
  | { readonly action: 'play' | 'pause' | 'toggle' }
  | { readonly action: 'seek' | 'play-from'; readonly timeMs: number }
  | { readonly action: 'channel'; readonly channel: string }
  | { readonly action: 'rate'; readonly rate: number }
  | { readonly action: 'picture'; readonly mode: 'full' | 'sound' | 'low' }
  | { readonly action: 'captions'; readonly captions: string }
  | { readonly action: 'second-picture'; readonly shown: boolean };

const [SLOWEST, FASTEST] = [0.5, 2];

/** Does what `openfloor-request` events ask, until `signal` aborts; what isn't a request is passed over. */
export function heedRequests(player: AskedPlayer, signal: AbortSignal): void {
  player.addEventListener('openfloor-request', (event) => {
    const request: unknown = event instanceof CustomEvent ? event.detail : null;
    if (typeof request === 'object' && request !== null) heed(player, request as PlayerRequest);
  }, { signal });
}

function heed(player: AskedPlayer, request: PlayerRequest): void {
  switch (request.action) {
    case 'play': return void player.play();
    case 'pause': return player.media.pause();
    case 'toggle': return player.toggle();
    case 'seek': return isTime(request.timeMs) ? player.seek(request.timeMs) : undefined;
    case 'play-from': return isTime(request.timeMs) ? player.playFrom(request.timeMs) : undefined;
    case 'channel': return player.choose(String(request.channel));
    case 'rate': {
      if (request.rate >= SLOWEST && request.rate <= FASTEST) player.media.playbackRate = request.rate;
      return;
    }
    case 'picture': {
      if (['full', 'sound', 'low'].includes(request.mode)) player.show(request.mode);
      return;
    }
    case 'captions': return player.showCaptions(String(request.captions));
    case 'second-picture': return player.showSecondPicture(request.shown);
  }
}

// They come from pages that nobody's compiler has seen.
const isTime = (ms: unknown): boolean => typeof ms === 'number' && Number.isFinite(ms);
