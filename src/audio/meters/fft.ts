// The discrete Fourier transform in place, for a power of two. Of two real signals at once: one as the real
// part, one as the imaginary, which is what stereo is.

export interface Fft {
  readonly size: number;
  /** Forward, unscaled. */
  transform(real: Float64Array, imaginary: Float64Array): void;
}

export const newFft = (size: number): Fft => {
  const bits = Math.log2(size);
  if (!Number.isInteger(bits)) throw new RangeError(`${size} is no power of two`);
  const order = Uint32Array.from({ length: size }, (_, index) => {
    let reversed = 0;
    for (let bit = 0; bit < bits; bit++) reversed |= ((index >> bit) & 1) << (bits - 1 - bit);
    return reversed;
  });
  const cosines = Float64Array.from({ length: size / 2 }, (_, i) => Math.cos((2 * Math.PI * i) / size));
  const sines = Float64Array.from({ length: size / 2 }, (_, i) => -Math.sin((2 * Math.PI * i) / size));
  return {
    size,
    transform(real, imaginary) {
      for (let i = 0; i < size; i++) {
        const other = order[i]!;
        if (other <= i) continue;
        const [x, y] = [real[i]!, imaginary[i]!];
        real[i] = real[other]!;
        imaginary[i] = imaginary[other]!;
        real[other] = x;
        imaginary[other] = y;
      }
      for (let half = 1; half < size; half *= 2) {
        const stride = size / (2 * half);
        for (let start = 0; start < size; start += 2 * half) {
          for (let k = 0; k < half; k++) {
            const [c, s] = [cosines[k * stride]!, sines[k * stride]!];
            const low = start + k;
            const high = low + half;
            const x = real[high]! * c - imaginary[high]! * s;
            const y = real[high]! * s + imaginary[high]! * c;
            real[high] = real[low]! - x;
            imaginary[high] = imaginary[low]! - y;
            real[low] = real[low]! + x;
            imaginary[low] = imaginary[low]! + y;
          }
        }
      }
    },
  };
};
