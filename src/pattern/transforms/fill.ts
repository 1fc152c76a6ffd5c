// fill: something else at the end of so many bars.

import { lcm, one, rational, subtract, toNumber, zero } from '../../music/rational.ts';
import { spliced } from '../alter.ts';
import { commonGrid, within } from '../measures.ts';
import { countParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const fill = transform({
  name: 'fill',
  doc: 'In the last of every so many bars plays another pattern in the place of this one, or only at the end of that bar: fill(4, "sd*16", 1/2) for its second half.',
  example: 'beat.fill(4, "sd*8", 1/2)',
  parameters: [
    countParameter('bars', 'in which bars: the last of so many'),
    { kind: 'pattern', name: 'with', doc: 'what plays there' },
    {
      kind: 'time',
      name: 'length',
      doc: 'how long it plays, up to the end of these bars',
      positive: true,
      default: { value: 1, quantity: 'bars' },
    },
  ],
  apply: (of, [every, { pattern: other }, length]) => {
    const start = subtract(rational(every), length);
    const filled = Math.min(every, Math.ceil(toNumber(length)));
    return spliced(
      of,
      (cycle) => {
        const round = Math.floor(cycle / every);
        const bar = cycle - round * every;
        const from = subtract(start, rational(bar));
        if (from.n >= from.d) return undefined;
        return {
          of: other,
          // The pattern goes on from one fill to the next.
          cycle: round * filled + bar - (every - filled),
          from: from.n < 0 ? zero : from,
          to: one,
        };
      },
      {
        grid: within(lcm(commonGrid([of, other]), length.d)),
        period: within(lcm(of.period, every * roundsOf(other.period, filled))),
        extent: Math.max(of.extent, other.extent),
        density: of.density + other.density,
      },
    );
  },
});

/** Fills until the pattern in them begins anew. */
const roundsOf = (period: number, bars: number): number => within(lcm(period, bars)) / bars;
