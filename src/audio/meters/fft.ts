// The discrete Fourier transform in place, for a power of two from 4 on. Of two real signals at once: one as the real
// part, one as the imaginary, which is what stereo is.

export interface Fft {
  readonly size: number;
  /** Forward, unscaled. */
  transform(real: Float64Array, imaginary: Float64Array): void;
}

export const newFft = (size: number): Fft => {
  const bits = Math.log2(size);
  if (!Number.isInteger(bits) || bits < 2) throw new RangeError(`${size} is no power of two from 4 on`);
  const order = Uint32Array.from({ length: size }, (_, index) => {
    let reversed = 0;
    for (let bit = 0; bit < bits; bit++) reversed |= ((index >> bit) & 1) << (bits - 1 - bit);
    return reversed;
  });
  // Twiddles of each stage in a row, as they are read: those of 8 points, of 16, and so on.
  const cosines = new Float64Array(size);
  const sines = new Float64Array(size);
  for (let half = 4; half < size; half *= 2)
    for (let k = 0; k < half; k++) {
      cosines[half + k] = Math.cos((Math.PI * k) / half);
      sines[half + k] = -Math.sin((Math.PI * k) / half);
    }
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
      fours(real, imaginary);
      for (let half = 4; half < size; half *= 2) {
        for (let start = 0; start < size; start += 2 * half) {
          for (let k = 0, low = start, high = start + half; k < half; k++, low++, high++) {
            const c = cosines[half + k]!;
            const s = sines[half + k]!;
            const x = real[high]! * c - imaginary[high]! * s;
            const y = real[high]! * s + imaginary[high]! * c;
            const lowX = real[low]!;
            const lowY = imaginary[low]!;
            real[high] = lowX - x;
            imaginary[high] = lowY - y;
            real[low] = lowX + x;
            imaginary[low] = lowY + y;
          }
        }
      }
    },
  };
};

/** The first two stages at once: their factors are 1 and -i, so there is nothing to multiply. */
const fours = (real: Float64Array, imaginary: Float64Array): void => {
  for (let i = 0; i < real.length; i += 4) {
    const sumX = real[i]! + real[i + 1]!;
    const sumY = imaginary[i]! + imaginary[i + 1]!;
    const gapX = real[i]! - real[i + 1]!;
    const gapY = imaginary[i]! - imaginary[i + 1]!;
    const otherSumX = real[i + 2]! + real[i + 3]!;
    const otherSumY = imaginary[i + 2]! + imaginary[i + 3]!;
    const otherGapX = real[i + 2]! - real[i + 3]!;
    const otherGapY = imaginary[i + 2]! - imaginary[i + 3]!;
    real[i] = sumX + otherSumX;
    imaginary[i] = sumY + otherSumY;
    real[i + 2] = sumX - otherSumX;
    imaginary[i + 2] = sumY - otherSumY;
    real[i + 1] = gapX + otherGapY;
    imaginary[i + 1] = gapY - otherGapX;
    real[i + 3] = gapX - otherGapY;
    imaginary[i + 3] = gapY + otherGapX;
  }
};
