// The key of a recording: how much of each of the twelve notes sounds in it, held against how much of each is heard
// in a key. The profiles are those of Krumhansl and Kessler, "Tracing the dynamic changes in perceived tonal
// organization in a spatial representation of musical keys" (1982), table of the probe tones.

import { newFft } from '../meters/fft.ts';
import { type Mono, slowerAtLeast } from './mono.ts';

export interface HeardKey {
  /** 0 is C. */
  readonly tonic: number;
  readonly mode: 'major' | 'minor';
  /** -1 to 1: how well the recording agrees with the key's profile. */
  readonly agreement: number;
  /** How much of each note sounds, from C on; they add up to 1. */
  readonly chroma: readonly number[];
}

const profiles = {
  major: [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88],
  minor: [6.33, 2.68, 3.52, 5.38, 2.6, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17],
} as const;

/** Undefined where no notes are heard: of drums, of speech, of silence. */
export const keyOfSound = (sound: Mono): HeardKey | undefined => {
  const chroma = chromaOf(sound);
  return chroma && keyOfChroma(chroma);
};

/** @param chroma  twelve shares, from C on */
const keyOfChroma = (chroma: readonly number[]): HeardKey => {
  const keys = (['major', 'minor'] as const).flatMap((mode) =>
    Array.from({ length: 12 }, (_, tonic) => ({
      tonic,
      mode,
      agreement: correlation(chroma, (note) => profiles[mode][(note - tonic + 12) % 12]!),
      chroma,
    })),
  );
  return keys.reduce((best, one) => (one.agreement > best.agreement ? one : best));
};

const correlation = (values: readonly number[], other: (index: number) => number): number => {
  const others = values.map((_, i) => other(i));
  const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;
  const [ours, theirs] = [mean(values), mean(others)];
  let [product, square, otherSquare] = [0, 0, 0];
  for (const [i, value] of values.entries()) {
    product += (value - ours) * (others[i]! - theirs);
    square += (value - ours) ** 2;
    otherSquare += (others[i]! - theirs) ** 2;
  }
  return square === 0 ? 0 : product / Math.sqrt(square * otherSquare);
};

/** Notes are looked for from G1 to C7: below, bins are wider than semitones, above are overtones for the most part. */
const [lowest, highest] = [49, 2100];
/** Of what lies in a frame, that much must be in narrow peaks for it to have notes. */
const leastTonal = 0.5;

/** How much of each note sounds; undefined where what sounds has no pitch. */
const chromaOf = (sound: Mono): readonly number[] | undefined => {
  const { samples, rate } = slowerAtLeast(sound, 11_025);
  const size = 2 ** Math.round(Math.log2(rate * 0.37));
  const fft = newFft(size);
  const window = Float64Array.from({ length: size }, (_, i) => Math.sin((Math.PI * (i + 0.5)) / size) ** 2);
  const [real, imaginary] = [new Float64Array(size), new Float64Array(size)];
  const power = new Float64Array(size / 2);
  const chroma = new Array<number>(12).fill(0);
  let [inPeaks, inAll] = [0, 0];
  const [low, high] = [Math.ceil((lowest * size) / rate), Math.floor((highest * size) / rate)];
  for (let from = 0; from === 0 || from + size / 2 <= samples.length; from += size / 2) {
    for (let i = 0; i < size; i++) {
      real[i] = (samples[from + i] ?? 0) * window[i]!;
      imaginary[i] = 0;
    }
    fft.transform(real, imaginary);
    for (let bin = 0; bin < size / 2; bin++) power[bin] = real[bin]! ** 2 + imaginary[bin]! ** 2;
    for (let bin = low; bin < high; bin++) inAll += power[bin]!;
    for (let bin = low; bin < high; bin++) {
      const peak = power[bin]!;
      if (peak === 0 || peak < power[bin - 1]! || peak <= power[bin + 1]!) continue;
      // A tone's peak is as wide as the window makes it; noise and hits have no valleys that near.
      const beside = Math.max(power[bin - 3]!, power[bin + 3]!);
      if (beside > peak / 30) continue;
      let whole = 0;
      for (let near = bin - 2; near <= bin + 2; near++) whole += power[near]!;
      inPeaks += whole;
      const midi = 69 + 12 * Math.log2(((bin + besideHighest(power, bin)) * rate) / size / 440);
      chroma[((Math.round(midi) % 12) + 12) % 12]! += whole ** 0.5;
    }
  }
  const sum = chroma.reduce((total, one) => total + one, 0);
  if (sum === 0 || inPeaks < leastTonal * inAll) return undefined;
  return chroma.map((one) => one / sum);
};

/** How far beside its highest bin a peak is, by a parabola through the logarithms. */
const besideHighest = (power: Float64Array, bin: number): number => {
  const [before, here, behind] = [bin - 1, bin, bin + 1].map((one) => Math.log(power[one]! + 1e-30)) as [
    number,
    number,
    number,
  ];
  const curve = 2 * here - before - behind;
  return curve > 0 ? (behind - before) / (2 * curve) : 0;
};
