// gain: louder or softer.

import { mapVelocities } from '../alter.ts';
import { gainOf, louder } from '../voices.ts';
import { decibelsParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const gain = transform({
  name: 'gain',
  doc: 'Plays every note louder or softer by that many decibels, up to full velocity. The level of a track is set in the mixer.',
  example: 'hats.gain(-6dB)',
  parameters: [decibelsParameter('by', 'how much louder, or softer where negative')],
  apply: (of, [by]) => {
    const factor = gainOf(by);
    return mapVelocities(of, (velocity) => louder(velocity, factor));
  },
});
