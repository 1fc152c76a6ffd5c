// Where something begins in a recording: a hit, a note, a syllable. The spectrum is held against that of a moment
// before, a bin to each side forgiven, so that a vibrato is no beginning; then the moment is looked for in the wave.
// Source: Boeck and Widmer, "Maximum filter vibrato suppression for onset detection" (2013), without its filterbank.

import { newFft } from '../meters/fft.ts';
import { type Mono, slowerAtLeast } from './mono.ts';

/** How much is new, every `hopSeconds`, the first around second 0. */
export interface Novelty {
  readonly hopSeconds: number;
  readonly values: Float64Array;
}

const hopSeconds = 0.005;

export const novelty = (sound: Mono): Novelty => {
  const { samples, rate } = slowerAtLeast(sound, 22_050);
  const size = 2 ** Math.round(Math.log2(rate * 0.023));
  const fft = newFft(size);
  const window = Float64Array.from({ length: size }, (_, i) => Math.sin((Math.PI * (i + 0.5)) / size) ** 2);
  const [real, imaginary] = [new Float64Array(size), new Float64Array(size)];
  const bins = size / 2;
  const frames = Math.ceil(samples.length / rate / hopSeconds);
  const values = new Float64Array(frames);
  let loudest = 0;
  for (const value of samples) loudest = Math.max(loudest, Math.abs(value));
  if (loudest === 0) return { hopSeconds, values };
  // As loud as speech is where the loudest sample is at full scale: quiet takes have beginnings as well.
  const scale = 100 / (loudest * size);
  // Two hops back: a beginning is in one of them and not in the other.
  const spectra = [0, 1, 2].map(() => new Float64Array(bins));
  for (let frame = 0; frame < frames; frame++) {
    const from = Math.round(frame * hopSeconds * rate) - size / 2;
    for (let i = 0; i < size; i++) {
      real[i] = (samples[from + i] ?? 0) * window[i]!;
      imaginary[i] = 0;
    }
    fft.transform(real, imaginary);
    const now = spectra[frame % 3]!;
    const before = spectra[(frame + 1) % 3]!;
    let sum = 0;
    for (let bin = 1; bin < bins - 1; bin++) {
      now[bin] = Math.log10(1 + scale * Math.hypot(real[bin]!, imaginary[bin]!));
      const most = Math.max(before[bin - 1]!, before[bin]!, before[bin + 1]!);
      if (now[bin]! > most) sum += now[bin]! - most;
    }
    values[frame] = sum / bins;
  }
  return { hopSeconds, values };
};

/** Seconds of each beginning, in time. */
export const onsets = (sound: Mono): readonly number[] => {
  const { values } = novelty(sound);
  const found: number[] = [];
  for (let frame = 0; frame < values.length; frame++) {
    if (!isPeak(values, frame)) continue;
    const at = steepest(sound, frame * hopSeconds);
    if (at - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > apart) found.push(at);
  }
  return found;
};

/** Two that are closer are one. */
const apart = 0.03;
/** In frames: a peak is the highest of those around it, and stands out from those before. */
const [around, before] = [6, 20];
const standsOut = 0.02;

const isPeak = (values: Float64Array, frame: number): boolean => {
  const here = values[frame]!;
  let [sum, count] = [0, 0];
  for (let other = Math.max(0, frame - before); other <= frame + around; other++) {
    const value = values[other] ?? 0;
    if (other >= frame - around && (value > here || (value === here && other < frame))) return false;
    sum += value;
    count++;
  }
  return here > 1.6 * (sum / count) + standsOut;
};

/** Around a moment, where the wave rises most from one 2 ms to the next. */
const steepest = ({ samples, rate }: Mono, seconds: number): number => {
  const piece = Math.max(1, Math.round(0.002 * rate));
  const step = Math.max(1, Math.round(0.0005 * rate));
  const power = (from: number): number => {
    let sum = 0;
    for (let i = Math.max(0, from); i < Math.min(samples.length, from + piece); i++) sum += samples[i]! ** 2;
    return sum;
  };
  const middle = Math.round(seconds * rate);
  const reach = Math.round(0.02 * rate);
  let [best, most] = [middle, 0];
  for (let at = Math.max(0, middle - reach); at <= middle + reach; at += step) {
    const rise = power(at) - power(at - piece);
    if (rise > most) [best, most] = [at, rise];
  }
  return best / rate;
};
