// How rooms and plates lose sound: each band at its own pace.

import { newFft } from '../../../audio/meters/fft.ts';
import type { BundledResponse } from '../../../vocabulary/bundled-sounds.ts';
import { decay, rate, type Sound } from '../dsp.ts';

/** Seconds to -60 dB at that frequency: straight lines over octaves, and level past the ends. */
export function secondsAt(points: BundledResponse['decay'], hertz: number): number {
  const above = points.findIndex(([frequency]) => frequency >= hertz);
  if (above === 0) return points[0]![1];
  if (above < 0) return points.at(-1)![1];
  const [[low, before], [high, after]] = [points[above - 1]!, points[above]!];
  return before + ((after - before) * Math.log2(hertz / low)) / Math.log2(high / low);
}

/**
 * Both sides of a sound, falling in each third of an octave as `points` say from its beginning on, and as loud there as
 * `levelAt` says. The bands add up to the sound itself, save what lies below 25 Hz and above 22 kHz.
 */
export function decayed(
  sides: readonly [Sound, Sound],
  points: BundledResponse['decay'],
  levelAt: (hertz: number) => number,
): readonly [Sound, Sound] {
  const { length } = sides[0];
  const fft = newFft(2 ** Math.ceil(Math.log2(length * 1.2)));
  const [real, imaginary] = sides.map((side) => padded(side, fft.size)) as [Float64Array, Float64Array];
  fft.transform(real, imaginary);
  const out: [Sound, Sound] = [new Float64Array(length), new Float64Array(length)];
  for (const middle of bands) {
    const [x, y] = [new Float64Array(fft.size), new Float64Array(fft.size)];
    const gain = levelAt(middle) / fft.size;
    for (let bin = 1; bin < fft.size / 2; bin++) {
      const away = Math.abs(3 * Math.log2((bin * rate) / fft.size / middle));
      if (away >= 1) continue;
      const share = Math.cos((away * Math.PI) / 2) ** 2 * gain;
      for (const at of [bin, fft.size - bin]) {
        // Backwards is forwards with the parts changed.
        x[at] = imaginary[at]! * share;
        y[at] = real[at]! * share;
      }
    }
    fft.transform(x, y);
    const fall = decay(secondsAt(points, middle));
    for (let i = 0; i < length; i++) {
      const level = fall(i / rate);
      out[0][i]! += y[i]! * level;
      out[1][i]! += x[i]! * level;
    }
  }
  return out;
}

/** Their middles: thirds of an octave. */
const bands: readonly number[] = Array.from({ length: 30 }, (_, index) => 1000 * 2 ** ((index - 16) / 3));

const padded = (sound: Sound, size: number): Float64Array => {
  const long = new Float64Array(size);
  long.set(sound);
  return long;
};
