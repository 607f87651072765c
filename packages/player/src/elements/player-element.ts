import { PlayerCore, type PlayerState } from '../core/player-core.ts';
import { readPlayerData } from '../core/player-data.ts';
import type { Bridge } from '../engine/bridge.ts';
import { ChannelSound } from '../engine/channel-sound.ts';
import type { Engine } from '../engine/engine.ts';
import { createHlsEngine, loadHls } from '../engine/hls-engine.ts';
import { listen } from '../engine/live-updates.ts';
import { createNativeEngine } from '../engine/native-engine.ts';
import { loadMessages, type PlayerMessages } from '../locales/index.ts';
import { keepMomentInLinks } from './addresses.ts';
import { handleKeys } from './keys.ts';
import { rememberChannel, rememberedChannel } from './memory.ts';
import { tell } from './player-events.ts';
import { refreshPage } from './refresh.ts';

const SHORT_MS = 45 * 60_000;

/**
 * `<openfloor-player>`: one meeting with its channels. It wraps the server's HTML: a JSON data block, a `<video>` or
 * `<audio>`, and the parts (`openfloor-stage`, `-channels`, `-timeline`, `-interventions`), which find it by themselves.
 * Fires the events of `PlayerEvents`.
 */
export class PlayerElement extends HTMLElement {
  /** The player's words once it can be used; `null` where this page has nothing to play. */
  readonly ready: Promise<PlayerMessages | null>;
  readonly #tellReady: (messages: PlayerMessages | null) => void;
  #stop: AbortController | null = null;
  #core: PlayerCore | null = null;
  #engine: Engine | null = null;
  #sound: ChannelSound | null = null;
  #bridge: Bridge | null = null;

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
    this.#closeEngine();
  }

  /** Plays from where we are, loading what is needed the first time. Call it from a press or a key: browsers ask for that. */
  async play(): Promise<void> {
    const { media, core } = this;
    this.#sound?.resume();
    if (!this.#engine) {
      core.report({ phase: 'loading' });
      this.#engine = await this.#open().catch(() => null);
      if (!this.#engine) return core.report({ phase: 'failed' });
      media.controls = true;
    }
    await media.play().catch(() => core.report({ phase: 'paused' }));
  }

  /** Plays or pauses. */
  toggle(): void {
    if (this.#engine && !this.media.paused) this.media.pause();
    else void this.play();
  }

  /** Goes to a time, in ms; before the first play, playing will begin there. */
  seek(ms: number): void {
    const to = Math.min(Math.max(0, ms), this.core.data.durationMs || Number.POSITIVE_INFINITY);
    if (this.#engine) this.media.currentTime = to / 1000;
    this.core.report({ timeMs: to });
  }

  /** Goes to a time and plays, as a press on a speaker or on the timeline means it. */
  playFrom(ms: number): void {
    this.seek(ms);
    void this.play();
  }

  /** Chooses a channel by key or language, and remembers it on this device. */
  choose(wish: string): void {
    if (!this.core.choose(wish)) return;
    const { channel } = this.core.state;
    if (channel) rememberChannel(channel);
  }

  /** Starts again after a failure, at the same second. */
  retry(): void {
    this.#closeEngine();
    void this.play();
  }

  /** Somebody comes near the channels: fetches what makes the next steps short, where that is little. */
  expectAny(): void {
    void loadHls().catch(() => undefined);
    const { channels, durationMs } = this.core.data;
    // A list of segments takes 1 KB a minute.
    if (durationMs < SHORT_MS) void this.#bridge?.open(channels);
  }

  /** Gets a channel ready to be heard at once, because somebody points at it. */
  expect(key: string): void {
    const channel = this.core.data.channels.find((candidate) => candidate.key === key);
    if (channel && channel !== this.core.state.channel) void this.#bridge?.prepare(channel).catch(() => undefined);
  }

  #closeEngine(): void {
    this.#bridge?.close();
    this.#bridge = null;
    this.#engine?.close();
    this.#engine = null;
  }

  async #begin(signal: AbortSignal): Promise<void> {
    const data = readPlayerData(this.querySelector('script[type="application/json"]')?.textContent);
    if (data.hls === null) return this.#tellReady(null);
    const messages = await loadMessages(data.uiLanguage);
    if (signal.aborted) return;
    const core = new PlayerCore(data, { asked: new URL(location.href).searchParams.get('ch'), remembered: rememberedChannel() });
    this.#core = core;
    this.#follow(core, signal);
    handleKeys(this, signal);
    keepMomentInLinks(() => core.state, signal);
    if (data.events !== null) this.#listen(data.events, signal);
    this.#tellReady(messages);
    tell(this, 'openfloor-ready', { meeting: data.meeting });
  }

  #follow(core: PlayerCore, signal: AbortSignal): void {
    const { media } = this;
    const sound = new ChannelSound(media, () => media.currentSrc.startsWith('blob:'));
    this.#sound = sound;
    // An element from which a failed or closed engine took its media says that it is paused at 0: nobody went there.
    const on = (type: string, report: () => void): void =>
      media.addEventListener(type, () => { if (media.readyState > 0) report(); }, { signal });
    on('timeupdate', () => core.report({ timeMs: Math.round(media.currentTime * 1000) }));
    on('seeking', () => core.report({ timeMs: Math.round(media.currentTime * 1000) }));
    on('playing', () => core.report({ phase: 'playing' }));
    on('waiting', () => { if (!media.paused) core.report({ phase: 'loading' }); });
    on('pause', () => core.report({ phase: 'paused' }));
    on('ratechange', () => core.report({ rate: media.playbackRate }));
    on('volumechange', () => sound.volumeChanged());
    const unsubscribe = core.subscribe((now, before) => this.#changed(now, before));
    signal.addEventListener('abort', unsubscribe, { once: true });
  }

  #changed(now: PlayerState, before: PlayerState): void {
    if (now.channel && now.channel !== before.channel) {
      if (this.#engine) {
        // The bridge first: what follows takes time, and the viewer hears nothing of it.
        this.#bridge?.take(now.channel);
        this.#engine.choose(now.channel);
        this.#sound?.setGain(now.channel.gainDb);
      }
      tell(this, 'openfloor-channel', { key: now.channel.key, language: now.channel.language });
    }
    if (now.turn !== before.turn) tell(this, 'openfloor-turn', { id: now.turn?.id ?? null, timeMs: now.timeMs });
    if (now.phase !== before.phase) {
      this.dataset['phase'] = now.phase;
      tell(this, 'openfloor-phase', { phase: now.phase, timeMs: now.timeMs });
    }
  }

  async #open(): Promise<Engine | null> {
    const { media, core } = this;
    const { hls } = core.data;
    if (hls === null) return null;
    media.querySelectorAll('source').forEach((source) => { source.remove(); }); // they are for pages without scripts
    const options = {
      url: new URL(hls, document.baseURI).href,
      startMs: core.state.timeMs,
      channel: core.state.channel,
      onLanded: (key: string) => this.#bridge?.landed(key),
      onFailed: () => core.report({ phase: 'failed' }),
    };
    const engine = (await createHlsEngine(media, options)) ?? createNativeEngine(media, options);
    const { channel } = core.state;
    if (engine && channel) {
      engine.choose(channel); // it may have changed while hls.js was on its way
      this.#sound?.setGain(channel.gainDb);
    }
    if (engine) void this.#layBridge(engine).catch(() => undefined); // without it a change of channel only takes longer
    return engine;
  }

  async #layBridge(engine: Engine): Promise<void> {
    const { Bridge } = await import('../engine/bridge.ts');
    if (!this.#sound || !this.#stop) return;
    this.#bridge?.close();
    this.#bridge = new Bridge(this.media, this.#sound, (key) => engine.playlistOf(key));
  }

  #listen(events: string, signal: AbortSignal): void {
    const close = listen(events, {
      renditions: (step) => {
        // Stills and levels change nothing in the playlist that plays.
        if (this.#engine && (step === 'picture' || step === 'voices')) this.#engine.reload();
        // Nobody has touched the player yet: the page may as well show its poster, downloads and levels as they are now.
        else if (this.#isUntouched()) void refreshPage();
      },
      state: (state) => { if (state === 'complete') this.querySelector('[data-partial]')?.remove(); },
    });
    signal.addEventListener('abort', close, { once: true });
  }

  #isUntouched(): boolean {
    const { phase, timeMs } = this.core.state;
    return phase === 'idle' && timeMs === this.core.data.startMs && !this.contains(document.activeElement);
  }
}
