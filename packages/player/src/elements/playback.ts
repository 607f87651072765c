import type { PlayerChannel } from '../core/player-data.ts';
import type { PlayerCore } from '../core/player-core.ts';
import type { Bridge } from '../engine/bridge.ts';
import { ChannelSound } from '../engine/channel-sound.ts';
import type { Engine, EngineOptions, PictureMode } from '../engine/engine.ts';
import { createHlsEngine } from '../engine/hls-engine.ts';
import { createNativeEngine, playsNatively } from '../engine/native-engine.ts';
import type { Underlay } from '../engine/underlay.ts';

const SHORT_MS = 45 * 60_000;

/** What plays behind a player: the engine, the level of the sound, the bridge between channels and the floor underneath. */
export class Playback {
  readonly #core: PlayerCore;
  readonly #media: HTMLMediaElement;
  readonly sound: ChannelSound;
  #engine: Engine | null = null;
  #bridge: Bridge | null = null;
  #underlay: Underlay | null = null;
  #floorLevel = 0;
  #url: string | null = null;
  #playedKey: string | null = null;
  #mode: PictureMode = 'full';
  #height: number | null = null;

  constructor(core: PlayerCore, media: HTMLMediaElement) {
    this.#core = core;
    this.#media = media;
    this.sound = new ChannelSound(media, () => media.currentSrc.startsWith('blob:'));
  }

  /** The engine, once playing has begun. */
  get engine(): Engine | null {
    return this.#engine;
  }

  /** Whether picture and sound are fetched, or sound alone. */
  get mode(): PictureMode {
    return this.#mode;
  }

  /** Opens the recording at the present moment; `false` when nothing here can play it. */
  async open(url: string): Promise<boolean> {
    this.#url = url;
    const engine = (await createHlsEngine(this.#media, this.#options(url))) ?? createNativeEngine(this.#media, this.#options(url));
    this.#begin(engine);
    if (engine) void this.#addWebAudio(engine).catch(() => undefined); // without it a change of channel only takes longer
    return engine !== null;
  }

  /**
   * Goes on through the browser's own HLS, at the same second: what a page puts together itself can't be handed to
   * another screen. `false` where the browser has none, or nothing plays yet.
   */
  goNative(): boolean {
    const [url, media] = [this.#url, this.#media];
    if (url === null || !this.#engine || !playsNatively(media)) return false;
    const playing = !media.paused;
    this.#core.report({ timeMs: Math.round(media.currentTime * 1000) });
    this.close();
    media.disableRemotePlayback = false;
    this.#begin(createNativeEngine(media, this.#options(url)));
    if (playing) void media.play().catch(() => undefined); // the viewer's own play button remains
    return true;
  }

  #options(url: string): EngineOptions {
    const core = this.#core;
    return {
      url,
      startMs: core.state.timeMs,
      channel: core.state.channel,
      onLanded: (key) => this.#bridge?.landed(key),
      onFailed: () => core.report({ phase: 'failed' }),
    };
  }

  #begin(engine: Engine | null): void {
    this.#engine = engine;
    const { channel } = this.#core.state;
    if (engine && channel) this.#playChannel(this.#played(channel)); // it may have changed while hls.js was on its way
  }

  /** Lets another channel be heard. The bridge comes first: what follows takes time, and the viewer hears nothing of it. */
  choose(channel: PlayerChannel): void {
    if (!this.#engine) return;
    const played = this.#played(channel);
    if (played === channel) this.#bridge?.take(channel);
    else this.#bridge?.stop();
    this.#playChannel(played);
    this.layFloor();
  }

  /** Changes between picture and sound alone. */
  show(mode: PictureMode): void {
    this.#mode = mode;
    this.#bridge?.stop();
    this.#engine?.show(mode);
    this.layFloor();
  }

  /** The height to which the picture is kept, or `null` while the connection decides. */
  get height(): number | null {
    return this.#height;
  }

  /** Keeps the picture to a height; `null` lets the connection decide. */
  keepHeight(height: number | null): void {
    this.#height = height;
    this.#engine?.keepHeight(height);
  }

  /** Gets a channel ready to be heard at once. */
  expect(channel: PlayerChannel): void {
    void this.#bridge?.prepare(channel).catch(() => undefined);
  }

  /** Fetches what makes the next steps to any channel short, where that is little: a list of segments takes 1 KB a minute. */
  expectAny(): void {
    const { channels, durationMs } = this.#core.data;
    if (durationMs < SHORT_MS) void this.#bridge?.open(channels);
  }

  /** True where the floor can be heard under another channel. */
  get canLayFloor(): boolean {
    return this.#underlay !== null && this.#floor() !== null;
  }

  /** How loud the floor is under another channel: 0 for not at all, 1 as loud as by itself. */
  get floorLevel(): number {
    return this.#floorLevel;
  }

  set floorLevel(level: number) {
    this.#floorLevel = level;
    this.layFloor();
  }

  /** Sets the floor underneath as the moment asks for it: fully while the booth is silent, else as the listener set it. */
  layFloor(): void {
    const { channel } = this.#core.state;
    if (!channel) return;
    const played = this.#played(channel);
    if (played.key !== this.#playedKey) this.#playChannel(played);
    if (this.#underlay) this.#underlay.level = played.role === 'floor' ? 0 : this.#core.boothIsSilent ? 1 : this.#floorLevel;
  }

  /** What the engine has to play for a channel: the floor while its booth is silent and the floor can't be laid under it. */
  #played(channel: PlayerChannel): PlayerChannel {
    const floor = this.#core.data.channels.find(({ role }) => role === 'floor');
    const laid = this.canLayFloor && this.#media.playbackRate === 1;
    return floor && this.#core.boothIsSilent && !laid ? floor : channel;
  }

  #playChannel(channel: PlayerChannel): void {
    this.#playedKey = channel.key;
    this.#engine?.choose(channel);
    this.sound.setGain(channel.gainDb);
  }

  /** Lets go of the media element. */
  close(): void {
    this.#bridge?.close();
    this.#underlay?.close();
    this.#engine?.close();
    this.#bridge = null;
    this.#underlay = null;
    this.#engine = null;
    this.#mode = 'full';
  }

  async #addWebAudio(engine: Engine): Promise<void> {
    const { Bridge, Underlay } = await import('../engine/web-audio.ts');
    if (this.#engine !== engine) return;
    this.#bridge = new Bridge(this.#media, this.sound, (key) => engine.playlistOf(key));
    this.#underlay = new Underlay(this.#media, this.sound, () => this.#floor());
    this.layFloor();
  }

  #floor(): { readonly url: string; readonly gainDb: number } | null {
    const floor = this.#core.data.channels.find(({ role }) => role === 'floor');
    const url = floor && this.#engine?.playlistOf(floor.key);
    return floor && url ? { url, gainDb: floor.gainDb } : null;
  }
}
