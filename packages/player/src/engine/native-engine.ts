import type { PlayerCaptions } from '../core/player-data.ts';
import { OWN_TRACK, type Engine, type EngineChannel, type EngineOptions } from './engine.ts';

/** The browser's own list of sounds (WebKit); TypeScript's DOM library doesn't know it. */
interface AudioTrack {
  readonly label: string;
  readonly language: string;
  enabled: boolean;
}
interface TrackList extends EventTarget {
  readonly length: number;
  readonly [index: number]: AudioTrack;
}

const HLS_TYPE = 'application/vnd.apple.mpegurl';

/** Plays through the browser's own HLS, as on an iPhone; `null` where it has none. */
export function createNativeEngine(media: HTMLMediaElement, options: EngineOptions): Engine | null {
  return playsNatively(media) ? new NativeEngine(media, options) : null;
}

/** True where the browser plays HLS by itself, so that another screen can take it over. */
export const playsNatively = (media: HTMLMediaElement): boolean => media.canPlayType(HLS_TYPE) !== '';

/**
 * The track of a channel in the browser's list: by name, as names are unique, else the only one in its language.
 * -1 when it can't be told.
 */
export function trackOf(tracks: readonly Pick<AudioTrack, 'label' | 'language'>[], channel: EngineChannel): number {
  const byName = tracks.findIndex((track) => track.label === channel.name);
  if (byName !== -1) return byName;
  const inLanguage = tracks.filter((track) => track.language === channel.language);
  const [only] = inLanguage;
  return only && inLanguage.length === 1 ? tracks.indexOf(only) : -1;
}

/** The track of captions in the browser's list, which has them in the playlist's order: the first, second … of its language. -1 when it isn't there. */
export function textTrackOf(tracks: readonly Pick<TextTrack, 'language'>[], wanted: PlayerCaptions, all: readonly PlayerCaptions[]): number {
  const place = all.filter(({ language }) => language === wanted.language).indexOf(wanted);
  return tracks.flatMap(({ language }, i) => (language === wanted.language ? [i] : []))[place] ?? -1;
}

class NativeEngine implements Engine {
  readonly #media: HTMLMediaElement;
  readonly #options: EngineOptions;
  readonly #listening = new AbortController();
  #channel: EngineChannel | null;

  constructor(media: HTMLMediaElement, options: EngineOptions) {
    this.#media = media;
    this.#options = options;
    this.#channel = options.channel;
    media.controls = true; // the browser's own, which know AirPlay and the phone's full screen
    const { signal } = this.#listening;
    this.#tracks()?.addEventListener('addtrack', () => this.#applyChannel(), { signal });
    media.addEventListener('error', () => options.onFailed(media.error?.message ?? ''), { signal });
    this.#open(options.startMs / 1000);
  }

  choose(channel: EngineChannel): void {
    const changed = channel.key !== this.#channel?.key;
    this.#channel = channel;
    if (this.#tracks()) this.#applyChannel();
    else if (changed) this.reload();
  }

  reload(): void {
    const playing = !this.#media.paused;
    this.#open(this.#media.currentTime);
    if (playing) this.#play();
  }

  show(): void {
    // The browser's own HLS chooses among picture and sound by itself.
  }

  heights(): readonly number[] {
    return [];
  }

  keepHeight(): void {
    // As above.
  }

  showCaptions(wanted: PlayerCaptions | null, all: readonly PlayerCaptions[]): boolean {
    // Not every browser that plays HLS lists its subtitles, and an <audio> has no place for them.
    const tracks = [...this.#media.textTracks].filter(({ kind, label }) => (kind === 'subtitles' || kind === 'captions') && label !== OWN_TRACK);
    const found = wanted && this.#media instanceof HTMLVideoElement ? tracks[textTrackOf(tracks, wanted, all)] : undefined;
    for (const track of tracks) {
      const mode = track === found ? 'showing' : 'disabled';
      if (track.mode !== mode) track.mode = mode;
    }
    return found !== undefined;
  }

  playlistOf(): null {
    return null; // the browser keeps its playlists to itself, and changes by itself
  }

  close(): void {
    this.#listening.abort();
    this.#media.controls = false;
    this.#media.removeAttribute('src');
    this.#media.load();
  }

  #open(seconds: number): void {
    const begin = (): void => {
      if (seconds > 0) this.#media.currentTime = seconds;
      this.#applyChannel();
    };
    this.#media.addEventListener('loadedmetadata', begin, { once: true, signal: this.#listening.signal });
    this.#media.src = this.#address();
    this.#media.load();
  }

  /** Where the browser doesn't say which sounds there are, it is given the one that is wanted. */
  #address(): string {
    const { url } = this.#options;
    if (this.#tracks() || !this.#channel) return url;
    const own = new URL(url);
    own.searchParams.set('ch', this.#channel.key);
    return own.href;
  }

  #play(): void {
    void this.#media.play().catch(() => undefined); // the viewer's own play button remains
  }

  #tracks(): TrackList | undefined {
    return (this.#media as HTMLMediaElement & { readonly audioTracks?: TrackList }).audioTracks;
  }

  #applyChannel(): void {
    const list = this.#tracks();
    if (!list || !this.#channel) return;
    const tracks = Array.from({ length: list.length }, (_, i) => list[i]).filter((track) => track !== undefined);
    const wanted = tracks[trackOf(tracks, this.#channel)];
    if (!wanted || wanted.enabled) return;
    for (const track of tracks) track.enabled = track === wanted;
  }
}
