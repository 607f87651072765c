import { ChannelAudio } from './channel-audio.ts';
import type { ChannelSound } from './channel-sound.ts';
import { Follower } from './follower.ts';

const LOOK_MS = 700;

/** Plays the floor quietly under the channel that is heard, in step with it, for as long as it has a level. */
export class Underlay {
  readonly #media: HTMLMediaElement;
  readonly #sound: ChannelSound;
  readonly #address: () => { readonly url: string; readonly gainDb: number } | null;
  #graph: { readonly context: AudioContext; readonly output: GainNode } | null = null;
  #follower: { readonly url: string; readonly follower: Follower } | null = null;
  #level = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `address` gives the floor's playlist and gain, or `null` when it can't be had. */
  constructor(media: HTMLMediaElement, sound: ChannelSound, address: () => { readonly url: string; readonly gainDb: number } | null) {
    this.#media = media;
    this.#sound = sound;
    this.#address = address;
  }

  /** 0 is silence, 1 as loud as a channel by itself. */
  get level(): number {
    return this.#level;
  }

  set level(level: number) {
    if (level === this.#level) return;
    this.#level = level;
    clearInterval(this.#timer);
    if (level > 0) this.#timer = setInterval(() => void this.#look().catch(() => undefined), LOOK_MS);
    void this.#look().catch(() => undefined); // without a connection there is no floor, and the channel plays on
  }

  /** Lets go of everything. */
  close(): void {
    clearInterval(this.#timer);
    this.#follower?.follower.stop();
    void this.#graph?.context.close();
    this.#graph = null;
    this.#follower = null;
  }

  async #look(): Promise<void> {
    const floor = this.#address();
    if (this.#level === 0 || !floor) {
      this.#follower?.follower.stop();
      await this.#graph?.context.suspend();
      return;
    }
    const { context, output } = this.#wake();
    output.gain.setTargetAtTime(this.#level * this.#sound.levelOf(floor.gainDb), context.currentTime, 0.05);
    if (this.#follower?.url !== floor.url) {
      this.#follower?.follower.stop();
      this.#follower = { url: floor.url, follower: new Follower(new ChannelAudio(floor.url, context), this.#media, output, context) };
    }
    const { follower } = this.#follower;
    if (follower.sounds || this.#media.paused) return;
    await follower.prepare();
    if (this.#level > 0) follower.start();
  }

  #wake(): { readonly context: AudioContext; readonly output: GainNode } {
    if (!this.#graph) {
      const context = new AudioContext();
      const output = context.createGain();
      output.gain.value = 0;
      output.connect(context.destination);
      this.#graph = { context, output };
    }
    if (this.#graph.context.state === 'suspended') void this.#graph.context.resume();
    return this.#graph;
  }
}
