import { levelFor, loudnessFrom, type Level } from '../core/gain.ts';

interface Amplifier {
  readonly context: AudioContext;
  readonly node: GainNode;
}

/**
 * Applies the gain of the chosen channel to a media element, on top of what the listener set.
 * Quieter goes by the element's volume. Louder needs Web Audio, which holds the element for ever (no AirPlay, no sound
 * while the page sleeps), so it is set up only when a channel asks for it, and never over the browser's own HLS.
 */
export class ChannelSound {
  readonly #media: HTMLMediaElement;
  readonly #mayAmplify: () => boolean;
  #gainDb = 0;
  #loudness: number;
  #level: Level;
  #amplifier: Amplifier | null = null;

  constructor(media: HTMLMediaElement, mayAmplify: () => boolean) {
    this.#media = media;
    this.#mayAmplify = mayAmplify;
    this.#loudness = media.volume;
    this.#level = { volume: media.volume, boost: 1 };
  }

  /** Takes over the gain of a channel, in dB. */
  setGain(gainDb: number): void {
    this.#gainDb = gainDb;
    this.#apply();
  }

  /** Call on `volumechange`: a volume we didn't set is the listener's wish. */
  volumeChanged(): void {
    const { volume } = this.#media;
    if (Math.abs(volume - this.#level.volume) < 0.001) return;
    this.#loudness = loudnessFrom(volume, this.#gainDb);
    this.#apply();
  }

  /** Call when the viewer presses play: browsers let sound begin only then. */
  resume(): void {
    if (this.#amplifier?.context.state === 'suspended') void this.#amplifier.context.resume();
  }

  #apply(): void {
    const wanted = levelFor(this.#loudness, this.#gainDb);
    const amplifier = wanted.boost > 1 && this.#mayAmplify() ? this.#ensureAmplifier() : this.#amplifier;
    this.#level = amplifier ? wanted : { volume: wanted.volume, boost: 1 };
    this.#media.volume = this.#level.volume;
    amplifier?.node.gain.setTargetAtTime(this.#level.boost, amplifier.context.currentTime, 0.01);
  }

  #ensureAmplifier(): Amplifier {
    if (this.#amplifier) return this.#amplifier;
    const context = new AudioContext();
    const node = context.createGain();
    context.createMediaElementSource(this.#media).connect(node).connect(context.destination);
    this.#amplifier = { context, node };
    this.resume();
    return this.#amplifier;
  }
}
