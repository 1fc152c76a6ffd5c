// velocity: how hard the notes are played.

import { toNumber } from '../../music/rational.ts';
import type { Rational } from '../../song/time.ts';
import { withVelocity } from '../alter.ts';
import type { Transform } from './transform.ts';

export const velocity: Transform = {
  name: 'velocity',
  doc: 'Plays every note at that velocity, 0% to 100%; what says nothing plays at 80%.',
  example: 'hats.velocity(60%)',
  parameters: [{ kind: 'number', name: 'velocity', doc: 'how hard', quantities: ['ratio'], min: 0, max: 1 }],
  apply: (of, level) => withVelocity(of, toNumber(level as Rational)),
};
