// The impulse responses, synthesised from seeds: what a click leaves in a room, on a plate, in springs. None holds the
// click itself: a Convolver's `wet` mixes it in.

import { type BundledResponse, bundledResponse } from '../../vocabulary/bundled-sounds.ts';
import type { Sound } from './dsp.ts';
import { decayed } from './responses/decay.ts';
import { decaySeconds } from './responses/decay-seconds.ts';
import { finishedResponse } from './responses/finished.ts';
import { plate } from './responses/plate.ts';
import { reflections } from './responses/reflections.ts';
import { spring } from './responses/spring.ts';

/** Left and right of the response of that name. */
export const madeResponse = (name: string): readonly [Sound, Sound] =>
  finishedResponse(asAsked(bundledResponse(name)!.decay, makers[name]!));

/** Noise that falls in 0.4 s falls in a little more or less by chance, an octave as its slowest part: made again for that. */
function asAsked(asked: Decay, make: Maker): readonly [Sound, Sound] {
  const first = make(asked);
  return make(asked.map(([hertz, seconds]) => [hertz, seconds ** 2 / decaySeconds(first, hertz)]));
}

type Decay = BundledResponse['decay'];
type Maker = (decay: Decay) => readonly [Sound, Sound];

const makers: Readonly<Record<string, Maker>> = {
  room: (decay) =>
    decayed(
      reflections({ volume: 48, seconds: 0.75, smear: 0.0015, apartFrom: 0.02, seed: 11 }),
      decay,
      (hertz) => 1 / Math.sqrt(1 + (hertz / 11_000) ** 2),
    ),
  hall: (decay) =>
    decayed(
      reflections({ volume: 6000, seconds: 4, smear: 0.004, apartFrom: 0.11, seed: 12 }),
      decay,
      (hertz) => 1 / Math.sqrt(1 + (hertz / 7000) ** 2),
    ),
  plate: (decay) => plate(decay, 13),
  spring: (decay) => spring(decay, 14),
};
