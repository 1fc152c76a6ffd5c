// Springs: a pulse runs along the wire and comes back again and again. Below some 4 kHz the higher it is the longer it
// takes, so that every echo is a chirp, longer than the one before. Made from its spectrum, where an echo is a turn of
// phase and all echoes are a geometric series.

import { newFft } from '../../../audio/meters/fft.ts';
import type { BundledResponse } from '../../../vocabulary/bundled-sounds.ts';
import { chance, rate, type Sound } from '../dsp.ts';
import { secondsAt } from './decay.ts';

interface Spring {
  /** There and back, of its lowest sounds, in seconds. */
  readonly trip: number;
  /** Above it nothing comes back, in Hz. */
  readonly highest: number;
  /** How much of it is heard left and right. */
  readonly levels: readonly [number, number];
}

const springs: readonly Spring[] = [
  { trip: 0.0561, highest: 4350, levels: [1, 0.35] },
  { trip: 0.0663, highest: 4050, levels: [0.7, 0.75] },
  { trip: 0.0479, highest: 4700, levels: [0.3, 1] },
];

const size = 2 ** 19;

export function spring(points: BundledResponse['decay'], seed: number): readonly [Sound, Sound] {
  const real = [new Float64Array(size), new Float64Array(size)] as const;
  const imaginary = [new Float64Array(size), new Float64Array(size)] as const;
  for (const [index, one] of springs.entries())
    for (const side of [0, 1] as const)
      addSpring(
        real[side],
        imaginary[side],
        { ...one, level: one.levels[side] },
        points,
        seed + 2 * index + side,
      );
  return [0, 1].map((side) => backwards(real[side as 0 | 1], imaginary[side as 0 | 1])) as [Sound, Sound];
}

function addSpring(
  real: Float64Array,
  imaginary: Float64Array,
  { trip, highest, level }: Spring & { readonly level: number },
  points: BundledResponse['decay'],
  seed: number,
): void {
  const ripple = ripples(seed);
  const step = rate / size;
  let phase = 0;
  for (let bin = 1; bin < size / 2; bin++) {
    const hertz = bin * step;
    // Bends smoothly to 1: a corner would ring on.
    const height = hertz / highest / (1 + (hertz / highest) ** 16) ** (1 / 16);
    const seconds = trip * (1 + 0.35 * height ** 2 + 2.4 * height ** 8);
    phase += 2 * Math.PI * seconds * step;
    const loudness =
      (level * tilt(hertz)) / Math.sqrt((1 + (hertz / (highest * 0.97)) ** 24) * (1 + (90 / hertz) ** 6));
    if (loudness < 1e-6) continue;
    const kept = 10 ** ((-3 * seconds) / secondsAt(points, hertz));
    const turn = phase + ripple(hertz);
    // Half a trip out to the pickup, then the series of whole trips, each turned round at the end.
    const [outX, outY] = [Math.cos(turn / 2), -Math.sin(turn / 2)];
    const [x, y] = [1 + kept * Math.cos(turn), -kept * Math.sin(turn)];
    const over = loudness / (x * x + y * y);
    const [sumX, sumY] = [(outX * x + outY * y) * over, (outY * x - outX * y) * over];
    real[bin]! += sumX;
    imaginary[bin]! += sumY;
  }
}

/** More of what is low, as its coils have it. */
const tilt = (hertz: number): number => 1 / Math.sqrt(1 + (hertz / 1800) ** 2);

/** No two turns of the wire are alike: each frequency takes a little more or less, at random from 40 Hz to 40 Hz. */
function ripples(seed: number): (hertz: number) => number {
  const next = chance(seed);
  const places = Float64Array.from({ length: rate / 40 + 3 }, () => (next() + next() - 1) * 1.6);
  return (hertz) => {
    const place = hertz / 40;
    const index = Math.floor(place);
    const share = (1 - Math.cos((place - index) * Math.PI)) / 2;
    return places[index]! * (1 - share) + places[index + 1]! * share;
  };
}

/** The sound of half a spectrum. */
function backwards(real: Float64Array, imaginary: Float64Array): Sound {
  for (let bin = 1; bin < size / 2; bin++) {
    real[size - bin] = real[bin]!;
    imaginary[size - bin] = -imaginary[bin]!;
  }
  newFft(size).transform(imaginary, real);
  // Behind that stands what the filters ring ahead.
  return real.slice(0, 6 * rate).map((x) => x / size);
}
