// every: a transform in one bar of so many.

import { choose } from '../alter.ts';
import { transform } from './transform.ts';

export const every = transform({
  name: 'every',
  doc: 'Applies a transform to the first of every so many bars: every(4, rev) turns bars 1, 5, 9... around.',
  example: 'arp.every(4, rev)',
  parameters: [
    {
      kind: 'number',
      name: 'bars',
      doc: 'in which bars: the first of so many',
      quantities: ['number', 'bars'],
      min: 1,
      max: 1024,
      whole: true,
    },
    { kind: 'transform', name: 'transform', doc: 'what to do there: rev, fast(2)' },
  ],
  apply: (of, [bars, change]) => choose(bars, change(of), of),
});
