/** Hz of all sound that is compared: as much as telephones carry, and all voices have in common. */
export const RATE = 8000;

const PHASE_BITS = 6;
const PHASES = 1 << PHASE_BITS;
// Of a sample; 8,000 samples of them are still a small whole number, and 3,000 steps err by less than a phase.
const PART_BITS = 16;
const PARTS = 1 << PART_BITS;
const LOBES = 2;
const INT16 = 32_768;

/** Brings mono sound, piece by piece, to 8 kHz; what it needs of a piece for the next one it keeps. */
export class Resampler {
  readonly #step: number;
  readonly #half: number;
  readonly #taps: Float64Array;
  // What was not used up, and then the piece that came, in the unit of 16 bit: as doubles, as they are multiplied.
  #input = new Float64Array(0);
  #held = 0;
  #at = 0;
  #output = new Float32Array(0);

  /** Throws a RangeError for a rate that no sound has. */
  constructor(sampleRate: number) {
    if (!(sampleRate >= 4000 && sampleRate <= 768_000)) throw new RangeError(`${sampleRate} Hz is not a sample rate of speech.`);
    this.#step = sampleRate / RATE;
    // Below half of the lower of both rates, so that nothing folds back.
    const cutoff = Math.min(1, 1 / this.#step) * 0.95;
    this.#half = evenly(Math.ceil(LOBES / cutoff));
    this.#taps = sincTaps(this.#half, cutoff);
    this.#start();
  }

  /**
   * The samples that can be known by now; they are valid until the next push.
   * @param piece some thousands of samples at most
   */
  push(piece: Float32Array | Int16Array): Float32Array {
    const length = this.#held + piece.length;
    if (this.#input.length < length) {
      const wider = new Float64Array(length + (length >> 2));
      wider.set(this.#input.subarray(0, this.#held));
      this.#input = wider;
    }
    this.#input.set(piece, this.#held);
    if (piece instanceof Float32Array) for (let n = this.#held; n < length; n += 1) this.#input[n] = (this.#input[n] as number) * INT16;
    return this.#read(length);
  }

  /** The last samples, once all pieces were pushed; what is pushed then is another sound. */
  end(): Float32Array {
    const last = this.push(new Float32Array(this.#step === 1 ? 0 : this.#half));
    this.#start();
    return last;
  }

  /** Before a sound there is silence. */
  #start(): void {
    this.#at = this.#half;
    this.#held = this.#step === 1 ? 0 : this.#half;
    this.#input.fill(0, 0, this.#held);
  }

  #read(length: number): Float32Array {
    const input = this.#input;
    if (this.#step === 1) {
      const same = this.#room(length);
      for (let n = 0; n < length; n += 1) same[n] = (input[n] as number) / INT16;
      this.#held = 0;
      return same;
    }
    // Not both from one array: beside a fraction, a whole number becomes one, and all places in the loop below would be counted in fractions.
    const half = this.#half;
    const step = this.#step;
    const count = Math.max(0, Math.ceil((length - half - this.#at) / step));
    const output = this.#room(count);
    interpolate(input, this.#at, step, this.#taps, half, output);
    const next = this.#at + count * step;
    const from = Math.max(0, Math.floor(next) - half);
    input.copyWithin(0, from, length);
    this.#held = Math.max(0, length - from);
    this.#at = next - from;
    return output;
  }

  /** Room for samples that are given out. */
  #room(count: number): Float32Array {
    if (this.#output.length < count) this.#output = new Float32Array(count);
    return this.#output.subarray(0, count);
  }
}

/**
 * Places are counted in parts of a sample, as whole numbers: converting each from a fraction takes as long as the rest. Four sums side by side for each
 * sample: one would have to wait for each addition before the next.
 */
function interpolate(input: Float64Array, first: number, step: number, taps: Float64Array, half: number, output: Float32Array): void {
  const width = 2 * half;
  const onward = Math.round(step * PARTS);
  let at = Math.round(first * PARTS) + PARTS / PHASES / 2;
  for (let count = 0; count < output.length; count += 1, at += onward) {
    let from = (at >> PART_BITS) - half + 1;
    let row = ((at & (PARTS - 1)) >> (PART_BITS - PHASE_BITS)) * width;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (const end = row + width; row < end; row += 4, from += 4) {
      a += (input[from] as number) * (taps[row] as number);
      b += (input[from + 1] as number) * (taps[row + 1] as number);
      c += (input[from + 2] as number) * (taps[row + 2] as number);
      d += (input[from + 3] as number) * (taps[row + 3] as number);
    }
    output[count] = a + b + c + d;
  }
}

/** The next even number. */
const evenly = (value: number) => value + (value & 1);

/** A windowed sinc for each of the phases between two samples, one row after the other; from the unit of 16 bit to that of floats. */
function sincTaps(half: number, cutoff: number): Float64Array {
  const width = 2 * half;
  const taps = new Float64Array((PHASES + 1) * width);
  for (let phase = 0; phase <= PHASES; phase += 1) {
    for (let tap = 0; tap < width; tap += 1) {
      const distance = tap - half + 1 - phase / PHASES;
      const x = Math.PI * distance * cutoff;
      const window = Math.abs(distance) >= half ? 0 : 0.5 + 0.5 * Math.cos((Math.PI * distance) / half);
      taps[phase * width + tap] = ((Math.abs(x) < 1e-9 ? 1 : Math.sin(x) / x) * cutoff * window) / INT16;
    }
  }
  return taps;
}
