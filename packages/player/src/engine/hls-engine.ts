import type Hls from 'hls.js';
import type * as HlsModule from 'hls.js';
import type { ErrorData } from 'hls.js';
import { freeBlockedSound } from './blocked-sound.ts';
import { isPlaylistOf, type PictureMode, type Engine, type EngineChannel, type EngineOptions } from './engine.ts';
import { remindOfRemovals } from './forgotten-removals.ts';

let loading: Promise<typeof HlsModule> | null = null;

/** Fetches hls.js once, and at the latest when somebody presses play; calling it earlier only saves the wait. */
export function loadHls(): Promise<typeof HlsModule> {
  loading ??= import('hls.js').catch((error: unknown) => {
    loading = null; // a lost connection must not spoil the next attempt
    throw error;
  });
  return loading;
}

// hls.js fetches audio far ahead after each switch of channel unless told where to stop: 64 kbit/s never fills its limit in bytes.
const BUFFER = { maxBufferLength: 30, maxMaxBufferLength: 60, backBufferLength: 60 };
// What is fetched ahead and never heard costs as much as what is.
const SHORT_BUFFER = { maxBufferLength: 8, maxMaxBufferLength: 8 };
// hls.js has tried each request several times over half a minute before it calls a fault fatal.
const MAX_RECOVERIES = 2;
// What can't be decoded is passed over by steps of a segment's length, a few times.
const SAME_PLACE_S = 20;
const SKIP_S = 4;
const MAX_BREAKS = 5;

/** Plays through hls.js; `null` where this browser can't (then its own HLS is asked). */
export async function createHlsEngine(media: HTMLMediaElement, options: EngineOptions): Promise<Engine | null> {
  const { default: HlsClass } = await loadHls();
  return HlsClass.isSupported() ? new HlsEngine(HlsClass, media, options) : null;
}

class HlsEngine implements Engine {
  readonly #hls: Hls;
  readonly #media: HTMLMediaElement;
  readonly #options: EngineOptions;
  #channel: EngineChannel | null;
  #mode: PictureMode = 'full';
  /** Addresses of every channel's playlists, in each quality, from the multivariant playlist. */
  #addresses: readonly string[] = [];
  #heights: readonly number[] = [];
  #recoveries = 0;
  #height: number | null = null;
  #brokenAt = -Infinity;
  #breaks = 0;
  #wantsToPlay = false;
  readonly #listening = new AbortController();

