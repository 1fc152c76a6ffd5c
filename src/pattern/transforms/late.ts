// late: behind where it stands.

import type { Rational } from '../../song/time.ts';
import { shift } from '../alter.ts';
import { byTimeParameter } from './parameters.ts';
import type { Transform } from './transform.ts';

export const late: Transform = {
  name: 'late',
  doc: 'Plays the pattern that much later. What would fall behind its end is heard at its start.',
  example: 'hook.late(1 beat)',
  parameters: [byTimeParameter],
  apply: (of, by) => {
    const { n, d } = by as Rational;
    return shift(of, { n: -n + 0, d });
  },
};
