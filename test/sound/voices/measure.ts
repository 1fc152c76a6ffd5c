// What the tests of the voices measure in a sound: levels over time, levels by third of an octave, pitch.

/** Level of samples from..to in dB of the root mean square; silence is -200. */
export function levelDb(sound: Float32Array, from = 0, to = sound.length): number {
  let power = 0;
  for (let i = from; i < to; i++) power += sound[i]! ** 2;
  return power === 0 ? -200 : Math.max(-200, 10 * Math.log10(power / (to - from)));
}

/** Levels of windows in a row, in dB; a tail shorter than a window is left out. */
export function levelsDb(sound: Float32Array, window: number): number[] {
  return Array.from({ length: Math.floor(sound.length / window) }, (_, index) =>
    levelDb(sound, index * window, (index + 1) * window),
  );
}

/** The largest absolute sample. */
export const peak = (sound: Float32Array): number =>
  sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

/** Power of each bin 0..size/2 of a Blackman-Harris-windowed part of the sound; `size` a power of two. */
export function spectrum(sound: Float32Array, from: number, size: number): Float64Array {
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const x = (2 * Math.PI * i) / size;
    const window = 0.35875 - 0.48829 * Math.cos(x) + 0.14128 * Math.cos(2 * x) - 0.01168 * Math.cos(3 * x);
    real[i] = (sound[from + i] ?? 0) * window;
  }
  transform(real, imaginary);
  return Float64Array.from(
    { length: size / 2 + 1 },
    (_, bin) => (real[bin]! ** 2 + imaginary[bin]! ** 2) / size ** 2,
  );
}

/** Centres of the third-octave bands from 50 Hz to 16 kHz. */
export const thirds: readonly number[] = Array.from(
  { length: 26 },
  (_, index) => 1000 * 2 ** ((index - 13) / 3),
);

/** Power of the sound in each of `thirds`, in dB, averaged over half-overlapping windows. */
export function thirdsDb(sound: Float32Array, sampleRate: number, from = 0, to = sound.length): number[] {
  const size = 16384;
  const sums = new Float64Array(size / 2 + 1);
  for (let at = from; at === from || at + size <= to; at += size / 2) {
    spectrum(sound, at, size).forEach((power, bin) => {
      sums[bin]! += power;
    });
  }
  return thirds.map((centre) => {
    const low = Math.round((centre * 2 ** (-1 / 6) * size) / sampleRate);
    const high = Math.round((centre * 2 ** (1 / 6) * size) / sampleRate);
    let power = 1e-20;
    for (let bin = low; bin < high; bin++) power += sums[bin]!;
    return 10 * Math.log10(power);
  });
}

/** Frequency of a steady periodic sound, from the turning of its fundamental between two far-apart windows. */
export function frequencyOf(sound: Float32Array, sampleRate: number, near: number, from: number): number {
  const size = 8192;
  const apart = 4096;
  const phase = (at: number): number => {
    let real = 0;
    let imaginary = 0;
    for (let i = 0; i < size; i++) {
      const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size);
      const angle = (2 * Math.PI * near * (at + i)) / sampleRate;
      real += sound[at + i]! * window * Math.cos(angle);
      imaginary -= sound[at + i]! * window * Math.sin(angle);
    }
    return Math.atan2(imaginary, real);
  };
  const turned = phase(from + apart) - phase(from);
  const wrapped = turned - 2 * Math.PI * Math.round(turned / (2 * Math.PI));
  return near + (wrapped * sampleRate) / (2 * Math.PI * apart);
}

/** Cents from one frequency to another. */
export const cents = (frequency: number, reference: number): number =>
  1200 * Math.log2(frequency / reference);

// In place, radix 2.
function transform(real: Float64Array, imaginary: Float64Array): void {
  const size = real.length;
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [real[i], real[j]] = [real[j]!, real[i]!];
      [imaginary[i], imaginary[j]] = [imaginary[j]!, imaginary[i]!];
    }
  }
  for (let length = 2; length <= size; length <<= 1) {
    for (let k = 0; k < length / 2; k++) {
      const angle = (-2 * Math.PI * k) / length;
      const cosine = Math.cos(angle);
      const sine = Math.sin(angle);
      for (let i = k; i < size; i += length) {
        const j = i + length / 2;
        const r = real[j]! * cosine - imaginary[j]! * sine;
        const m = real[j]! * sine + imaginary[j]! * cosine;
        real[j] = real[i]! - r;
        imaginary[j] = imaginary[i]! - m;
        real[i]! += r;
        imaginary[i]! += m;
      }
    }
  }
}
