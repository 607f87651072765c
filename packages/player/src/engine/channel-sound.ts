import { levelFor, loudnessFrom, type Level } from '../core/gain.ts';

interface Amplifier {
  readonly context: AudioContext;
  readonly node: GainNode;
}

const STEPS = 4;
let settable: boolean | undefined;

/** True where a page may set the volume of its media at all. */
function volumeIsOurs(): boolean {
  if (settable !== undefined) return settable;
  const probe = document.createElement('audio');
  probe.volume = 0.5;
  settable = probe.volume === 0.5;
  return settable;
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
  /** 1 while the element is to be heard, 0 while something else carries the sound, between them on the way. */
  #presence = 1;
  #fading: ReturnType<typeof setInterval> | undefined;

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

  /** What the listener set: 1 is a channel at its normal level, 0 is silence. */
  get loudness(): number {
    return this.#loudness;
  }

  set loudness(loudness: number) {
    this.#loudness = Math.max(0, loudness);
    this.#apply();
  }

  /** The linear level at which a channel with this gain is to be heard now, by whatever plays it. */
  levelOf(gainDb: number): number {
    const { volume, boost } = levelFor(this.#loudness, gainDb);
    return this.#media.muted ? 0 : volume * boost;
  }

  /** False where the page can't turn the element down (iOS leaves the volume to its buttons). */
  get canGoAway(): boolean {
    return this.#amplifier !== null || volumeIsOurs();
  }

  /** Makes the element silent, though it plays on, within `ms`. */
  goAway(ms: number): void {
    this.#fadeTo(0, ms);
  }

  /** Lets the element be heard again, within `ms`. */
  comeBack(ms: number): void {
    if (this.#presence < 1) this.#fadeTo(1, ms);
  }

  /** Call on `volumechange`: a volume we didn't set is the listener's wish. */
  volumeChanged(): void {
    const { volume } = this.#media;
    if (this.#presence < 1 || Math.abs(volume - this.#level.volume) < 0.001) return;
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
    if (amplifier) {
      this.#media.volume = this.#level.volume;
      amplifier.node.gain.setTargetAtTime(this.#level.boost * this.#presence, amplifier.context.currentTime, 0.01);
    } else this.#media.volume = this.#level.volume * this.#presence;
  }

  #fadeTo(presence: number, ms: number): void {
    clearInterval(this.#fading);
    if (this.#amplifier) {
      this.#presence = presence;
      return this.#apply(); // the amplifier glides by itself
    }
    const step = (presence - this.#presence) / STEPS;
    let left = STEPS;
    const go = (): void => {
      left -= 1;
      this.#presence = left === 0 ? presence : this.#presence + step;
      this.#apply();
      if (left === 0) clearInterval(this.#fading);
    };
    this.#fading = setInterval(go, ms / STEPS);
    go();
  }

  #ensureAmplifier(): Amplifier {
    if (this.#amplifier) return this.#amplifier;
    const context = new AudioContext();
    const node = context.createGain();
    node.gain.value = this.#presence;
    context.createMediaElementSource(this.#media).connect(node).connect(context.destination);
    this.#amplifier = { context, node };
    this.resume();
    return this.#amplifier;
  }
}
