import { ChannelAudio } from './channel-audio.ts';
import type { ChannelSound } from './channel-sound.ts';
import { Follower } from './follower.ts';

/** What the bridge needs of a channel. */
export interface BridgedChannel {
  readonly key: string;
  readonly gainDb: number;
}

// After the new sound is in the buffer, a media element still plays what it had decoded: Chromium some 250 ms, Firefox
// seconds (hls.js issue 5881). Until that is over the bridge carries the sound.
const SETTLE_MS = navigator.userAgent.includes('Firefox/') ? 5000 : 500;
const FADE_MS = 24;
const IDLE_MS = 20_000;

/**
 * Makes a change of channel heard at once: plays the new channel by Web Audio, decoded beforehand where the viewer
 * points, until the media element plays it itself, then hands back in step. The picture is never touched.
 */
export class Bridge {
  readonly #media: HTMLMediaElement;
  readonly #sound: ChannelSound;
  readonly #addressOf: (key: string) => string | null;
  readonly #followers = new Map<string, { readonly follower: Follower; readonly audio: ChannelAudio }>();
  #graph: { readonly context: AudioContext; readonly output: GainNode } | null = null;
  #carried: { readonly key: string; readonly follower: Follower } | null = null;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;

  /** `addressOf` gives the playlist that the media element uses for a channel, or `null`. */
  constructor(media: HTMLMediaElement, sound: ChannelSound, addressOf: (key: string) => string | null) {
    this.#media = media;
    this.#sound = sound;
    this.#addressOf = addressOf;
  }

  /** Gets ready to play a channel at once, as somebody points at it. Costs nothing where it is ready. */
  async prepare(channel: BridgedChannel): Promise<void> {
    await this.#follower(channel)?.follower.prepare();
  }

  /** Fetches the lists of segments of channels that may be chosen. */
  async open(channels: readonly BridgedChannel[]): Promise<void> {
    await Promise.allSettled(channels.map(async (channel) => this.#follower(channel)?.audio.open()));
  }

  /**
   * Lets a channel be heard from now on: at once when it is prepared, else as soon as it is decoded, unless the media
   * element got there first.
   */
  take(channel: BridgedChannel): void {
    this.#end();
    const follower = this.#follower(channel)?.follower;
    if (!follower) return this.#sound.comeBack(FADE_MS);
    this.#carried = { key: channel.key, follower };
    if (this.#begin(channel)) return;
    follower.prepare().then(() => {
      if (this.#carried?.follower === follower) this.#begin(channel);
    }, () => this.stop());
  }

  /** Call when the media element has the channel in its buffer at the present moment. */
  landed(key: string): void {
    const carried = this.#carried;
    if (!carried || carried.key !== key) return;
    clearTimeout(this.#settling);
    // What isn't heard yet need not be any more.
    if (!carried.follower.sounds) return this.stop();
    this.#settling = setTimeout(() => this.stop(), SETTLE_MS);
  }

  /** Hands back to the media element now. */
  stop(): void {
    if (!this.#carried) return;
    this.#end();
    this.#sound.comeBack(FADE_MS);
  }

  /** Lets go of everything. */
  close(): void {
    this.stop();
    clearTimeout(this.#idle);
    void this.#graph?.context.close();
    this.#graph = null;
    this.#followers.clear();
  }

  #begin(channel: BridgedChannel): boolean {
    const follower = this.#carried?.follower;
    if (!this.#graph || !follower) return false;
    const { context, output } = this.#graph;
    if (context.state !== 'running' || !follower.start()) return false;
    output.gain.setValueAtTime(this.#sound.levelOf(channel.gainDb), context.currentTime);
    this.#sound.goAway(FADE_MS);
    return true;
  }

  #end(): void {
    clearTimeout(this.#settling);
    this.#carried?.follower.stop();
    this.#carried = null;
  }

  /** The follower of a channel's playlist; it keeps the playlist and what it has fetched around the present moment. */
  #follower({ key }: BridgedChannel): { readonly follower: Follower; readonly audio: ChannelAudio } | null {
    const address = this.#addressOf(key);
    if (address === null || !this.#sound.canGoAway) return null;
    const { context, output } = this.#wake();
    const known = this.#followers.get(address);
    if (known) return known;
    const audio = new ChannelAudio(address, context);
    const made = { audio, follower: new Follower(audio, this.#media, output, context, () => this.stop()) };
    this.#followers.set(address, made);
    return made;
  }

  /** The context costs power while it runs, so it runs only around a change. */
  #wake(): { readonly context: AudioContext; readonly output: GainNode } {
    if (!this.#graph) {
      const context = new AudioContext({ latencyHint: 'interactive' });
      const output = context.createGain();
      output.connect(context.destination);
      this.#graph = { context, output };
    }
    const { context } = this.#graph;
    if (context.state === 'suspended') void context.resume();
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => { if (!this.#carried) void context.suspend(); }, IDLE_MS);
    return this.#graph;
  }
}
