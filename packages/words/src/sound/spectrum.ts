/** Samples of one spectrum; 32 ms at 8 kHz. */
export const SPECTRUM_SIZE = 256;

const HALF = SPECTRUM_SIZE / 2;
const cosines = Float64Array.from({ length: HALF }, (_, n) => Math.cos((2 * Math.PI * n) / SPECTRUM_SIZE));
const sines = Float64Array.from({ length: HALF }, (_, n) => -Math.sin((2 * Math.PI * n) / SPECTRUM_SIZE));
const reversed = Uint16Array.from({ length: HALF }, (_, n) => {
  let mirrored = 0;
  for (let bit = 1, value = n; bit < HALF; bit *= 2, value >>= 1) mirrored = mirrored * 2 + (value & 1);
  return mirrored;
});
const real = new Float64Array(HALF);
const imaginary = new Float64Array(HALF);

/**
 * The power of each of the 129 frequencies of 256 samples, written into `power`.
 * The samples are taken for half as many complex numbers, so that a transform of half the size does.
 */
export function powerSpectrum(samples: Float64Array, power: Float64Array): void {
  for (let n = 0; n < HALF; n += 1) {
    const to = reversed[n] as number;
    real[to] = samples[2 * n] as number;
    imaginary[to] = samples[2 * n + 1] as number;
  }
  transform();
  for (let k = 0; k <= HALF; k += 1) {
    const a = k % HALF;
    const b = (HALF - k) % HALF;
    const evenRe = ((real[a] as number) + (real[b] as number)) / 2;
    const evenIm = ((imaginary[a] as number) - (imaginary[b] as number)) / 2;
    const oddRe = ((imaginary[a] as number) + (imaginary[b] as number)) / 2;
    const oddIm = ((real[b] as number) - (real[a] as number)) / 2;
    const c = k === HALF ? -1 : (cosines[k] as number);
    const s = k === HALF ? 0 : (sines[k] as number);
    const re = evenRe + oddRe * c - oddIm * s;
    const im = evenIm + oddRe * s + oddIm * c;
    power[k] = re * re + im * im;
  }
}

/** The complex transform in place (Cooley and Tukey), of numbers in bit-reversed order. */
function transform(): void {
  for (let size = 2; size <= HALF; size *= 2) {
    const stride = SPECTRUM_SIZE / size;
    for (let from = 0; from < HALF; from += size) {
      for (let k = 0; k < size / 2; k += 1) {
        const c = cosines[k * stride] as number;
        const s = sines[k * stride] as number;
        const a = from + k;
        const b = a + size / 2;
        const bRe = real[b] as number;
        const bIm = imaginary[b] as number;
        const re = bRe * c - bIm * s;
        const im = bRe * s + bIm * c;
        const aRe = real[a] as number;
        const aIm = imaginary[a] as number;
        real[b] = aRe - re;
        imaginary[b] = aIm - im;
        real[a] = aRe + re;
        imaginary[a] = aIm + im;
      }
    }
  }
}
