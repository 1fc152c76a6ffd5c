// early: ahead of where it stands.

import type { Rational } from '../../song/time.ts';
import { shift } from '../alter.ts';
import { byTimeParameter } from './parameters.ts';
import type { Transform } from './transform.ts';

export const early: Transform = {
  name: 'early',
  doc: 'Plays the pattern that much earlier. What would fall before its start is heard at the end of its last bar.',
  example: 'hats.early(1/16)',
  parameters: [byTimeParameter],
  apply: (of, by) => shift(of, by as Rational),
};
