// iter: begun a part later in every bar.

import { rational } from '../../music/rational.ts';
import { shift, turns } from '../alter.ts';
import { countParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const iter = transform({
  name: 'iter',
  doc: 'Cuts each bar into that many parts and begins every bar one part later than the bar before: with 4 the second bar begins on its second quarter.',
  example: 'arp.iter(4)',
  parameters: [countParameter('parts', 'into how many parts', { max: 64 })],
  apply: (of, [parts]) => turns(Array.from({ length: parts }, (_, part) => shift(of, rational(part, parts)))),
});
