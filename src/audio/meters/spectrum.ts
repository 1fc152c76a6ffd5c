// Power by third of an octave, left, right and what they have in common: frame by frame, so that whoever
// asks can add frames up by bar, by section or over the whole.

import { newFft } from './fft.ts';

/** Centres of the bands in Hz, IEC 61260: thirds of an octave around 1 kHz, 25 Hz to 20 kHz. */
export const bandHertz: readonly number[] = Array.from({ length: 30 }, (_, i) => 1000 * 2 ** ((i - 16) / 3));

/** Mean squares by band; they add up to the signal's own, as far as it lies in the bands. */
export interface BandPowers {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly both: Float64Array;
}

export interface SpectrumMeter {
  add(left: Float32Array, right: Float32Array): void;
  /** Looks at what is left, as if silence followed. */
  end(): void;
}

/**
 * @param onFrame  told of each frame with the second of its middle; the same arrays every time
 */
export const newSpectrumMeter = (
  rate: number,
  onFrame: (seconds: number, powers: BandPowers) => void,
): SpectrumMeter => {
  const size = sizeAt(rate);
  const edge = size / 8;
  const hop = size - edge;
  const fft = newFft(size);
  const window = windowOf(size, edge);
  const scale = 2 / (size * window.reduce((sum, value) => sum + value * value, 0));
  const shares = sharesOf(rate, size);
  const [left, right] = [new Float32Array(size), new Float32Array(size)];
  const [real, imaginary] = [new Float64Array(size), new Float64Array(size)];
  const powers = emptyPowers();
  // The first frame begins with silence, so that the first sample counts in full.
  let [filled, frames] = [edge, 0];

  const look = (): void => {
    for (const one of [powers.left, powers.right, powers.both]) one.fill(0);
    if (isSounding(left) || isSounding(right)) {
      for (let i = 0; i < size; i++) {
        real[i] = left[i]! * window[i]!;
        imaginary[i] = right[i]! * window[i]!;
      }
      fft.transform(real, imaginary);
      sumUp(real, imaginary, shares, scale, powers);
    }
    onFrame((frames * hop + size / 2 - edge) / rate, powers);
    frames++;
    left.copyWithin(0, hop);
    right.copyWithin(0, hop);
    filled = edge;
  };

  return {
    add(addedLeft, addedRight) {
      for (let at = 0; at < addedLeft.length; ) {
        const taken = Math.min(addedLeft.length - at, size - filled);
        left.set(addedLeft.subarray(at, at + taken), filled);
        right.set(addedRight.subarray(at, at + taken), filled);
        at += taken;
        filled += taken;
        if (filled === size) look();
      }
    },
    end() {
      left.fill(0, filled);
      right.fill(0, filled);
      look();
    },
  };
};

/** Flat with rounded edges, which add up to one where frames overlap: every sample counts alike. */
const windowOf = (size: number, edge: number): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => {
    const inside = Math.min(i + 0.5, size - i - 0.5);
    return inside >= edge ? 1 : Math.sin((Math.PI * inside) / (2 * edge)) ** 2;
  });

export const emptyPowers = (): BandPowers => ({
  left: new Float64Array(bandHertz.length),
  right: new Float64Array(bandHertz.length),
  both: new Float64Array(bandHertz.length),
});

/** Some 85 ms at every rate: bins narrow enough for the lowest bands, frames short enough for a beat. */
const sizeAt = (rate: number): number => 2 ** Math.round(Math.log2(rate * 0.0853));

const isSounding = (samples: Float32Array): boolean => {
  for (let i = 0; i < samples.length; i++) if (samples[i] !== 0) return true;
  return false;
};

/** What share of a bin's width lies in a band. */
interface Share {
  readonly bin: number;
  readonly band: number;
  readonly share: number;
}

const sharesOf = (rate: number, size: number): readonly Share[] => {
  const width = rate / size;
  const edge = 2 ** (1 / 6);
  const shares: Share[] = [];
  for (const [band, hertz] of bandHertz.entries()) {
    const [low, high] = [hertz / edge, hertz * edge];
    for (let bin = Math.max(1, Math.floor(low / width)); bin < size / 2; bin++) {
      if ((bin - 0.5) * width >= high) break;
      const share = Math.min(high, (bin + 0.5) * width) - Math.max(low, (bin - 0.5) * width);
      if (share > 0) shares.push({ bin, band, share: share / width });
    }
  }
  return shares;
};

// Of x = l + i r: L is the part of X that is even in frequency, R the odd one.
const sumUp = (
  real: Float64Array,
  imaginary: Float64Array,
  shares: readonly Share[],
  scale: number,
  powers: BandPowers,
): void => {
  const size = real.length;
  for (const { bin, band, share } of shares) {
    const other = size - bin;
    const lx = (real[bin]! + real[other]!) / 2;
    const ly = (imaginary[bin]! - imaginary[other]!) / 2;
    const rx = (imaginary[bin]! + imaginary[other]!) / 2;
    const ry = (real[other]! - real[bin]!) / 2;
    const weight = scale * share;
    powers.left[band]! += weight * (lx * lx + ly * ly);
    powers.right[band]! += weight * (rx * rx + ry * ry);
    powers.both[band]! += weight * (lx * rx + ly * ry);
  }
};
