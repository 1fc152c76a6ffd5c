// crescendo: growing over time.

import { lcm, toNumber } from '../../music/rational.ts';
import { within } from '../measures.ts';
import { endless } from '../notes.ts';
import { gainOf, louder, voiced } from '../voices.ts';
import { decibelsParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const crescendo = transform({
  name: 'crescendo',
  doc: 'Grows from one level to another, or dies away, evenly in decibels: over the whole part that it plays in, or over that time, then anew. Outside of a section it grows over the bars that the pattern is written for.',
  example: '"sd*16".crescendo(-18dB, 0dB)',
  parameters: [
    decibelsParameter('from', 'the level at the start'),
    decibelsParameter('to', 'the level at the end'),
    {
      kind: 'time',
      name: 'length',
      doc: 'over how long, then it begins anew',
      positive: true,
      optional: 'the whole part',
    },
  ],
  apply: (of, [from, to, length], { over }) => {
    const bars = length ? toNumber(length) : over;
    const period = Number.isInteger(bars) ? within(lcm(of.period, bars)) : endless;
    return voiced(of, { period }, ({ value, velocity, cycle, tick, grid }) => {
      const round = cycle - Math.floor(cycle / bars) * bars;
      // The bar may be longer than a round.
      const passed = ((round + tick / grid) / bars) % 1;
      return [{ value, velocity: louder(velocity, gainOf(from + (to - from) * passed)) }];
    });
  },
});
