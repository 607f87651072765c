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
    const to = reversed[n] ?? 0;
    real[to] = samples[2 * n] ?? 0;
    imaginary[to] = samples[2 * n + 1] ?? 0;
  }
  transform();
  for (let k = 0; k <= HALF; k += 1) {
    const a = k % HALF;
    const b = (HALF - k) % HALF;
    const evenRe = ((real[a] ?? 0) + (real[b] ?? 0)) / 2;
    const evenIm = ((imaginary[a] ?? 0) - (imaginary[b] ?? 0)) / 2;
    const oddRe = ((imaginary[a] ?? 0) + (imaginary[b] ?? 0)) / 2;
    const oddIm = ((real[b] ?? 0) - (real[a] ?? 0)) / 2;
    const c = k === HALF ? -1 : (cosines[k] ?? 0);
    const s = k === HALF ? 0 : (sines[k] ?? 0);
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
        const c = cosines[k * stride] ?? 0;
        const s = sines[k * stride] ?? 0;
        const a = from + k;
        const b = a + size / 2;
        const bRe = real[b] ?? 0;
        const bIm = imaginary[b] ?? 0;
        const re = bRe * c - bIm * s;
        const im = bRe * s + bIm * c;
        const aRe = real[a] ?? 0;
        const aIm = imaginary[a] ?? 0;
        real[b] = aRe - re;
        imaginary[b] = aIm - im;
        real[a] = aRe + re;
        imaginary[a] = aIm + im;
      }
    }
  }
}
