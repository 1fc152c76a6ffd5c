// late: behind where it stands.

import { shift as moved } from '../alter.ts';
import { byTimeParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const late = transform({
  name: 'late',
  doc: 'Plays the pattern that much later. What would fall behind its end is heard at its start.',
  example: 'hook.late(1 beat)',
  parameters: [byTimeParameter],
  apply: (of, [{ n, d }]) => moved(of, { n: -n + 0, d }),
});
