import { readCaptionWish } from '../core/captions.ts';
import { PlayerCore, type PlayerState } from '../core/player-core.ts';
import { readPlayerData, type PlayerChannel } from '../core/player-data.ts';
import type { PictureMode } from '../engine/engine.ts';
import { listen } from '../engine/live-updates.ts';
import { loadMessages, type PlayerMessages } from '../locales/index.ts';
import { keepMomentInLinks } from './addresses.ts';
import { keepWhere } from './clip-stop.ts';
import { rememberCaptions, rememberedCaptions } from './caption-memory.ts';
import { handleKeys } from './keys.ts';
import { joinMediaSession } from './media-session.ts';
import { rememberChannel, rememberedChannel, rememberedSecond, rememberSecond } from './memory.ts';
import { Playback } from './playback.ts';
import { tell } from './player-events.ts';
import { Lags } from './lags.ts';
import { heedRequests } from './requests.ts';
import { refreshPage } from './refresh.ts';

/**
 * `<openfloor-player>`: one meeting with its channels. It wraps the server's HTML: a JSON data block, a `<video>` or
 * `<audio>`, and the parts (`openfloor-stage`, `-channels`, `-timeline`, `-interventions`), which find it by themselves.
 * On a page of any other site it has the address of a meeting's page as `src` and makes all this by itself.
 * Fires the events of `PlayerEvents`.
 */
export class PlayerElement extends HTMLElement {
  /** The player's words once it can be used; `null` where this page has nothing to play. */
  readonly ready: Promise<PlayerMessages | null>;
  readonly #tellReady: (messages: PlayerMessages | null) => void;
  #stop: AbortController | null = null;
  #core: PlayerCore | null = null;
  #playback: Playback | null = null;
  #lags = new Lags(undefined);
  /** The channel whose sentence is heard, while its step is still to come. */
  #sentenceOf: PlayerChannel | null = null;
  /** Lands where the new channel says the same, when the channel changes and both lags are known. */
  keepsSentence = false;

  constructor() {
    super();
    const { promise, resolve } = Promise.withResolvers<PlayerMessages | null>();
    this.ready = promise;
    this.#tellReady = resolve;
  }

