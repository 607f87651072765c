import type { ChannelAudio, Stretch } from './channel-audio.ts';

// Decoded at once: short enough to be there within some 30 ms, and the next stretch follows before it is over.
const AHEAD_MS = 4000;
const LEAST_MS = 1500;
const OVERLAP_MS = 40;
const CHECK_MS = 250;
/** Beyond this two copies of a sound are heard as two. */
const OUT_OF_STEP_MS = 25;
const EDGE_S = 0.008;

interface Sounding {
  readonly stretch: Stretch;
  readonly source: AudioBufferSourceNode;
  readonly edge: GainNode;
  /** Time of the context at which the stretch's beginning sounds, or would have. */
  readonly zero: number;
}

/**
 * Plays one channel by Web Audio in step with a media element's clock. It follows only at normal speed and while the
 * element plays; at a pause, a seek or a stall it falls silent at once, and `onLost` says so.
 */
export class Follower {
  readonly #audio: ChannelAudio;
  readonly #media: HTMLMediaElement;
  readonly #output: AudioNode;
  readonly #context: AudioContext;
  readonly #onLost: () => void;
  #ready: Stretch | null = null;
  #coming: Promise<void> | null = null;
  #sounding: Sounding[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  #listening: AbortController | null = null;

  constructor(audio: ChannelAudio, media: HTMLMediaElement, output: AudioNode, context: AudioContext, onLost: () => void = () => undefined) {
    this.#audio = audio;
    this.#media = media;
    this.#output = output;
    this.#context = context;
    this.#onLost = onLost;
  }

  /** True from `start` until it is stopped or loses its way. */
  get sounds(): boolean {
    return this.#listening !== null;
  }

  /** True when `start` would be heard at once. */
  get isReady(): boolean {
    return this.#ready !== null && this.#covers(this.#ready, this.#now());
  }

  /** Fetches and decodes what sounds from now on, unless it is there; rejects when that can't be done. */
  async prepare(): Promise<void> {
    if (this.isReady) return;
    this.#coming ??= this.#decode(this.#now()).finally(() => { this.#coming = null; });
    await this.#coming;
  }

  /** Begins to sound exactly where the media element is; `false` when it isn't ready or the element doesn't play normally. */
  start(): boolean {
    const { paused, seeking, playbackRate } = this.#media;
    if (!this.#ready || !this.isReady || paused || seeking || playbackRate !== 1) return false;
    this.stop();
    this.#listening = new AbortController();
    this.#sound(this.#ready, this.#zeroOf(this.#ready), this.#context.currentTime + 0.003);
    const lost = (): void => { this.stop(); this.#onLost(); };
    for (const type of ['pause', 'seeking', 'waiting', 'ratechange', 'emptied', 'ended']) this.#media.addEventListener(type, lost, { signal: this.#listening.signal });
    this.#timer = setInterval(() => void this.#goOn().catch(lost), CHECK_MS);
    return true;
  }

  /** Falls silent. */
  stop(): void {
    this.#listening?.abort();
    this.#listening = null;
    clearInterval(this.#timer);
    for (const { source, edge } of this.#sounding) {
      edge.gain.setTargetAtTime(0, this.#context.currentTime, EDGE_S / 3);
      source.stop(this.#context.currentTime + EDGE_S * 2);
    }
    this.#sounding = [];
  }

  async #goOn(): Promise<void> {
    const last = this.#sounding.at(-1);
    if (!last) return;
    if (Math.abs(this.#zeroOf(last.stretch) - last.zero) * 1000 > OUT_OF_STEP_MS && this.#covers(last.stretch, this.#now())) {
      return this.#sound(last.stretch, this.#zeroOf(last.stretch), this.#context.currentTime + 0.003);
    }
    if (last.stretch.endMs - this.#now() > AHEAD_MS / 2 || this.#coming) return;
    this.#coming = this.#decode(last.stretch.endMs - OVERLAP_MS).finally(() => { this.#coming = null; });
    await this.#coming;
    const next = this.#ready;
    if (!this.sounds || !next || next.endMs <= last.stretch.endMs) return;
    // The next stretch takes over in the overlap, by the same clock.
    const zero = last.zero + (next.startMs - last.stretch.startMs) / 1000;
    this.#sound(next, zero, Math.max(this.#context.currentTime, last.zero + (last.stretch.endMs - OVERLAP_MS / 2 - last.stretch.startMs) / 1000));
  }

  /** Lets a stretch sound from `when` on, and what sounded before fall silent then. */
  #sound(stretch: Stretch, zero: number, when: number): void {
    const source = this.#context.createBufferSource();
    const edge = this.#context.createGain();
    source.buffer = stretch.buffer;
    source.connect(edge).connect(this.#output);
    edge.gain.setValueAtTime(0, when);
    edge.gain.linearRampToValueAtTime(1, when + EDGE_S);
    source.start(when, Math.max(0, when - zero));
    for (const before of this.#sounding) {
      before.edge.gain.setValueAtTime(1, when);
      before.edge.gain.linearRampToValueAtTime(0, when + EDGE_S);
      before.source.stop(when + EDGE_S);
    }
    this.#sounding = [{ stretch, source, edge, zero }];
  }

  /** When the stretch's beginning must sound, by the context's clock, to be heard together with the media element. */
  #zeroOf(stretch: Stretch): number {
    const context = this.#context;
    const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
    // Where the browser can't say which sample is in the air now, it at least estimates how long one is on its way.
    const heardNow = performanceTime > 0 ? contextTime + (performance.now() - performanceTime) / 1000 : context.currentTime - (context.outputLatency || 0);
    return heardNow - (this.#now() - stretch.startMs) / 1000;
  }

  async #decode(fromMs: number): Promise<void> {
    const stretch = await this.#audio.stretch(fromMs, fromMs + AHEAD_MS);
    if (stretch) this.#ready = stretch;
  }

  #covers(stretch: Stretch, ms: number): boolean {
    return stretch.startMs <= ms && stretch.endMs >= Math.min(ms + LEAST_MS, this.#media.duration * 1000 - 100);
  }

  #now(): number {
    return this.#media.currentTime * 1000;
  }
}
