/** Hz of all sound that is compared: as much as telephones carry, and all voices have in common. */
export const RATE = 8000;

const PHASES = 64;
const LOBES = 3;
const INT16 = 1 / 32_768;

/** Brings mono sound, piece by piece, to 8 kHz; what it needs of a piece for the next one it keeps. */
export class Resampler {
  readonly #step: number;
  readonly #half: number;
  readonly #taps: Float32Array;
  #held = new Float32Array(0);
  #at: number;

  /** Throws a RangeError for a rate that no sound has. */
  constructor(sampleRate: number) {
    if (!(sampleRate >= 4000 && sampleRate <= 768_000)) throw new RangeError(`${sampleRate} Hz is not a sample rate of speech.`);
    this.#step = sampleRate / RATE;
    // Below half of the lower of both rates, so that nothing folds back.
    const cutoff = Math.min(1, 1 / this.#step) * 0.95;
    this.#half = Math.ceil(LOBES / cutoff);
    this.#taps = sincTaps(this.#half, cutoff);
    this.#at = this.#half;
    this.#held = new Float32Array(this.#step === 1 ? 0 : this.#half);
  }

  /** The samples that can be known by now. */
  push(piece: Float32Array | Int16Array): Float32Array {
    const input = new Float32Array(this.#held.length + piece.length);
    input.set(this.#held);
    if (piece instanceof Float32Array) input.set(piece, this.#held.length);
    else for (let n = 0; n < piece.length; n += 1) input[this.#held.length + n] = (piece[n] ?? 0) * INT16;
    return this.#read(input);
  }

  /** The last samples, once all pieces were pushed. */
  end(): Float32Array {
    return this.push(new Float32Array(this.#step === 1 ? 0 : this.#half));
  }

  #read(input: Float32Array): Float32Array {
    if (this.#step === 1) return input;
    const half = this.#half;
    const width = 2 * half;
    const taps = this.#taps;
    const output = new Float32Array(Math.max(0, Math.ceil((input.length - half - this.#at) / this.#step)));
    let count = 0;
    for (; count < output.length; count += 1) {
      const at = this.#at + count * this.#step;
      const whole = Math.floor(at);
      const row = Math.round((at - whole) * PHASES) * width;
      const first = whole - half + 1;
      let sum = 0;
      for (let tap = 0; tap < width; tap += 1) sum += (input[first + tap] as number) * (taps[row + tap] as number);
      output[count] = sum;
    }
    const next = this.#at + count * this.#step;
    const from = Math.max(0, Math.floor(next) - half);
    this.#held = input.slice(from);
    this.#at = next - from;
    return output;
  }
}

/** A windowed sinc for each of the phases between two samples, one row after the other. */
function sincTaps(half: number, cutoff: number): Float32Array {
  const width = 2 * half;
  const taps = new Float32Array((PHASES + 1) * width);
  for (let phase = 0; phase <= PHASES; phase += 1) {
    for (let tap = 0; tap < width; tap += 1) {
      const distance = tap - half + 1 - phase / PHASES;
      const x = Math.PI * distance * cutoff;
      const window = Math.abs(distance) >= half ? 0 : 0.5 + 0.5 * Math.cos((Math.PI * distance) / half);
      taps[phase * width + tap] = (Math.abs(x) < 1e-9 ? 1 : Math.sin(x) / x) * cutoff * window;
    }
  }
  return taps;
}
