/** An in-place Fourier transform (radix 2, unscaled) of complex rows of `size`, a power of two. */
export function createFft(size: number): (real: Float64Array, imaginary: Float64Array) => void {
  const cosines = Float64Array.from({ length: size / 2 }, (_, index) => Math.cos((2 * Math.PI * index) / size));
  const sines = Float64Array.from({ length: size / 2 }, (_, index) => Math.sin((2 * Math.PI * index) / size));
  return (real, imaginary) => {
    reverseBits(real, imaginary);
    for (let half = 1; half < size; half *= 2) {
      const stride = size / (2 * half);
      for (let block = 0; block < size; block += 2 * half) {
        for (let index = 0; index < half; index += 1) {
          const cosine = cosines[index * stride] ?? 0;
          const sine = -(sines[index * stride] ?? 0);
          const low = block + index;
          const high = low + half;
          const re = (real[high] ?? 0) * cosine - (imaginary[high] ?? 0) * sine;
          const im = (real[high] ?? 0) * sine + (imaginary[high] ?? 0) * cosine;
          real[high] = (real[low] ?? 0) - re;
          imaginary[high] = (imaginary[low] ?? 0) - im;
          real[low] = (real[low] ?? 0) + re;
          imaginary[low] = (imaginary[low] ?? 0) + im;
        }
      }
    }
  };
}

function reverseBits(real: Float64Array, imaginary: Float64Array): void {
  const size = real.length;
  let mirror = 0;
  for (let index = 1; index < size; index += 1) {
    let bit = size >> 1;
    for (; mirror & bit; bit >>= 1) mirror ^= bit;
    mirror ^= bit;
    if (index >= mirror) continue;
    [real[index], real[mirror]] = [real[mirror] ?? 0, real[index] ?? 0];
    [imaginary[index], imaginary[mirror]] = [imaginary[mirror] ?? 0, imaginary[index] ?? 0];
  }
}
