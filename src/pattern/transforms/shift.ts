// shift: later or earlier.

import { shift as moved } from '../alter.ts';
import { byTimeParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const shift = transform({
  name: 'shift',
  doc: 'Moves the pattern in time: later (+10ms, 1/16), or earlier where negative (-10ms). It comes round, as with late and early.',
  example: 'snare.shift(+10ms)',
  parameters: [byTimeParameter],
  apply: (of, [{ n, d }]) => moved(of, { n: -n + 0, d }),
});