  constructor(HlsClass: typeof Hls, media: HTMLMediaElement, options: EngineOptions) {
    this.#media = media;
    this.#options = options;
    this.#channel = options.channel;
    this.#hls = new HlsClass({
      ...BUFFER, startPosition: options.startMs / 1000, capLevelToPlayerSize: true, enableWorker: false,
      // The player shows captions itself.
      enableWebVTT: false, renderTextTracksNatively: false,
    });
    const { Events } = HlsClass;
    remindOfRemovals(this.#hls, Events);
    freeBlockedSound(this.#hls, Events);
    this.#hls.on(Events.MANIFEST_PARSED, () => {
      if (this.#mode !== 'full') return;
      this.#addresses = this.#hls.allAudioTracks.map(({ url }) => url);
      this.#heights = [...new Set(this.#hls.levels.map(({ height }) => height))].filter((height) => height > 0).sort((a, b) => b - a);
      if (this.#height !== null) this.keepHeight(this.#height); // reading the playlist anew has forgotten it
    });
    // Chosen inside this event, hls.js never fetches the default track first.
    this.#hls.on(Events.AUDIO_TRACKS_UPDATED, () => this.#applyChannel());
    this.#hls.on(Events.AUDIO_TRACK_SWITCHED, (_event, { url }) => {
      const key = this.#channel?.key;
      if (key !== undefined && isPlaylistOf(url, key)) options.onLanded(key);
    });
    // After a fault hls.js opens the element anew, by itself or because we ask; that pauses it.
    this.#hls.on(Events.MEDIA_ATTACHED, () => { if (this.#wantsToPlay && media.paused) this.#play(); });
    this.#hls.on(Events.FRAG_BUFFERED, () => { this.#recoveries = 0; });
    this.#hls.on(Events.ERROR, (_event, data) => { if (data.fatal) this.#recover(HlsClass, data); });
    const { signal } = this.#listening;
    media.addEventListener('play', () => { this.#wantsToPlay = true; }, { signal });
    // hls.js goes to the beginning once it looks whether media have come; a busy machine plays what lies before them until then.
    media.addEventListener('loadedmetadata', () => { if (options.startMs > 0 && media.currentTime === 0) media.currentTime = options.startMs / 1000; }, { once: true, signal });
    // What can't be decoded pauses the element too, and so does opening another: nobody asked for either.
    media.addEventListener('pause', () => { if (!media.error && media.readyState > 0) this.#wantsToPlay = false; }, { signal });
    this.#hls.loadSource(options.url);
    this.#hls.attachMedia(media);
  }

  choose(channel: EngineChannel): void {
    const changed = channel.key !== this.#channel?.key;
    this.#channel = channel;
    if (this.#mode === 'full') this.#applyChannel();
    else if (changed) this.reload();
  }

  show(mode: PictureMode): void {
    if (mode === this.#mode) return;
    this.#mode = mode;
    Object.assign(this.#hls.config, mode === 'low' ? SHORT_BUFFER : BUFFER);
    this.reload();
  }

  heights(): readonly number[] {
    return this.#heights;
  }

  keepHeight(height: number | null): void {
    this.#height = height;
    this.#hls.nextLevel = this.#hls.levels.findIndex((candidate) => candidate.height === height); // -1: the connection decides
  }

  showCaptions(): boolean {
    return false;
  }

  reload(): void {
    const media = this.#media;
    const playing = !media.paused;
    this.#hls.config.startPosition = media.currentTime;
    this.#hls.loadSource(this.#address());
    if (playing) this.#play();
  }

  playlistOf(key: string): string | null {
    // Without a picture nothing has to wait, and what isn't fetched twice is saved.
    if (this.#mode !== 'full') return null;
    return this.#hls.audioTracks.find(({ url }) => isPlaylistOf(url, key))?.url ?? null;
  }

  close(): void {
    this.#listening.abort();
    this.#hls.destroy();
  }

  /** What hls.js loads: everything, or one channel's own playlist, so that no picture is fetched. */
  #address(): string {
    const own = this.#addresses.filter((url) => this.#channel !== null && isPlaylistOf(url, this.#channel.key));
    const voice = own.find((url) => /\/voice-[^/]*$/.test(url));
    const sound = own.find((url) => url !== voice);
    if (this.#mode === 'low') return voice ?? sound ?? this.#options.url;
    return this.#mode === 'sound' ? (sound ?? this.#options.url) : this.#options.url;
  }

  #applyChannel(): void {
    const key = this.#channel?.key;
    if (key === undefined) return;
    const track = this.#hls.audioTracks.findIndex((candidate) => isPlaylistOf(candidate.url, key));
    if (track === -1 || track === this.#hls.audioTrack) return;
    // While it plays, the old sound stays in the buffer until the new one is there, so that the picture has no reason to wait.
    if (this.#media.paused || this.#media.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) this.#hls.audioTrack = track;
    else this.#hls.nextAudioTrack = track;
  }

  #recover(HlsClass: typeof Hls, data: ErrorData): void {
    if (data.type === HlsClass.ErrorTypes.MEDIA_ERROR) return this.#recoverMedia(data);
    this.#recoveries += 1;
    if (this.#recoveries > MAX_RECOVERIES) return this.#fail(data);
    if (data.type !== HlsClass.ErrorTypes.NETWORK_ERROR) return this.#fail(data);
    // Without a playlist there is nothing to take up again; a lost fragment is worth another attempt.
    return this.#hls.levels.length === 0 ? this.#fail(data) : this.#hls.startLoad();
  }

  /** Opens the media element anew; where the same place breaks it again, that place is passed over. */
  #recoverMedia(data: ErrorData): void {
    const media = this.#media;
    const at = media.currentTime;
    this.#breaks = Math.abs(at - this.#brokenAt) < SAME_PLACE_S ? this.#breaks + 1 : 1;
    this.#brokenAt = at;
    if (this.#breaks > MAX_BREAKS) return this.#fail(data);
    this.#hls.recoverMediaError();
    if (this.#breaks > 1) media.currentTime = at + SKIP_S;
  }

  #play(): void {
    void this.#media.play().catch(() => undefined); // the viewer's own play button remains
  }

  #fail(data: ErrorData): void {
    this.#hls.destroy();
    this.#options.onFailed(data.details);
  }
}
