// How long a response takes to fall by 60 dB in an octave, by Schroeder's integral: what is still to come of its energy
// from each moment on, a straight line from 5 to 35 dB down.

import { newFft } from '../../../audio/meters/fft.ts';
import { rate, type Sound } from '../dsp.ts';

/** @param hertz  the octave's middle */
export function decaySeconds(sides: readonly [Sound, Sound], hertz: number): number {
  const [left, right] = octave(sides, hertz);
  const levels = new Float64Array(left.length);
  let energy = 0;
  for (let i = left.length - 1; i >= 0; i--) {
    energy += left[i]! ** 2 + right[i]! ** 2;
    levels[i] = 10 * Math.log10(energy);
  }
  const from = levels.findIndex((level) => level < levels[0]! - 5);
  const to = levels.findIndex((level) => level < levels[0]! - 35);
  const count = to - from;
  const middle = (from + to - 1) / 2;
  let [slope, spread] = [0, 0];
  for (let i = from; i < to; i++) {
    slope += (i - middle) * levels[i]!;
    spread += (i - middle) ** 2;
  }
  if (count < 2) throw new RangeError('it falls within two samples');
  return (-60 * spread) / slope / rate;
}

function octave([left, right]: readonly [Sound, Sound], hertz: number): readonly [Sound, Sound] {
  const fft = newFft(2 ** Math.ceil(Math.log2(left.length * 1.2)));
  const [real, imaginary] = [new Float64Array(fft.size), new Float64Array(fft.size)];
  real.set(left);
  imaginary.set(right);
  fft.transform(real, imaginary);
  const [x, y] = [new Float64Array(fft.size), new Float64Array(fft.size)];
  for (let bin = 1; bin < fft.size / 2; bin++) {
    const away = Math.abs(Math.log2((bin * rate) / fft.size / hertz));
    // From 0.35 to 0.65 of an octave to either side it goes down to nothing.
    const share = Math.cos((Math.min(1, Math.max(0, (away - 0.35) / 0.3)) * Math.PI) / 2) ** 2;
    for (const at of [bin, fft.size - bin]) {
      // Backwards is forwards with the parts changed.
      x[at] = imaginary[at]! * share;
      y[at] = real[at]! * share;
    }
  }
  fft.transform(x, y);
  return [y.subarray(0, left.length), x.subarray(0, left.length)];
}
