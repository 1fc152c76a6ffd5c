// early: ahead of where it stands.

import { shift as moved } from '../alter.ts';
import { byTimeParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const early = transform({
  name: 'early',
  doc: 'Plays the pattern that much earlier. What would fall before its start is heard at the end of its last bar.',
  example: 'hats.early(1/16)',
  parameters: [byTimeParameter],
  apply: (of, [by]) => moved(of, by),
});
