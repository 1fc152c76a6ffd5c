// velocity: how hard the notes are played.

import { withVelocity } from '../alter.ts';
import { shareParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const velocity = transform({
  name: 'velocity',
  doc: 'Plays every note at that velocity, 0% to 100%; what says nothing plays at 80%.',
  example: 'hats.velocity(60%)',
  parameters: [shareParameter('velocity', 'how hard')],
  apply: (of, [level]) => withVelocity(of, level),
});