  /** The state and its rules; only after `ready`. */
  get core(): PlayerCore {
    if (!this.#core) throw new Error('openfloor-player has no meeting yet: wait for `ready`.');
    return this.#core;
  }

  /** What plays; only after `ready`. */
  get playback(): Playback {
    if (!this.#playback) throw new Error('openfloor-player has no meeting yet: wait for `ready`.');
    return this.#playback;
  }

  /** How far the channels are behind the floor. */
  get lags(): Lags {
    return this.#lags;
  }

  /** The media element of the page. */
  get media(): HTMLMediaElement {
    const media = this.querySelector<HTMLMediaElement>('video, audio');
    if (!media) throw new Error('openfloor-player needs a <video> or <audio> inside it.');
    return media;
  }

  connectedCallback(): void {
    if (this.#stop) return;
    this.#stop = new AbortController();
    void this.#begin(this.#stop.signal);
  }

  disconnectedCallback(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.#playback?.close();
  }

  /** Plays from where we are, loading what is needed the first time. Call it from a press or a key: browsers ask for that. */
  async play(): Promise<void> {
    const { media, core, playback } = this;
    playback.sound.resume();
    if (!playback.engine) {
      core.report({ phase: 'loading' });
      const opened = await this.#open().catch(() => false);
      if (!opened) return core.report({ phase: 'failed' });
      if (this.#stop) joinMediaSession(this, this.#stop.signal);
    }
    await media.play().catch(() => core.report({ phase: 'paused' }));
  }

  /** Plays or pauses. */
  toggle(): void {
    if (this.playback.engine && !this.media.paused) this.media.pause();
    else void this.play();
  }

  /** Goes to a time, in ms; before the first play, playing will begin there. */
  seek(ms: number): void {
    const to = Math.min(Math.max(0, ms), this.core.data.durationMs || Number.POSITIVE_INFINITY);
    if (this.playback.engine) this.media.currentTime = to / 1000;
    this.core.report({ timeMs: to });
  }

  /** Goes to a time and plays, as a press on a speaker or on the timeline means it. */
  playFrom(ms: number): void {
    this.seek(ms);
    void this.play();
  }

  /** Chooses a channel by key or language, and remembers it on this device. */
  choose(wish: string): void {
    const before = this.core.state.channel;
    if (!this.core.choose(wish)) return;
    const { channel } = this.core.state;
    if (!channel) return;
    rememberChannel(channel);
    if (this.keepsSentence && before && this.playback.engine) void this.#keepSentence(before, channel);
    else this.#sentenceOf = null;
  }

  async #keepSentence(before: PlayerChannel, channel: PlayerChannel): Promise<void> {
    const from = (this.#sentenceOf ??= before);
    // By the element's own clock: the state is told of the time four times a second only.
    const later = await this.lags.step(from, channel, this.media.currentTime * 1000);
    if (this.core.state.channel !== channel) return; // changed again meanwhile: that change takes the step
    this.#sentenceOf = null;
    if (later !== 0) this.seek(this.media.currentTime * 1000 + later);
  }

  /** Shows picture and sound, or fetches the sound alone, in full quality or with little data. */
  show(mode: PictureMode): void {
    this.playback.show(mode);
    tell(this, 'openfloor-picture', { mode });
  }

  /** Shows the second picture (sign language) or hides it, and remembers it on this device; nothing where there is none. */
  showSecondPicture(shown: boolean): void {
    if (this.core.wantSecond(shown)) rememberSecond({ shown });
  }

  /** Shows captions by key or language, `own` for those of the channel that is heard, whichever that is, or `off`; remembers it on this device. */
  showCaptions(wish: string): void {
    if (this.core.wantCaptions(wish)) rememberCaptions({ wish: this.core.rememberableCaptions });
  }

  /** Starts again after a failure, at the same second. */
  retry(): void {
    this.playback.close();
    void this.play();
  }

  /** Gets a channel ready to be heard at once, because somebody points at it. */
  expect(key: string): void {
    const channel = this.core.data.channels.find((candidate) => candidate.key === key);
    if (!channel || channel === this.core.state.channel) return;
    this.playback.expect(channel);
    if (this.keepsSentence) void this.lags.prepare(channel);
  }

  async #begin(signal: AbortSignal): Promise<void> {
    const address = this.getAttribute('src');
    if (address !== null && !this.querySelector('script[type="application/json"]')) {
      const { buildFrom } = await import('./foreign.ts');
      const built = await buildFrom(this, address, signal).catch(() => false);
      if (!built) return this.#tellReady(null);
    }
    const data = readPlayerData(this.querySelector('script[type="application/json"]')?.textContent);
    if (data.hls === null) return this.#tellReady(null);
    const messages = await loadMessages(data.uiLanguage);
    if (signal.aborted) return;
    const { searchParams: asked } = new URL(address ?? location.href, location.href);
    const core = new PlayerCore(data, {
      asked: asked.get('ch') ?? data.clip?.channel ?? null, remembered: rememberedChannel(), second: rememberedSecond().shown,
      captions: readCaptionWish(asked.get('cc')) ?? rememberedCaptions().wish,
    });
    this.#core = core;
    this.#playback = new Playback(core, this.media);
    this.#lags = new Lags(data.lags);
    keepWhere(this, core, signal);
    this.#follow(core, this.#playback, signal);
    handleKeys(this, signal);
    heedRequests(this, signal);
    keepMomentInLinks(() => core.state, signal);
    if (data.events !== null) this.#listen(data.events, signal);
    this.#tellReady(messages);
    tell(this, 'openfloor-ready', { meeting: data.meeting });
  }

  #follow(core: PlayerCore, playback: Playback, signal: AbortSignal): void {
    const { media } = this;
    // An element from which a failed or closed engine took its media says that it is paused at 0: nobody went there.
    const on = (type: string, report: () => void): void =>
      media.addEventListener(type, () => { if (media.readyState > 0) report(); }, { signal });
    on('timeupdate', () => core.report({ timeMs: Math.round(media.currentTime * 1000) }));
    on('seeking', () => core.report({ timeMs: Math.round(media.currentTime * 1000) }));
    on('playing', () => core.report({ phase: 'playing' }));
    on('waiting', () => { if (!media.paused) core.report({ phase: 'loading' }); });
    on('pause', () => core.report({ phase: 'paused' }));
    media.addEventListener('ratechange', () => {
      media.defaultPlaybackRate = media.playbackRate; // opening other media would bring back the default
      core.report({ rate: media.playbackRate });
      playback.layFloor();
    }, { signal });
    on('volumechange', () => playback.sound.volumeChanged());
    const unsubscribe = core.subscribe((now, before) => this.#changed(now, before));
    signal.addEventListener('abort', unsubscribe, { once: true });
  }

  #changed(now: PlayerState, before: PlayerState): void {
    if (now.channel && now.channel !== before.channel) {
      this.playback.choose(now.channel);
      tell(this, 'openfloor-channel', { key: now.channel.key, language: now.channel.language });
    } else if (now.channel?.gaps) this.playback.layFloor();
    if (now.turn !== before.turn) tell(this, 'openfloor-turn', { id: now.turn?.id ?? null, timeMs: now.timeMs });
    if (now.captions !== before.captions) tell(this, 'openfloor-captions', { key: now.captions?.key ?? null, language: now.captions?.language ?? null });
    if (now.second !== before.second) tell(this, 'openfloor-second-picture', { shown: now.second });
    if (now.phase !== before.phase) {
      this.dataset['phase'] = now.phase;
      tell(this, 'openfloor-phase', { phase: now.phase, timeMs: now.timeMs });
    }
  }

  async #open(): Promise<boolean> {
    const { hls } = this.core.data;
    if (hls === null) return false;
    this.media.querySelectorAll('source').forEach((source) => { source.remove(); }); // they are for pages without scripts
    return this.playback.open(new URL(hls, document.baseURI).href);
  }

  #listen(events: string, signal: AbortSignal): void {
    const close = listen(events, {
      renditions: (step) => {
        const { engine } = this.playback;
        // Stills and levels change nothing in the playlist that plays.
        if (engine && (step === 'picture' || step === 'voices')) engine.reload();
        // Nobody has touched the player yet: the page may as well show its poster, downloads and levels as they are now.
        else if (this.#isUntouched()) void refreshPage(() => this.#isUntouched());
      },
      state: (state) => { if (state === 'complete') this.querySelector('[data-partial]')?.remove(); },
    });
    signal.addEventListener('abort', close, { once: true });
  }

  #isUntouched(): boolean {
    const { phase, timeMs } = this.core.state;
    return this.isConnected && phase === 'idle' && timeMs === this.core.data.startMs && !this.contains(document.activeElement);
  }
}
