// every: a transform in one bar of so many.

import type { Rational } from '../../song/time.ts';
import { choose } from '../alter.ts';
import type { Transform } from './transform.ts';

export const every: Transform = {
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
    { kind: 'transform', name: 'transform', doc: 'what to do there' },
  ],
  apply: (of, bars, transform) => choose((bars as Rational).n, (transform as Transform).apply(of), of),
};
