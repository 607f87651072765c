import { ByteList, NumberList } from './number-list.ts';
import { RATE, Resampler } from './resample.ts';
import { powerSpectrum, SPECTRUM_SIZE } from './spectrum.ts';

/** Ms from one frame to the next. */
export const FRAME_MS = 20;

const HOP = (RATE * FRAME_MS) / 1000;
const WINDOW = RATE * 0.025;
/** Frames for each of which there is one spectrum: sounds last longer than one. */
export const FRAMES_PER_SPECTRUM = 2;
/** Bands that the frequencies of speech are parted into. */
export const BANDS = 24;
const LOWEST_HZ = 100;
// Telephones and many conference systems end here; higher up, only some channels have anything to compare.
const HIGHEST_HZ = 3800;
const EMPHASIS = 0.97;
// A voice is strongest below, a hiss above: parted here, each stands out of noise where the other would be lost.
const PARTED_HZ = 800;
const SHARE_BELOW = 1 - Math.exp((-2 * Math.PI * PARTED_HZ) / RATE);
// About the noise of 16 bit sound: digital silence has no logarithm.
const FLOOR = 1e-7;

/** How loud a piece of sound is, frame by frame. */
export interface Loudness {
  /** Of the first of each `FRAMES_PER_SPECTRUM` frames the power in each of `BANDS` bands of the ear, as a place in `BAND_POWER`; empty where they were not wanted. */
  readonly bands: Uint8Array;
  readonly levels: Levels;
}

/** How loud each frame is, dB below full scale. */
export interface Levels {
  /** Below 800 Hz. */
  readonly low: Float32Array;
  /** Above. */
  readonly high: Float32Array;
}

// A byte is enough for a power: steps of 0.4 dB, from below the noise of 16 bit sound to its loudest.
const STEPS_PER_E = 11;
const LOWEST_LOG = Math.log(FLOOR);
/** Logarithms of the powers that a band can have. */
export const BAND_LOG = Float64Array.from({ length: 256 }, (_, n) => LOWEST_LOG + n / STEPS_PER_E);
/** The powers that a band can have. */
export const BAND_POWER = BAND_LOG.map((log) => Math.exp(log));

const mel = (hz: number) => 1127 * Math.log1p(hz / 700);
const binOf = (band: number) => {
  const at = mel(LOWEST_HZ) + ((mel(HIGHEST_HZ) - mel(LOWEST_HZ)) * band) / (BANDS + 1);
  return (700 * Math.expm1(at / 1127) * SPECTRUM_SIZE) / RATE;
};
const filters = Array.from({ length: BANDS }, (_, band) => {
  const [left, middle, right] = [binOf(band), binOf(band + 1), binOf(band + 2)];
  const first = Math.ceil(left);
  return { first, weights: Float64Array.from({ length: Math.max(1, Math.floor(right) - first + 1) }, (_unused, n) => {
    const bin = first + n;
    return Math.max(0.001, bin < middle ? (bin - left) / (middle - left) : (right - bin) / (right - middle));
  }) };
});
const hamming = Float64Array.from({ length: SPECTRUM_SIZE }, (_, n) => 0.54 - 0.46 * Math.cos((2 * Math.PI * n) / (SPECTRUM_SIZE - 1)));

// Samples.
const AT_ONCE = 1 << 13;

/** Measures sounds, one after the other, that come in pieces; the sound itself is not kept. */
export class FeatureReader {
  readonly #resampler: Resampler;
  readonly #logs = new ByteList();
  readonly #low = new NumberList();
  readonly #high = new NumberList();
  readonly #frame = new Float64Array(SPECTRUM_SIZE);
  readonly #power = new Float64Array(SPECTRUM_SIZE / 2 + 1);
  readonly #bands: boolean;
  // What was not described yet, and then what came.
  #sound = new Float32Array(AT_ONCE);
  #held = 0;

  /** @param bands False where only the levels are wanted, which are found much sooner. */
  constructor(sampleRate: number, { bands = true } = {}) {
    this.#resampler = new Resampler(sampleRate);
    this.#bands = bands;
  }

  push(piece: Float32Array | Int16Array): void {
    // A bit at a time, so that what it takes is small whatever comes.
    for (let from = 0; from < piece.length; from += AT_ONCE) this.#read(this.#resampler.push(piece.subarray(from, from + AT_ONCE)));
  }

  /** What was pushed since the last end, which is valid until more is pushed: that is another sound. */
  end(): Loudness {
    this.#read(this.#resampler.end());
    this.#read(new Float32Array(SPECTRUM_SIZE - HOP));
    this.#held = 0;
    return { bands: this.#logs.take(), levels: { low: this.#low.take(), high: this.#high.take() } };
  }

  #read(piece: Float32Array): void {
    const length = this.#held + piece.length;
    if (this.#sound.length < length) {
      const wider = new Float32Array(length + AT_ONCE);
      wider.set(this.#sound.subarray(0, this.#held));
      this.#sound = wider;
    }
    const sound = this.#sound;
    sound.set(piece, this.#held);
    let from = 0;
    for (; from + SPECTRUM_SIZE <= length; from += HOP) {
      if (this.#bands && this.#low.length % FRAMES_PER_SPECTRUM === 0) this.#describe(sound, from);
      this.#measure(sound, from);
    }
    sound.copyWithin(0, from, length);
    this.#held = length - from;
  }

  #measure(sound: Float32Array, from: number): void {
    let [lowPower, highPower] = [0, 0];
    let below = sound[from] as number;
    for (let n = from; n < from + WINDOW; n += 1) {
      const sample = sound[n] as number;
      below += SHARE_BELOW * (sample - below);
      lowPower += below * below;
      highPower += (sample - below) * (sample - below);
    }
    this.#low.push(10 * Math.log10(lowPower / WINDOW + 1e-10));
    this.#high.push(10 * Math.log10(highPower / WINDOW + 1e-10));
  }

  #describe(sound: Float32Array, from: number): void {
    const [frame, power] = [this.#frame, this.#power];
    let before = sound[from] as number;
    for (let n = 0; n < SPECTRUM_SIZE; n += 1) {
      const sample = sound[from + n] as number;
      frame[n] = (sample - EMPHASIS * before) * (hamming[n] as number);
      before = sample;
    }
    powerSpectrum(frame, power);
    for (const { first, weights } of filters) {
      let sum = FLOOR;
      for (let n = 0; n < weights.length; n += 1) sum += (weights[n] as number) * (power[first + n] as number);
      this.#logs.push(Math.min(255, Math.round((Math.log(sum) - LOWEST_LOG) * STEPS_PER_E)));
    }
  }
}
