// Rooms: reflections arrive one by one, then ever more densely, as they do between walls, until they are noise.
// The n-th comes when a sphere of sound has the volume of n rooms; each is the weaker the more there are, so that
// what is left of the sound a second is even, and the walls' loss alone (decay.ts) makes it fall.

import { chance, rate, type Sound } from '../dsp.ts';

/** In metres a second. */
const speedOfSound = 343;

export interface Walls {
  /** In cubic metres. */
  readonly volume: number;
  readonly seconds: number;
  /** How long a reflection is smeared by what stands at the walls, in seconds. */
  readonly smear: number;
  /** Till then both ears hear the same reflections, each from its side; from then on each hears others. */
  readonly apartFrom: number;
  readonly seed: number;
}

/** What two microphones hear, without the direct sound and before any loss. */
export function reflections({ volume, seconds, smear, apartFrom, seed }: Walls): readonly [Sound, Sound] {
  const next = chance(seed);
  const sides: [Sound, Sound] = [
    new Float64Array(Math.round(seconds * rate)),
    new Float64Array(Math.round(seconds * rate)),
  ];
  const timeOf = (count: number): number =>
    ((count * 3 * volume) / (4 * Math.PI * speedOfSound ** 3)) ** (1 / 3);
  const densityAt = (time: number): number => (4 * Math.PI * speedOfSound ** 3 * time ** 2) / volume;
  const place = (side: Sound, time: number, level: number): void => {
    const smears = Math.min(8, Math.max(1, Math.round(rate / (densityAt(time) * 200))));
    const whole = level / Math.sqrt(1 + (smears - 1) * 0.16);
    for (let part = 0; part < smears; part++) {
      // The first is the wall itself, the others what stands before it.
      const later = part === 0 ? 0 : smear * next() ** 2;
      const share = part === 0 ? 1 : (next() - 0.5) * 1.4;
      pulse(side, (time + later) * rate, whole * share);
    }
  };
  for (let count = 1; ; count++) {
    const time = timeOf(count - 0.5 + (next() - 0.5) * 0.9);
    const density = densityAt(time);
    if (time >= seconds || density > rate) break;
    const level = (next() < 0.5 ? -1 : 1) / Math.sqrt(density);
    if (time < apartFrom) {
      const angle = next() * 2 * Math.PI;
      for (const [index, turn] of [1, -1].entries()) {
        const heard = 0.6 + 0.4 * Math.cos(angle - turn * 1.1);
        place(sides[index]!, time - turn * Math.sin(angle) * 0.0006, level * heard * 1.5);
      }
    } else
      for (const side of sides)
        place(side, time * (1 + (next() - 0.5) * 0.004), next() < 0.5 ? level : -level);
  }
  const dense = Math.round(Math.sqrt((rate * volume) / (4 * Math.PI * speedOfSound ** 3)) * rate);
  for (const side of sides)
    for (let i = dense; i < side.length; i++)
      side[i]! += ((next() + next() + next() - 1.5) * 2) / Math.sqrt(rate);
  return sides;
}

/** A pulse between two samples: a sine over its angle, windowed. */
function pulse(sound: Sound, at: number, level: number): void {
  const first = Math.floor(at) - 7;
  for (let i = Math.max(0, first); i < Math.min(sound.length, first + 16); i++) {
    const away = i - at;
    const sinc = away === 0 ? 1 : Math.sin(Math.PI * away) / (Math.PI * away);
    sound[i]! += level * sinc * Math.cos((away * Math.PI) / 18) ** 2;
  }
}
